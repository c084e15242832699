package anbinh.seal.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.seal.FormatProblem;
import anbinh.seal.json.Json;
import anbinh.seal.tree.Hash;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LeafTest {
  private static final Instant TIME = Instant.parse("2026-11-24T03:02:11.123456Z");

  @Test
  void writesOneCanonicalForm() {
    byte[] salt = new byte[Commitment.SALT_BYTES];
    Leaf leaf =
        Leaf.of(LeafType.VIEW, TIME)
            .withSequence(7)
            .withActor("p-7f3a")
            .withObject("CAM-0412")
            .withPolicy("rules-12")
            .withCommit(Commitment.of(salt, utf8("payload")))
            .withFacts(Map.of("seconds", Json.of(20)));
    assertThat(new String(leaf.canonical(), StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"actor\":\"p-7f3a\","
                + "\"commit\":\""
                + Hash.sha256(salt, utf8("payload")).hex()
                + "\","
                + "\"facts\":{\"seconds\":20},\"format\":\"anbinh.leaf/1\",\"object\":\"CAM-0412\","
                + "\"policy\":\"rules-12\",\"sequence\":7,\"time\":\"2026-11-24T03:02:11.123Z\","
                + "\"type\":\"footage.view\"}");
    assertThat(Leaf.parse(leaf.canonical())).isEqualTo(leaf);
    Leaf bare = Leaf.of(LeafType.SIGN_IN, TIME);
    assertThat(Leaf.parse(bare.canonical())).isEqualTo(bare);
  }

  @Test
  void holdsTheHashOfASegmentAndOfTheOneBefore() {
    Hash hash = Hash.sha256(utf8("segment"));
    Hash previous = Hash.sha256(utf8("before"));
    Leaf leaf = Leaf.segmentClosed(TIME, "seg-1", 5, hash, previous);
    assertThat(leaf.facts())
        .containsEntry("sha256", Json.of(hash.hex()))
        .containsEntry("previous", Json.of(previous.hex()));
    assertThat(Leaf.segmentClosed(TIME, "seg-1", 0, hash, null).facts()).hasSize(1);
    assertThat(Leaf.parse(leaf.canonical())).isEqualTo(leaf);
  }

  @Test
  void refusesIdsThatCouldBeNames() {
    for (String id : List.of("", "Nguyễn Văn A", "two words", "x".repeat(201), "a\nb", "é")) {
      assertThatThrownBy(() -> Leaf.of(LeafType.VIEW, TIME).withActor(id))
          .as(id)
          .isInstanceOf(FormatProblem.class);
      assertThatThrownBy(() -> Leaf.of(LeafType.VIEW, TIME).withObject(id))
          .isInstanceOf(FormatProblem.class);
    }
    for (String type : List.of("", "view", "Footage.view", "footage.", "footage view.x")) {
      assertThatThrownBy(() -> Leaf.of(type, TIME)).as(type).isInstanceOf(FormatProblem.class);
    }
    assertThatThrownBy(() -> Leaf.of(LeafType.VIEW, TIME).withSequence(-1))
        .isInstanceOf(FormatProblem.class);
  }

  @Test
  void refusesLeavesThatAreNotInItsForm() {
    String good = new String(Leaf.of(LeafType.VIEW, TIME).canonical(), StandardCharsets.UTF_8);
    for (String bad :
        List.of(
            good.replace("leaf/1", "leaf/2"),
            good.replace("\"format\"", "\"farmat\""),
            good.replace(".123Z", "Z"),
            good.replace(".123Z", ".123+00:00"),
            good.replace("2026-11", "2026-13"),
            good.replace("{", "{\"facts\":{},"),
            good.replace("{", "{\"actor\":5,"),
            good.replace("{", "{\"commit\":\"abc\","),
            good + " ",
            "[]")) {
      assertThatThrownBy(() -> Leaf.parse(utf8(bad))).as(bad).isInstanceOf(FormatProblem.class);
    }
  }

  @Test
  void doesNotFitIntoTheLogWhenItIsTooLong() {
    Leaf leaf = Leaf.of(LeafType.VIEW, TIME).withFacts(Map.of("x", Json.of("y".repeat(65_535))));
    assertThatThrownBy(leaf::canonical).hasMessageContaining("65535");
  }

  @Test
  void commitsToAPayloadThroughASaltOfItsOwn() {
    byte[] salt = Commitment.newSalt();
    assertThat(salt).hasSize(32).isNotEqualTo(Commitment.newSalt());
    Hash commit = Commitment.of(salt, utf8("payload"));
    byte[] both = Arrays.copyOf(salt, 39);
    System.arraycopy(utf8("payload"), 0, both, 32, 7);
    assertThat(commit).isEqualTo(Hash.sha256(both));
    assertThat(Commitment.of(Commitment.newSalt(), utf8("payload"))).isNotEqualTo(commit);
    assertThatThrownBy(() -> Commitment.of(new byte[31], utf8("xpayload")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
