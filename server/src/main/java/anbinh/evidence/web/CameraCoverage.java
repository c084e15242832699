package anbinh.evidence.web;

import anbinh.cameras.Camera;
import anbinh.evidence.owner.Asks;
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
/// @param owner of a community camera: what its owner should still have; null for a connected one
/// @param nearest what is recorded on both sides when nothing is recorded in the stretch itself;
///   null otherwise
record CameraCoverage(
    UUID cameraId,
    List<Span> recorded,
    List<GapLine> gaps,
    long coveredMillis,
    long requestedMillis,
    @Nullable Instant keptUntil,
    @Nullable OwnersFootage owner,
    @Nullable Nearest nearest) {
  CameraCoverage {
    recorded = List.copyOf(recorded);
    gaps = List.copyOf(gaps);
  }

  record GapLine(Instant from, Instant to, String cause, String detail) {}

  /// What an owner's recorder should still hold by its keep-time; only the owner can tell.
  ///
  /// @param until when the last of it goes, or went
  record OwnersFootage(Instant until, boolean gone) {}

  /// Of a community camera.
  static CameraCoverage asked(Camera camera, Span asked, Instant now) {
    Instant oldestGoes = Asks.goneAt(camera, asked.from());
    Instant until = Asks.goneAt(camera, asked.to());
    return new CameraCoverage(
        camera.id(),
        List.of(),
        List.of(),
        0,
        asked.length().toMillis(),
        oldestGoes.isAfter(now) ? oldestGoes : null,
        new OwnersFootage(until, !until.isAfter(now)),
        null);
  }

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
        null,
        nearest);
  }

  boolean empty() {
    return owner == null ? recorded.isEmpty() : owner.gone();
  }

  boolean whole() {
    return owner != null || (gaps.isEmpty() && coveredMillis >= requestedMillis);
  }
}
