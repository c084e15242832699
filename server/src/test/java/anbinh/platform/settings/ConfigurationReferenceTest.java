package anbinh.platform.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/// `docs/ref/configuration.md` is made of the settings' records and their comments. With
/// `-Danbinh.update=true` this test writes the page, otherwise it fails when the page is stale.
class ConfigurationReferenceTest {
  private static final Path PAGE = Path.of("..", "docs", "ref", "configuration.md");
  private static final String HEAD =
      """
      # Settings

      Generated from the settings' records; a test fails when this page is stale.

      Nothing needs to be set. A setting is given on the command line (`--anbinh.data=/srv/anbinh`), in the environment (`ANBINH_DATA=/srv/anbinh`), or in a file `application.yaml` in the folder the server is started from. All are checked before anything starts; a key `anbinh.*` that nothing reads is named in a warning.

      Of Spring Boot's own settings these matter most:

      | setting | default | meaning |
      |---|---|---|
      | `server.address` | `127.0.0.1` | where the server listens; `0.0.0.0` for the network, then with TLS |
      | `server.port` | `8080` | |
      | `server.ssl.bundle`, `spring.ssl.bundle.*` | none | TLS of the server itself |
      | `server.forward-headers-strategy` | `none` | `native` behind a proxy that sets `X-Forwarded-*`: only then do limits by address see the client's |

      Which parts of Spring Boot there are is settled when An Bình is built: a setting that switches one on or off at the start, such as `management.server.port`, has no effect.

      """;

  @Test
  void thePageSaysWhatTheRecordsSay() throws IOException {
    String page = page();
    if (Boolean.getBoolean("anbinh.update")) {
      Files.createDirectories(PAGE.getParent());
      Files.writeString(PAGE, page);
    }
    assertThat(Files.readString(PAGE))
        .as("run again with -Dtest.jvm.args=-Danbinh.update=true")
        .isEqualTo(page);
  }

  /// All settings' records by their prefix.
  static Map<String, Class<?>> records() {
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
    scanner.addExcludeFilter(
        (found, others) -> found.getResource().getURL().getPath().contains("/test-classes/"));
    Map<String, Class<?>> records = new TreeMap<>();
    for (BeanDefinition found : scanner.findCandidateComponents("anbinh")) {
      Class<?> type = ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null);
      if (type.isRecord()) {
        records.put(type.getAnnotation(ConfigurationProperties.class).value(), type);
      }
    }
    return records;
  }

  private static String page() throws IOException {
    var page = new StringBuilder(HEAD);
    for (Map.Entry<String, Class<?>> record : records().entrySet()) {
      page.append("## ").append(record.getKey()).append("\n\n");
      page.append("| setting | default | meaning |\n|---|---|---|\n");
      addRows(page, record.getKey(), record.getValue());
      page.append('\n');
    }
    return page.toString().strip() + "\n";
  }

  private static void addRows(StringBuilder page, String prefix, Class<?> type) throws IOException {
    Map<String, String> meanings = meanings(type);
    for (RecordComponent component : type.getRecordComponents()) {
      String key = prefix + "." + kebab(component.getName());
      if (component.getType().isRecord()) {
        addRows(page, key, component.getType());
      } else {
        page.append("| `").append(key).append("` | ").append(standard(type, component));
        page.append(" | ").append(meanings.getOrDefault(component.getName(), "")).append(" |\n");
      }
    }
  }

  private static String standard(Class<?> type, RecordComponent component) {
    for (var parameter : type.getDeclaredConstructors()[0].getParameters()) {
      DefaultValue value = parameter.getAnnotation(DefaultValue.class);
      if (parameter.getName().equals(component.getName()) && value != null) {
        return "`" + String.join(",", value.value()) + "`";
      }
    }
    return "none";
  }

  /// The `@param` texts of the comment before the record's declaration.
  private static Map<String, String> meanings(Class<?> type) throws IOException {
    Class<?> outer = type;
    while (outer.getEnclosingClass() != null) {
      outer = outer.getEnclosingClass();
    }
    Path source = Path.of("src", "main", "java", outer.getName().replace('.', '/') + ".java");
    Map<String, String> meanings = new TreeMap<>();
    String name = "";
    for (String line : comment(Files.readAllLines(source), type.getSimpleName())) {
      Matcher parameter = Pattern.compile("@param (\\w+) (.*)").matcher(line);
      if (parameter.matches()) {
        name = parameter.group(1);
        meanings.put(name, parameter.group(2));
      } else if (!name.isEmpty() && !line.isBlank()) {
        meanings.merge(name, line.strip(), (before, more) -> before + " " + more);
      }
    }
    return meanings;
  }

  private static List<String> comment(List<String> lines, String record) {
    var comment = new ArrayList<String>();
    for (String line : lines) {
      String text = line.strip();
      if (text.startsWith("///")) {
        comment.add(text.substring(3).strip());
      } else if (text.contains("record " + record + "(")) {
        return comment;
      } else if (!text.startsWith("@")) {
        comment.clear();
      }
    }
    return List.of();
  }

  private static String kebab(String name) {
    return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }
}
