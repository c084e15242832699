package anbinh.audit.witness;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.seal.note.Checkpoint;
import anbinh.seal.note.CosigningKey;
import anbinh.seal.note.SignedCheckpoint;
import anbinh.seal.note.SigningKey;
import anbinh.seal.policy.Policy;
import anbinh.seal.tree.Hash;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeadsTest {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final SigningKey log = SigningKey.generate("log.example");
  private final CosigningKey one = CosigningKey.generate("one.example");
  private final CosigningKey two = CosigningKey.generate("two.example");
  private Instant now = Instant.parse("2026-11-25T03:00:00Z");
  private final Heads heads =
      new Heads(
          Policy.of(
              List.of(),
              List.of(
                  new Policy.Witness("one", one.witnessKey(), null),
                  new Policy.Witness("two", two.witnessKey(), null)),
              2),
          TIMEOUT,
          () -> now,
          head(1));

  private SignedCheckpoint head(long size) {
    return SignedCheckpoint.sign(
        new Checkpoint("log.example", size, Hash.sha256(new byte[] {(byte) size})), log);
  }

  private void cosign(CosigningKey witness, long size) {
    String text = head(size).note().text();
    assertThat(heads.add(text, witness.cosign(text, now))).isPresent();
  }

  private long published() {
    return heads.published().checkpoint().size();
  }

  private long candidate() {
    return heads.findCandidate().orElseThrow().checkpoint().size();
  }

  @Test
  void theCandidateStaysUntilItHasItsQuorum() {
    assertThat(heads.offer(head(2))).isTrue();
    assertThat(heads.offer(head(3))).isFalse();
    assertThat(candidate()).isEqualTo(2);
    cosign(one, 2);
    assertThat(heads.advance()).isFalse();
    cosign(two, 2);
    assertThat(heads.advance()).isTrue();
    assertThat(candidate()).isEqualTo(3);
    assertThat(heads.findReached().orElseThrow().checkpoint().size()).isEqualTo(2);
  }

  @Test
  void theCandidateGivesWayWhenItHasWaitedEnough() {
    heads.offer(head(2));
    heads.offer(head(3));
    now = now.plus(TIMEOUT);
    assertThat(heads.advance()).isTrue();
    assertThat(candidate()).isEqualTo(3);
    cosign(one, 2);
    cosign(two, 2);
    assertThat(heads.findReached().orElseThrow().checkpoint().size())
        .as("late cosignatures count")
        .isEqualTo(2);
  }

  @Test
  void publishesTheQuorumAsLongAsNewerHeadsDoNotWaitTooLongAndNeverShrinks() {
    heads.offer(head(2));
    cosign(one, 2);
    cosign(two, 2);
    heads.offer(head(3));
    assertThat(published()).isEqualTo(2);
    assertThat(heads.findBehindSince()).contains(now);
    now = now.plus(TIMEOUT);
    assertThat(published()).isEqualTo(3);
    heads.offer(head(4));
    assertThat(published()).isEqualTo(4);
    cosign(one, 3);
    cosign(two, 3);
    assertThat(published()).as("not smaller than before").isEqualTo(4);
    cosign(one, 4);
    cosign(two, 4);
    assertThat(heads.published().note().signatures()).hasSize(3);
    assertThat(heads.findBehindSince()).isEmpty();
  }

  @Test
  void waitsForACoveringHeadAndThenGivesWhatThereIs() throws InterruptedException {
    var quick =
        new Heads(
            Policy.of(List.of(), List.of(new Policy.Witness("one", one.witnessKey(), null)), 1),
            Duration.ofMillis(200),
            () -> now,
            head(1));
    quick.offer(head(2));
    assertThat(quick.awaitCovering(1).orElseThrow().note().signatures()).hasSize(1);
    assertThat(quick.awaitCovering(2)).isEmpty();
    String text = head(2).note().text();
    Thread.ofVirtual().start(() -> quick.add(text, one.cosign(text, now)));
    assertThat(quick.awaitCovering(1).orElseThrow().note().signatures()).hasSize(2);
  }
}
