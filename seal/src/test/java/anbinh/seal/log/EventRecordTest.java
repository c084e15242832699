package anbinh.seal.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.seal.FormatProblem;
import anbinh.seal.json.Json;
import anbinh.seal.tree.Hash;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EventRecordTest {
  private static final Instant TIME = Instant.parse("2026-11-24T03:02:11.123456Z");

  @Test
  void writesOneCanonicalForm() {
    byte[] salt = new byte[Commitment.SALT_BYTES];
    EventRecord event =
        EventRecord.of(EventName.VIEW, TIME)
            .withSequence(7)
            .withActor("p-7f3a")
            .withObject("CAM-0412")
            .withPolicy("rules-12")
            .withCommit(Commitment.of(salt, utf8("payload")))
            .withFacts(Map.of("seconds", Json.of(20)));
    assertThat(new String(event.canonical(), StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"actor\":\"p-7f3a\","
                + "\"commit\":\""
                + Hash.sha256(salt, utf8("payload")).hex()
                + "\","
                + "\"facts\":{\"seconds\":20},\"format\":\"anbinh.event/1\",\"object\":\"CAM-0412\","
                + "\"policy\":\"rules-12\",\"salt\":\""
                + event.salt().hex()
                + "\",\"sequence\":7,\"time\":\"2026-11-24T03:02:11.123Z\","
                + "\"type\":\"footage.view\"}");
    assertThat(EventRecord.parse(event.canonical())).isEqualTo(event);
    EventRecord bare = EventRecord.of(EventName.SIGN_IN, TIME);
    assertThat(EventRecord.parse(bare.canonical())).isEqualTo(bare);
  }

  @Test
  void holdsTheHashOfASegmentAndOfTheOneBefore() {
    Hash hash = Hash.sha256(utf8("segment"));
    Hash previous = Hash.sha256(utf8("before"));
    EventRecord event = EventRecord.segmentClosed(TIME, "seg-1", 5, hash, previous);
    assertThat(event.facts())
        .containsEntry("sha256", Json.of(hash.hex()))
        .containsEntry("previous", Json.of(previous.hex()));
    assertThat(EventRecord.segmentClosed(TIME, "seg-1", 0, hash, null).facts()).hasSize(1);
    assertThat(EventRecord.parse(event.canonical())).isEqualTo(event);
  }

  @Test
  void refusesIdsThatCouldBeNames() {
    for (String id : List.of("", "Nguyễn Văn A", "two words", "x".repeat(201), "a\nb", "é")) {
      assertThatThrownBy(() -> EventRecord.of(EventName.VIEW, TIME).withActor(id))
          .as(id)
          .isInstanceOf(FormatProblem.class);
      assertThatThrownBy(() -> EventRecord.of(EventName.VIEW, TIME).withObject(id))
          .isInstanceOf(FormatProblem.class);
    }
    for (String type : List.of("", "view", "Footage.view", "footage.", "footage view.x")) {
      assertThatThrownBy(() -> EventRecord.of(type, TIME))
          .as(type)
          .isInstanceOf(FormatProblem.class);
    }
    assertThatThrownBy(() -> EventRecord.of(EventName.VIEW, TIME).withSequence(-1))
        .isInstanceOf(FormatProblem.class);
  }

  @Test
  void refusesEventsThatAreNotInItsForm() {
    String good =
        new String(EventRecord.of(EventName.VIEW, TIME).canonical(), StandardCharsets.UTF_8);
    String open =
        new String(
            EventRecord.of(EventName.VIEW, TIME)
                .withFacts(Map.of("a", Json.of(1), "b", Json.of(2)))
                .withOpen(LocalDate.of(2026, 11, 24), Set.of("a"))
                .canonical(),
            StandardCharsets.UTF_8);
    for (String bad :
        List.of(
            good.replace("event/1", "event/2"),
            good.replace("\"format\"", "\"farmat\""),
            good.replace(".123Z", "Z"),
            good.replace(".123Z", ".123+00:00"),
            good.replace("2026-11", "2026-13"),
            good.replace("{", "{\"facts\":{},"),
            good.replace("{", "{\"actor\":5,"),
            good.replace("\"salt\":\"", "\"salt\":\"00"),
            good.replace("\"salt\"", "\"salz\""),
            open.replace("\"facts\":{\"a\":1},\"type\"", "\"facts\":{\"a\":2},\"type\""),
            open.replace("\"facts\":{\"a\":1},\"type\":\"footage", "\"type\":\"other"),
            open.replace("\"day\":\"2026-11-24\"", "\"day\":\"2026-11-31\""),
            open.replace("\"day\":\"2026-11-24\"", "\"day\":\"+2026-11-24\""),
            open.replace("\"open\":{", "\"open\":{\"actor\":\"p\","),
            good.replace("{", "{\"commit\":\"abc\","),
            good + " ",
            "[]")) {
      assertThat(bad).isNotEqualTo(good).isNotEqualTo(open);
      assertThatThrownBy(() -> EventRecord.parse(utf8(bad)))
          .as(bad)
          .isInstanceOf(FormatProblem.class);
    }
  }

  @Test
  void leavesShowACommitmentAndWhatIsOpen() {
    EventRecord event =
        EventRecord.of(EventName.VIEW, TIME)
            .withActor("p-7f3a")
            .withFacts(Map.of("a", Json.of(1), "b", Json.of(2)));
    assertThat(event.leaf()).isEqualTo(new Leaf(Hash.sha256(event.canonical()), null));
    EventRecord open = event.withOpen(LocalDate.of(2026, 11, 24), Set.of("a"));
    assertThat(new String(open.leaf().canonical(), StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"commit\":\""
                + Hash.sha256(open.canonical()).hex()
                + "\",\"format\":\"anbinh.leaf/2\",\"open\":{\"day\":\"2026-11-24\","
                + "\"facts\":{\"a\":1},\"type\":\"footage.view\"}}");
    assertThat(EventRecord.parse(open.canonical())).isEqualTo(open);
    assertThat(Leaf.parse(open.leaf().canonical())).isEqualTo(open.leaf());
    assertThatThrownBy(() -> event.withOpen(LocalDate.of(2026, 11, 24), Set.of("c")))
        .isInstanceOf(FormatProblem.class);
    for (String bad :
        List.of(
            "{}",
            "{\"format\":\"anbinh.leaf/1\"}",
            "{\"commit\":\"00\",\"format\":\"anbinh.leaf/2\"}")) {
      assertThatThrownBy(() -> Leaf.parse(utf8(bad))).isInstanceOf(FormatProblem.class);
    }
  }

  @Test
  void doesNotFitIntoTheLogWhenItIsTooLong() {
    EventRecord event =
        EventRecord.of(EventName.VIEW, TIME).withFacts(Map.of("x", Json.of("y".repeat(65_535))));
    assertThatThrownBy(event::canonical).hasMessageContaining("65535");
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
