package anbinh.recording.watch;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.media.StreamState;
import anbinh.media.record.log.Gap;
import anbinh.platform.Messages;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Every cause that a camera's health, a gap or a test of an address can state has words and advice
/// in each language: in the server's texts and in the console's.
class CauseTextsTest {
  private static final Path CONSOLE = Path.of("..", "console", "text", "cameras.json");

  @Test
  void everyCauseOfATestedAddressHasAdvice() throws Exception {
    for (Locale language : Messages.LANGUAGES) {
      var texts = new Properties();
      String name = "/messages/recording_" + language.getLanguage() + ".properties";
      try (var file = Messages.class.getResourceAsStream(name)) {
        texts.load(new InputStreamReader(file, StandardCharsets.UTF_8));
      }
      for (StreamState.Cause cause : StreamState.Cause.values()) {
        assertThat(texts.getProperty("camera.advice." + cause)).as(name + " " + cause).isNotBlank();
      }
    }
  }

  @Test
  void everyCauseHasWordsInTheConsoleAndEveryFaultSaysWhatToDo() throws Exception {
    JsonNode texts = JsonMapper.shared().readTree(Files.readString(CONSOLE));
    List<String> faults = Arrays.stream(StreamState.Cause.values()).map(Enum::name).toList();
    List<String> gaps = Arrays.stream(Gap.Cause.values()).map(Enum::name).toList();
    for (String cause : Stream.concat(faults.stream(), gaps.stream()).toList()) {
      assertInAllLanguages(texts, "cause." + cause);
    }
    for (String cause : faults) {
      assertInAllLanguages(texts, "todo." + cause);
    }
  }

  private static void assertInAllLanguages(JsonNode texts, String key) {
    assertThat(texts.path(key)).as(key).hasSize(Messages.LANGUAGES.size());
    texts.path(key).forEach(text -> assertThat(text.asString()).as(key).isNotBlank());
  }
}
