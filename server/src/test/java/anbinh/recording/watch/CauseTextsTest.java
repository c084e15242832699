package anbinh.recording.watch;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.cameras.CameraAdvice;
import anbinh.media.StreamState;
import anbinh.media.record.log.Gap;
import anbinh.platform.Messages;
import anbinh.recording.GapCause;
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

/// Every cause that a camera's health, a gap or a test of an address can state has words in each
/// language, in the server's texts and in the console's, and every fault says what to do.
class CauseTextsTest {
  private static final Path CONSOLE = Path.of("..", "console", "messages", "cameras.json");

  @Test
  void everyCauseOfAFaultHasAdviceForEachOfItsDetails() throws Exception {
    for (Locale language : Messages.LANGUAGES) {
      Properties texts = texts(language);
      for (StreamState.Cause cause : StreamState.Cause.values()) {
        for (String key : CameraAdvice.keys(cause)) {
          assertThat(texts.getProperty("camera.advice." + key)).as(language + key).isNotBlank();
        }
      }
    }
  }

  @Test
  void everyCauseOfAGapHasWords() throws Exception {
    JsonNode console = JsonMapper.shared().readTree(Files.readString(CONSOLE));
    for (String cause : causes()) {
      JsonNode words = console.path("cause." + cause);
      assertThat(words).as(cause).hasSize(Messages.LANGUAGES.size());
      words.forEach(text -> assertThat(text.asString()).as(cause).isNotBlank());
      for (Locale language : Messages.LANGUAGES) {
        assertThat(texts(language).getProperty("camera.gap." + cause))
            .as(language + cause)
            .isNotBlank();
      }
    }
  }

  private static List<String> causes() {
    return Stream.of(
            Arrays.stream(StreamState.Cause.values()),
            Arrays.stream(Gap.Cause.values()),
            Arrays.stream(GapCause.values()))
        .flatMap(all -> all)
        .map(Enum::name)
        .toList();
  }

  private static Properties texts(Locale language) throws Exception {
    var texts = new Properties();
    String name = "/messages/recording_" + language.getLanguage() + ".properties";
    try (var file = Messages.class.getResourceAsStream(name)) {
      texts.load(new InputStreamReader(file, StandardCharsets.UTF_8));
    }
    return texts;
  }
}
