package anbinh.platform.settings;

import anbinh.platform.StartFailure;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.stereotype.Component;

/// All features' settings that are given, bound and validated; the data folder and the database
/// wait for it, so that nothing starts on wrong settings.
///
/// A record of which nothing is given is left until it is needed: that all defaults are right is
/// tried when An Bình is built, and to bind and try them at each start took a noticeable part of
/// it. A key `anbinh.*` that no feature knows is named in a warning: it is most likely a slip.
@Component
public class CheckedSettings {
  private static final Logger LOG = LoggerFactory.getLogger(CheckedSettings.class);
  private static final String PREFIX = "anbinh.";

  private final TreeSet<String> known = new TreeSet<>();
  private final TreeSet<String> unknown = new TreeSet<>();

  CheckedSettings(
      ListableBeanFactory beans,
      ConfigurableEnvironment environment,
      ObjectProvider<Validator> validator) {
    List<String> given = given(environment);
    var wrong = new TreeSet<String>();
    for (String name : beans.getBeanNamesForType(Record.class, true, false)) {
      Class<?> type = Objects.requireNonNull(beans.getType(name, false), name);
      var annotation = type.getAnnotation(ConfigurationProperties.class);
      if (annotation != null) {
        addKeys(annotation.value(), type);
        String prefix = letters(annotation.value());
        if (given.stream().anyMatch(key -> letters(key).startsWith(prefix))) {
          for (var violation : validator.getObject().validate(beans.getBean(name))) {
            wrong.add(inWords(annotation.value(), violation));
          }
        }
      }
    }
    if (!wrong.isEmpty()) {
      throw new StartFailure(
          "Wrong settings: " + String.join("; ", wrong),
          "Give others, or leave them out for the defaults: docs/ref/configuration.md");
    }
    given.forEach(this::check);
    for (String key : unknown) {
      LOG.warn("unknown setting {}: no feature reads it", key);
    }
  }

  /// The keys that no feature knows.
  public Collection<String> unknown() {
    return unknown;
  }

  private static List<String> given(ConfigurableEnvironment environment) {
    return environment.getPropertySources().stream()
        .filter(source -> source instanceof EnumerablePropertySource<?>)
        .flatMap(source -> Arrays.stream(((EnumerablePropertySource<?>) source).getPropertyNames()))
        .toList();
  }

  /// What is alike in `anbinh.evidence.keep-days`, `keepDays` and `ANBINH_EVIDENCE_KEEPDAYS`.
  private static String letters(String key) {
    return canonical(key).replace(".", "");
  }

  private static String inWords(String prefix, ConstraintViolation<?> violation) {
    return prefix
        + "."
        + kebab(violation.getPropertyPath().toString())
        + " "
        + violation.getMessage();
  }

  private void check(String name) {
    if (!name.startsWith(PREFIX)) {
      return;
    }
    String key = canonical(name.replaceAll("\\[.*?]", ""));
    boolean found =
        known.stream()
            .map(CheckedSettings::canonical)
            .anyMatch(k -> key.equals(k) || (k.endsWith(".*") && key.startsWith(cut(k))));
    if (!found) {
      unknown.add(name);
    }
  }

  private static String cut(String mapKey) {
    return mapKey.substring(0, mapKey.length() - 1);
  }

  private void addKeys(String prefix, Class<?> type) {
    for (RecordComponent component : type.getRecordComponents()) {
      String key = prefix + "." + kebab(component.getName());
      if (component.getType().isRecord()) {
        addKeys(key, component.getType());
      } else if (Map.class.isAssignableFrom(component.getType())
          || Collection.class.isAssignableFrom(component.getType())) {
        known.add(key);
        known.add(key + ".*");
      } else {
        known.add(key);
      }
    }
  }

  private static String kebab(String name) {
    return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  private static String canonical(String key) {
    return key.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
  }
}
