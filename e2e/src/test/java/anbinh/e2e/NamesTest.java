package anbinh.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What the pages of the repository name is there: the tests that show a claim, and the classes
/// that are drawn. Those of promises and of the security standard have tests of their own.
class NamesTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+(?:Tests?|IT))(?:\\.(\\w+))?`");
  private static final Pattern DRAWING = Pattern.compile("(?ms)^```mermaid$.*?^```$");
  private static final Pattern DRAWN = Pattern.compile("(?<![\\w.])[A-Z][a-z]\\w*");

  /// Stands for the test of whatever class X is.
  private static final String ANY = "XTest";

  private static Map<String, String> classes = Map.of();

  @BeforeAll
  static void read() throws IOException {
    classes = new HashMap<>();
    for (String module : List.of("media", "seal", "vision", "server", "bench", "e2e")) {
      try (Stream<Path> all = Files.walk(ROOT.resolve(module).resolve("src"))) {
        for (Path file : all.filter(each -> each.toString().endsWith(".java")).toList()) {
          String name = String.valueOf(file.getFileName());
          classes.put(name.substring(0, name.length() - 5), Files.readString(file));
        }
      }
    }
  }

  @Test
  void everyTestThatAPageNamesIsThere() throws IOException {
    String tests =
        classes.entrySet().stream()
            .filter(each -> each.getKey().matches(".*(Tests?|IT)"))
            .map(Map.Entry::getValue)
            .collect(Collectors.joining("\n"));
    var missing = new TreeSet<String>();
    int looked = 0;
    for (Path page : pages()) {
      Matcher named = TEST.matcher(Files.readString(page));
      while (named.find()) {
        looked++;
        String method = named.group(2);
        boolean there = classes.containsKey(named.group(1)) || named.group(1).equals(ANY);
        if (!there || (method != null && !tests.contains("void " + method + "("))) {
          missing.add(ROOT.relativize(page) + " names " + named.group());
        }
      }
    }
    assertThat(looked).isGreaterThan(300);
    assertThat(missing).isEmpty();
  }

  @Test
  void everyClassThatIsDrawnIsThere() throws IOException {
    var missing = new TreeSet<String>();
    int looked = 0;
    for (Path page : pages()) {
      Matcher drawing = DRAWING.matcher(Files.readString(page));
      while (drawing.find()) {
        Matcher drawn = DRAWN.matcher(drawing.group().replaceAll("\"[^\"\n]*\"", ""));
        while (drawn.find()) {
          looked++;
          if (!classes.containsKey(drawn.group())) {
            missing.add(ROOT.relativize(page) + " draws " + drawn.group());
          }
        }
      }
    }
    assertThat(looked).isGreaterThan(50);
    assertThat(missing).isEmpty();
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"));
        Stream<Path> root = Files.list(ROOT)) {
      return Stream.concat(docs, root).filter(each -> each.toString().endsWith(".md")).toList();
    }
  }
}
