package anbinh.platform;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.audit.EventType;
import anbinh.testing.OwnClasses;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// All features' texts: in all three languages, well-formed, and one for everything that needs one.
class MessagesTest {
  private static final Pattern FILE = Pattern.compile("(.+)_(vi|en|ar)\\.properties");
  private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)");

  @Test
  void everyKeyIsInEveryLanguage() throws IOException {
    var missing = new TreeSet<String>();
    all()
        .forEach((feature, languages) -> {
          var keys = new TreeSet<String>();
          languages.values().forEach(texts -> keys.addAll(texts.stringPropertyNames()));
          for (Locale language : Messages.LANGUAGES) {
            Properties texts = languages.getOrDefault(language.getLanguage(), new Properties());
            keys.stream()
                .filter(key -> texts.getProperty(key, "").isBlank())
                .forEach(key -> missing.add(feature + "_" + language + ": " + key));
          }
        });
    assertThat(missing).isEmpty();
  }

  @Test
  void noProblemAndNoEventIsToldByTwoFeatures() throws IOException {
    Map<String, String> owners = new TreeMap<>();
    var twice = new TreeSet<String>();
    all()
        .forEach((feature, languages) ->
            languages
                .getOrDefault("vi", new Properties())
                .stringPropertyNames()
                .forEach(key -> {
                  if (!key.startsWith("field.") && owners.put(key, feature) != null) {
                    twice.add(key);
                  }
                }));
    assertThat(twice).isEmpty();
  }

  @Test
  void everyTextIsAPatternThatUsesTheSameArgumentsInEachLanguage() throws IOException {
    var wrong = new ArrayList<String>();
    all()
        .forEach((feature, languages) -> {
          Map<String, Set<String>> arguments = new TreeMap<>();
          languages.forEach((language, texts) ->
              texts
                  .stringPropertyNames()
                  .forEach(key -> {
                    String text = texts.getProperty(key);
                    if (text.replace("''", "").contains("'")) {
                      wrong.add(key + " " + language + ": a single apostrophe");
                    }
                    assertThat(new MessageFormat(text).toPattern()).isNotNull();
                    Set<String> used = arguments(text);
                    if (!used.equals(arguments.computeIfAbsent(key, k -> used))) {
                      wrong.add(key + " " + language + ": other arguments");
                    }
                  }));
        });
    assertThat(wrong).isEmpty();
  }

  @Test
  void everyProblemCodeHasTitleDetailAndAdvice() throws IOException {
    Set<String> keys = keys();
    var missing = new TreeSet<String>();
    for (ProblemCode code : constants(ProblemCode.class)) {
      for (String part : List.of("title", "detail", "advice")) {
        String key = "problem." + code.code() + "." + part;
        if (!keys.contains(key)) {
          missing.add(key);
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  /// A title is the same whatever happened (RFC 9457, 3.1.3), and both stand on the problem's page.
  @Test
  void titlesAndAdviceOfProblemsTakeNoArguments() throws IOException {
    var wrong = new TreeSet<String>();
    for (Map<String, Properties> languages : all().values()) {
      for (Properties texts : languages.values()) {
        for (String key : texts.stringPropertyNames()) {
          if (key.matches("problem\\..*\\.(title|advice)")
              && !arguments(texts.getProperty(key)).isEmpty()) {
            wrong.add(key);
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void everyEventTypeHasASentenceAndACodeOfItsOwn() throws IOException {
    Set<String> keys = keys();
    var missing = new TreeSet<String>();
    var codes = new ArrayList<String>();
    for (EventType type : constants(EventType.class)) {
      codes.add(type.code());
      assertThat(type.code()).matches("[a-z][a-z-]*(\\.[a-z][a-z-]*)+");
      if (!keys.contains("event." + type.code())) {
        missing.add("event." + type.code());
      }
    }
    assertThat(missing).isEmpty();
    assertThat(codes).doesNotHaveDuplicates();
  }

  /// Numbers of laws read from the left in Arabic, too, which takes marks around them.
  @Test
  void numbersOfLawsKeepTheirDirectionInArabic() throws IOException {
    var bare = Pattern.compile("(?<!\\x{2066})\\b\\d+/\\d{4}/\\p{Lu}");
    all()
        .forEach((feature, languages) ->
            languages
                .getOrDefault("ar", new Properties())
                .forEach((key, text) ->
                    assertThat(bare.matcher(text.toString()).find())
                        .as(feature + ": " + key)
                        .isFalse()));
  }

  @Test
  void otherLanguagesGetTheNearestOrVietnamese() {
    assertThat(Messages.nearest(Locale.UK)).isEqualTo(Locale.ENGLISH);
    assertThat(Messages.nearest(Locale.forLanguageTag("ar-SA")).getLanguage()).isEqualTo("ar");
    assertThat(Messages.nearest(Locale.FRENCH)).isEqualTo(Messages.VIETNAMESE);
  }

  /// The constants of the features that have texts at all.
  private static <T> List<T> constants(Class<T> type) throws IOException {
    Set<String> features = all().keySet();
    var constants = new ArrayList<T>();
    for (Class<? extends T> found : OwnClasses.of(type)) {
      String feature = found.getPackageName().replaceAll("^anbinh\\.([a-z]+).*", "$1");
      if (found.isEnum() && features.contains(feature)) {
        constants.addAll(List.of(found.getEnumConstants()));
      }
    }
    assertThat(constants).isNotEmpty();
    return constants;
  }

  private static Set<String> arguments(String text) {
    var arguments = new TreeSet<String>();
    Matcher matcher = ARGUMENT.matcher(text);
    while (matcher.find()) {
      arguments.add(matcher.group(1));
    }
    return arguments;
  }

  private static Set<String> keys() throws IOException {
    var keys = new TreeSet<String>();
    all()
        .values()
        .forEach(
            languages -> languages.values().forEach(t -> keys.addAll(t.stringPropertyNames())));
    return keys;
  }

  /// Feature, language, texts.
  static Map<String, Map<String, Properties>> all() throws IOException {
    Map<String, Map<String, Properties>> all = new TreeMap<>();
    for (Resource file :
        new PathMatchingResourcePatternResolver()
            .getResources("classpath*:messages/*.properties")) {
      Matcher matcher = FILE.matcher(String.valueOf(file.getFilename()));
      assertThat(matcher.matches()).as(file.toString()).isTrue();
      var texts = new Properties();
      try (Reader reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
        texts.load(reader);
      }
      all.computeIfAbsent(matcher.group(1), f -> new TreeMap<>()).put(matcher.group(2), texts);
    }
    return all;
  }
}
