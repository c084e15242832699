package anbinh.media.rtsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChallengeTest {
  @Test
  void readsQuotedAndBareParameters() {
    assertThat(parse("Digest realm=\"IP Camera, north\", nonce=abc, stale = TRUE"))
        .containsExactly(
            new Challenge(
                "digest", Map.of("realm", "IP Camera, north", "nonce", "abc", "stale", "TRUE")));
  }

  @Test
  void readsSeveralChallengesInOneField() {
    assertThat(parse("Basic realm=\"a\", Digest realm=\"b\", nonce=\"n\""))
        .extracting(Challenge::scheme)
        .containsExactly("basic", "digest");
  }

  @Test
  void readsSeveralFields() {
    assertThat(Challenge.parse(List.of("Digest nonce=1", "Digest nonce=2, algorithm=SHA-256")))
        .extracting(challenge -> challenge.parameter("nonce"))
        .containsExactly("1", "2");
  }

  @Test
  void findsParametersWithoutRegardToCase() {
    Challenge challenge = parse("Digest Realm=\"r\"").getFirst();

    assertThat(challenge.parameter("realm")).isEqualTo("r");
    assertThat(challenge.parameter("REALM")).isEqualTo("r");
    assertThat(challenge.parameter("opaque")).isEmpty();
  }

  @Test
  void unescapesQuotedText() {
    assertThat(parse("Digest realm=\"a\\\"b\\\\c\"").getFirst().parameter("realm"))
        .isEqualTo("a\"b\\c");
  }

  @Test
  void keepsNoncesWithEqualsSigns() {
    assertThat(parse("Digest nonce=\"MTIz==\"").getFirst().parameter("nonce")).isEqualTo("MTIz==");
  }

  @Test
  void bearsBrokenFields() {
    assertThat(parse("")).isEmpty();
    assertThat(parse(",,, ")).isEmpty();
    assertThat(parse("\"\"\"")).isEmpty();
    assertThat(parse("realm=\"x\"")).as("no scheme").isEmpty();
    assertThat(parse("Digest realm=\"unterminated").getFirst().parameter("realm"))
        .isEqualTo("unterminated");
    assertThat(parse("Digest realm=").getFirst().parameter("realm")).isEmpty();
    assertThat(parse("Digest realm=\"a\\").getFirst().parameter("realm")).isEqualTo("a\\");
  }

  private static List<Challenge> parse(String field) {
    return Challenge.parse(List.of(field));
  }
}
