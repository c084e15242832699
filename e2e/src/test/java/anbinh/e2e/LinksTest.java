package anbinh.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The pages of the repository lead where they say: each link inside it to a file that is there,
/// and to a heading that is there. Addresses of other sites are not looked at.
class LinksTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)[^)]*\\)");
  private static final Pattern CODE = Pattern.compile("(?ms)^ *```.*?^ *```$|`[^`\\n]*`");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.*)$");

  @Test
  void everyLinkLeadsToAFileAndAHeadingThatAreThere() throws IOException {
    List<String> broken = new ArrayList<>();
    int looked = 0;
    for (Path page : pages()) {
      for (String link : links(page)) {
        looked++;
        if (!leads(page, link)) {
          broken.add(ROOT.relativize(page) + " → " + link);
        }
      }
    }

    assertThat(looked).as("links").isGreaterThan(20);
    assertThat(broken).as("links that lead nowhere").isEmpty();
  }

  @Test
  void everyPageIsReachedFromTheReadme() throws IOException {
    Set<Path> reached = new LinkedHashSet<>();
    List<Path> next = new ArrayList<>(List.of(ROOT.resolve("README.md")));
    while (!next.isEmpty()) {
      Path page = next.removeLast();
      if (reached.add(page)) {
        for (String link : links(page)) {
          next.addAll(pagesAt(target(page, link)));
        }
      }
    }

    assertThat(reached).containsAll(pages());
  }

  private static List<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>(pagesAt(ROOT));
    pages.addAll(pagesAt(ROOT.resolve("bench").resolve("results")));
    try (Stream<Path> all = Files.walk(ROOT.resolve("docs"))) {
      all.filter(LinksTest::isPage).forEach(pages::add);
    }
    return pages;
  }

  /// A page, or those of a folder.
  private static List<Path> pagesAt(Path place) throws IOException {
    if (!Files.isDirectory(place)) {
      return isPage(place) && Files.exists(place) ? List.of(place) : List.of();
    }
    try (Stream<Path> inside = Files.list(place)) {
      return inside.filter(LinksTest::isPage).toList();
    }
  }

  private static boolean isPage(Path file) {
    return file.toString().endsWith(".md");
  }

  private static List<String> links(Path page) throws IOException {
    Matcher links = LINK.matcher(CODE.matcher(Files.readString(page)).replaceAll(""));
    return links.results().map(link -> link.group(1)).filter(link -> !link.contains(":")).toList();
  }

  private static Path target(Path page, String link) {
    String file = link.replaceFirst("#.*", "");
    return file.isEmpty() ? page : page.resolveSibling(file).normalize();
  }

  private static boolean leads(Path page, String link) throws IOException {
    Path target = target(page, link);
    if (!Files.exists(target) || !link.contains("#")) {
      return Files.exists(target);
    }
    String fragment = link.substring(link.indexOf('#') + 1);
    return isPage(target)
        && HEADING
            .matcher(CODE.matcher(Files.readString(target)).replaceAll(""))
            .results()
            .anyMatch(heading -> anchor(heading.group(1)).equals(fragment));
  }

  /// The name that a heading has in a link, as the sites that show such pages make it.
  private static String anchor(String heading) {
    return heading
        .strip()
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N} _-]", "")
        .replace(' ', '-');
  }
}
