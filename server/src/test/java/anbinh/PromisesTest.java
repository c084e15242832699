package anbinh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// `docs/ref/promises.md`: each promise has an attack that would break it, and a test that is it.
class PromisesTest {
  private static final Path ROOT = Path.of("..");
  private static final Pattern PROMISE = Pattern.compile("^- \\*\\*([^*]+)\\*\\*");
  private static final Pattern TEST = Pattern.compile("`([A-Za-z0-9]+)`");

  private record Row(String madeIn, List<String> tests) {}

  @Test
  void everyBoldPromiseHasARow() throws IOException {
    Set<String> made = rows().stream().map(Row::madeIn).collect(Collectors.toSet());
    for (String page : List.of("README", "SECURITY")) {
      List<String> promises = new ArrayList<>();
      for (String line : Files.readAllLines(ROOT.resolve(page + ".md"))) {
        Matcher promise = PROMISE.matcher(line);
        if (promise.find()) {
          promises.add(page + ": " + promise.group(1));
        }
      }
      assertThat(promises).isNotEmpty();
      assertThat(made).containsAll(promises);
    }
  }

  @Test
  void everyRowNamesTestsThatExist() throws IOException {
    Set<String> tests = testClasses();
    for (Row row : rows()) {
      assertThat(row.tests()).as(row.madeIn()).isNotEmpty();
      assertThat(tests).containsAll(row.tests());
    }
  }

  @Test
  void everyDesignPageThatIsNamedIsThere() throws IOException {
    for (Row row : rows()) {
      if (row.madeIn().endsWith(".md")) {
        assertThat(ROOT.resolve("docs").resolve(row.madeIn())).exists();
      }
    }
  }

  private static List<Row> rows() throws IOException {
    return Files.readAllLines(ROOT.resolve("docs/ref/promises.md")).stream()
        .filter(line -> line.startsWith("| ") && !line.startsWith("| promise "))
        .map(line -> line.split(" \\| ", -1))
        .peek(cells -> assertThat(cells).as(String.join("|", cells)).hasSize(4))
        .map(cells ->
            new Row(cells[1], TEST.matcher(cells[3]).results().map(m -> m.group(1)).toList()))
        .toList();
  }

  private static Set<String> testClasses() throws IOException {
    Set<String> names = new HashSet<>();
    for (String module : List.of("media", "seal", "server", "e2e")) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/test/java"))) {
        files
            .map(file -> String.valueOf(file.getFileName()))
            .filter(name -> name.endsWith(".java"))
            .forEach(name -> names.add(name.substring(0, name.length() - ".java".length())));
      }
    }
    return names;
  }
}
