package anbinh.recording.find;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.recording.Span;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FootageTest {
  private static final Instant NOW = Instant.parse("2026-11-25T08:00:00Z");
  private static final Duration WEEK = Duration.ofDays(7);

  private static Span span(String from, String to) {
    return new Span(Instant.parse(from), Instant.parse(to));
  }

  @Test
  void theOwnersRecorderKeepsWhatIsYoungerThanItsKeepTime() {
    Footage footage = Footage.kept(span("2026-11-20T08:00:00Z", "2026-11-20T09:00:00Z"), WEEK, NOW);
    assertThat(footage.state()).isEqualTo(Footage.State.KEPT);
    assertThat(footage.available()).isEqualTo(Duration.ofHours(1));
    assertThat(footage.wholeUntil()).isEqualTo("2026-11-27T08:00:00Z");
    assertThat(footage.goneAt()).isEqualTo("2026-11-27T09:00:00Z");
  }

  @Test
  void whatIsBeingOverwrittenIsThereInPart() {
    Footage footage = Footage.kept(span("2026-11-18T07:45:00Z", "2026-11-18T08:45:00Z"), WEEK, NOW);
    assertThat(footage.state()).isEqualTo(Footage.State.PARTLY_KEPT);
    assertThat(footage.available()).isEqualTo(Duration.ofMinutes(45));
    assertThat(footage.wholeUntil()).isNull();
    assertThat(footage.goneAt()).isEqualTo("2026-11-25T08:45:00Z");
  }

  @Test
  void whatIsOlderIsOverwritten() {
    Footage footage = Footage.kept(span("2026-11-18T07:00:00Z", "2026-11-18T08:00:00Z"), WEEK, NOW);
    assertThat(footage.state()).isEqualTo(Footage.State.OVERWRITTEN);
    assertThat(footage.available()).isEqualTo(Duration.ZERO);
    assertThat(footage.goneAt()).isEqualTo(NOW);
  }

  @Test
  void ofAConnectedCameraCountsWhatIsRecorded() {
    Span span = span("2026-11-25T06:00:00Z", "2026-11-25T07:00:00Z");
    assertThat(Footage.recorded(Duration.ZERO, span, WEEK).state())
        .isEqualTo(Footage.State.NOT_RECORDED);
    assertThat(Footage.recorded(Duration.ofMinutes(20), span, WEEK).state())
        .isEqualTo(Footage.State.PARTLY_RECORDED);
    Footage whole = Footage.recorded(Duration.ofMinutes(60).minusMillis(40), span, WEEK);
    assertThat(whole.state()).isEqualTo(Footage.State.RECORDED);
    assertThat(whole.wholeUntil()).isEqualTo("2026-12-02T06:00:00Z");
  }
}
