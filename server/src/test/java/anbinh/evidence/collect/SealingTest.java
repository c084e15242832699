package anbinh.evidence.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.evidence.request.LoggedDecisions.Basis;
import anbinh.seal.log.Commitment;
import anbinh.seal.pack.Seal;
import anbinh.seal.tree.Hash;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// On what is sealed, and when a seal is used again; CollectorIT kills the server between.
class SealingTest {
  private static final Instant AT = Instant.parse("2026-11-24T03:02:11Z");
  private static final Seal.Contents CONTENTS =
      new Seal.Contents("ab".repeat(64), "1234.5", "cd".repeat(32));
  private static final Seal.Act REQUESTED = act("person-1", 3);
  private static final Seal.Act DECIDED = act("person-2", 4);
  private static final List<Long> SEGMENTS = List.of(1L, 2L);

  private static Seal.Act act(String actor, long index) {
    return new Seal.Act(actor, AT, index, Hash.parseHex("0" + index + "00".repeat(31), "commit"));
  }

  private static Seal seal() {
    return new Seal(
        AT,
        "EXT-2026-0001",
        "REQ-2026-0001",
        null,
        null,
        REQUESTED,
        DECIDED,
        null,
        CONTENTS,
        SEGMENTS,
        null,
        new Seal.Enclosed(Sealing.enclosed(true), true),
        Commitment.salt());
  }

  @Test
  void aSealIsUsedAgainForTheSameBagOnTheSameDecisionOnly() {
    Seal before = Seal.parse(seal().canonical());
    assertThat(Sealing.isOf(before, CONTENTS, SEGMENTS, REQUESTED, DECIDED)).isTrue();
    var other = new Seal.Contents("ab".repeat(63) + "ac", "1234.5", "cd".repeat(32));
    assertThat(Sealing.isOf(before, other, SEGMENTS, REQUESTED, DECIDED)).isFalse();
    assertThat(Sealing.isOf(before, CONTENTS, List.of(1L), REQUESTED, DECIDED)).isFalse();
    assertThat(Sealing.isOf(before, CONTENTS, SEGMENTS, act("person-3", 3), DECIDED)).isFalse();
    assertThat(Sealing.isOf(before, CONTENTS, SEGMENTS, REQUESTED, act("person-2", 5))).isFalse();
  }

  @Test
  void nothingIsSealedButOnTheLogsWord() {
    var logged = new Basis.Logged(3, 4);
    assertThat(Sealing.require(logged)).isEqualTo(logged);
    assertThatThrownBy(() -> Sealing.require(new Basis.Waiting()))
        .isInstanceOf(CollectFailure.class)
        .hasMessageContaining("not in the log yet");
    assertThatThrownBy(() -> Sealing.require(new Basis.Differs(List.of("granted to is another"))))
        .isInstanceOf(CollectFailure.class)
        .hasMessageContaining("granted to is another");
  }

  @Test
  void aSealNamesWhatStandsBesideIt() {
    assertThat(Sealing.enclosed(true))
        .contains("minute.vi.pdf", "seal.p7s", "policy")
        .containsAll(Sealing.enclosed(false));
    assertThat(Sealing.enclosed(false)).doesNotContain("policy");
  }
}
