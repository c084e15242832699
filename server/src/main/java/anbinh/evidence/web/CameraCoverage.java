package anbinh.evidence.web;

import anbinh.recording.Coverage;
import anbinh.recording.Nearest;
import anbinh.recording.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What there is of one camera in a stretch of time.
///
/// @param keptUntil when retention will delete the oldest part; null when nothing is recorded
/// @param nearest what is recorded on both sides when nothing is recorded in the stretch itself;
///   null otherwise
record CameraCoverage(
    UUID cameraId,
    List<Span> recorded,
    List<GapLine> gaps,
    long coveredMillis,
    long requestedMillis,
    @Nullable Instant keptUntil,
    @Nullable Nearest nearest) {
  CameraCoverage {
    recorded = List.copyOf(recorded);
    gaps = List.copyOf(gaps);
  }

  record GapLine(Instant from, Instant to, String cause, String detail) {}

  static CameraCoverage of(
      UUID cameraId, Span asked, Coverage coverage, int keepDays, @Nullable Nearest nearest) {
    return new CameraCoverage(
        cameraId,
        coverage.recorded(),
        coverage.gaps().stream()
            .map(gap -> new GapLine(gap.span().from(), gap.span().to(), gap.cause(), gap.detail()))
            .toList(),
        coverage.recordedLength().toMillis(),
        asked.length().toMillis(),
        coverage.recorded().isEmpty()
            ? null
            : coverage.recorded().getFirst().from().plus(Duration.ofDays(keepDays)),
        nearest);
  }

  boolean empty() {
    return recorded.isEmpty();
  }

  boolean whole() {
    return gaps.isEmpty() && coveredMillis >= requestedMillis;
  }
}
