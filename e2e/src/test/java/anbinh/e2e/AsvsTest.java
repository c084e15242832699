package anbinh.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The table of the security standard says nothing about what is not there: every class and test
/// that it names exists, each requirement has one row, and its sums are those of the rows.
class AsvsTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Path PAGE = ROOT.resolve("docs").resolve("ref").resolve("asvs.md");
  private static final Pattern CODE = Pattern.compile("`([A-Z][A-Za-z0-9]+)`");
  private static final Pattern NUMBER = Pattern.compile("\\d+\\.\\d+\\.\\d+");

  /// Words that stand in code and are of cookies and of Spring.
  private static final Set<String> OTHERS = Set.of("Secure", "SameSite", "Strict", "JdbcClient");

  /// Requirements of levels 1 and 2 in the standard's version 5.0.0.
  private static final List<Long> ALL = List.of(70L, 183L);

  private static List<Row> rows;
  private static String page;

  private record Row(String number, String level, String answer, String by, String triedBy) {}

  @BeforeAll
  static void read() throws IOException {
    page = Files.readString(PAGE);
    rows = new ArrayList<>();
    for (String line : page.split("\n", -1)) {
      String[] cells = line.split(" *\\| *", -1);
      if (cells.length == 8 && NUMBER.matcher(cells[1]).matches()) {
        rows.add(new Row(cells[1], cells[2], cells[4], cells[5], cells[6]));
      }
    }
  }

  @Test
  void everyClassAndTestThatIsNamedExists() throws IOException {
    Set<String> there = classes();
    Set<String> missing = new HashSet<>();
    CODE.matcher(page)
        .results()
        .map(name -> name.group(1))
        .filter(name -> !there.contains(name) && !OTHERS.contains(name))
        .forEach(missing::add);
    assertThat(missing).isEmpty();
  }

  @Test
  void everyRequirementHasOneRowWithAnAnswerAndItsReason() {
    assertThat(rows.stream().map(Row::number)).doesNotHaveDuplicates();
    for (int level = 1; level <= 2; level++) {
      assertThat(count(level, "yes") + count(level, "no") + count(level, "n.a."))
          .as("level %d", level)
          .isEqualTo(ALL.get(level - 1));
    }
    assertThat(rows)
        .allSatisfy(row -> {
          assertThat(row.answer()).as(row.number()).isIn("yes", "no", "n.a.");
          assertThat(row.by()).as(row.number()).isNotBlank();
          assertThat(row.triedBy().isBlank())
              .as(row.number())
              .isEqualTo(row.answer().equals("n.a."));
        });
  }

  @Test
  void theSumsAreThoseOfTheRows() {
    for (int level = 1; level <= 2; level++) {
      assertThat(page)
          .contains(
              "| level %d | %d | %d | %d | %d |"
                  .formatted(
                      level,
                      count(level, "yes"),
                      count(level, "no"),
                      count(level, "n.a."),
                      ALL.get(level - 1)));
    }
  }

  private static long count(int level, String answer) {
    return rows.stream()
        .filter(row -> row.level().equals(String.valueOf(level)) && row.answer().equals(answer))
        .count();
  }

  /// The names of all files of source, without their ends.
  private static Set<String> classes() throws IOException {
    Set<String> names = new HashSet<>();
    Files.walkFileTree(
        ROOT,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            String name = String.valueOf(folder.getFileName());
            return name.startsWith(".") || name.equals("target") || name.equals("node_modules")
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String name = String.valueOf(file.getFileName());
            if (name.endsWith(".java") || name.endsWith(".ts") || name.endsWith(".tsx")) {
              names.add(name.substring(0, name.lastIndexOf('.')));
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return names;
  }
}
