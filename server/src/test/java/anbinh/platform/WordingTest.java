package anbinh.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The rules of docs/design/texts.md that a program can hold the server's texts against.
class WordingTest {
  private static final Path FORMS = Path.of("../docs/design/text-forms.json");
  private static final int MAX_TITLE = 70;

  private interface Rule {
    /// What is wrong with a text, or an empty string.
    String wrong(String key, String language, String text);
  }

  @Test
  void noTextUsesAForbiddenForm() throws IOException {
    JsonNode forms = JsonMapper.builder().build().readTree(Files.readString(FORMS));
    assertThat(
            wrong((key, language, text) -> {
              for (String kind : List.of("all", language)) {
                for (JsonNode form : forms.get(kind)) {
                  Matcher found =
                      Pattern.compile(
                              form.get(0).asString(),
                              Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                          .matcher(text);
                  if (found.find()) {
                    return found.group() + " → " + form.get(1).asString();
                  }
                }
              }
              return "";
            }))
        .isEmpty();
  }

  @Test
  void titlesOfProblemsAndEntriesOfTheLogAreNoSentences() throws IOException {
    assertThat(
            wrong((key, language, text) -> {
              boolean title = key.matches("problem\\..*\\.title");
              if (!title && !key.startsWith("event.")) {
                return "";
              }
              if (text.matches("(?s).*[.!?;:,؟]")) {
                return "ends in a sign";
              }
              if (Character.isLowerCase(text.codePointAt(0))) {
                return "begins small";
              }
              return title && text.length() > MAX_TITLE ? text.length() + " signs" : "";
            }))
        .isEmpty();
  }

  @Test
  void whatIsWrongAndWhatToDoAreSentences() throws IOException {
    assertThat(
            wrong((key, language, text) -> {
              if (!key.matches("problem\\..*\\.(detail|advice)|field\\..*")) {
                return "";
              }
              if (!text.matches("(?s).*[.?؟]")) {
                return "no full stop";
              }
              return Character.isLowerCase(text.codePointAt(0)) ? "begins small" : "";
            }))
        .isEmpty();
  }

  private static List<String> wrong(Rule rule) throws IOException {
    var wrong = new ArrayList<String>();
    MessagesTest.all()
        .forEach((feature, languages) ->
            languages.forEach((language, texts) ->
                texts
                    .stringPropertyNames()
                    .forEach(key -> {
                      String text = texts.getProperty(key);
                      String why = rule.wrong(key, language, text);
                      if (!why.isEmpty()) {
                        wrong.add(feature + "_" + language + ": " + key + ": " + why + ": " + text);
                      }
                    })));
    return wrong;
  }
}
