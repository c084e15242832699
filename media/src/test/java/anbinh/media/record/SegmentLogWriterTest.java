package anbinh.media.record;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.media.Await;
import anbinh.media.record.log.Gap;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SegmentLogWriterTest {
  private static final Instant BORN = Instant.parse("2026-11-25T00:00:00Z");

  private final MemoryLog log = new MemoryLog();
  private final SegmentLogWriter writer = new SegmentLogWriter(log, new EndedSegments(), 4);

  @AfterEach
  void stop() throws InterruptedException {
    log.fail(false);
    writer.stop(Duration.ofMinutes(1));
  }

  @Test
  void tellsInOrderWhatTheLogRefusedBefore() throws Exception {
    log.fail(true);
    for (int i = 0; i < 4; i++) {
      writer.gap(gap(i));
    }
    Await.until("the log refused", () -> log.refused() > 0 && writer.fault().isPresent());
    assertThat(writer.fault()).contains("IllegalStateException: The log is out of order.");
    assertThat(writer.held()).isEqualTo(4);
    log.fail(false);
    Await.untilNone("held statements", writer::held);
    assertThat(log.gaps()).extracting(Gap::from).isSorted().hasSize(4);
    assertThat(writer.fault()).isEmpty();
  }

  @Test
  void forgetsTheOldestBeyondItsRoom() throws Exception {
    log.fail(true);
    writer.gap(gap(0));
    Await.until("it is being told", () -> log.refused() > 0);
    for (int i = 1; i <= 7; i++) {
      writer.gap(gap(i));
    }
    assertThat(writer.forgotten()).isEqualTo(3);
    assertThat(writer.held()).isEqualTo(5);
    log.fail(false);
    writer.stop(Duration.ofMinutes(1));
    assertThat(log.gaps())
        .extracting(gap -> gap.from().getEpochSecond() - BORN.getEpochSecond())
        .containsExactly(0L, 4L, 5L, 6L, 7L);
  }

  @Test
  void tellsTheRestWhenItIsStopped() throws Exception {
    for (int i = 0; i < 3; i++) {
      writer.gap(gap(i));
    }
    writer.stop(Duration.ofMinutes(1));
    assertThat(log.gaps()).hasSize(3);
  }

  @Test
  void waitsNoLongerThanToldForALogThatIsOutOfOrder() throws Exception {
    log.fail(true);
    writer.gap(gap(0));
    writer.stop(Duration.ofMillis(200));
    assertThat(writer.held()).isEqualTo(1);
    assertThat(log.gaps()).isEmpty();
  }

  private static Gap gap(int second) {
    return new Gap(
        "gate-1", BORN.plusSeconds(second), Optional.empty(), Gap.Cause.LOSS, Optional.empty(), "");
  }
}
