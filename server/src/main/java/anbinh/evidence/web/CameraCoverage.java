package anbinh.evidence.web;

import anbinh.cameras.Camera;
import anbinh.evidence.collect.footage.CoverageFile;
import anbinh.evidence.owner.OwnerRequests;
import anbinh.identity.PersonName;
import anbinh.recording.Coverage;
import anbinh.recording.Nearest;
import anbinh.recording.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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

  /// @param switched who switched recording off and when; null for other causes
  record GapLine(
      Instant from, Instant to, String cause, String detail, @Nullable SwitchedLine switched) {
    static GapLine of(CoverageFile.GapPart gap) {
      return new GapLine(
          gap.from(), gap.to(), gap.cause(), gap.detail(), SwitchedLine.of(gap.switched()));
    }
  }

  /// @param by null when the server itself did it
  record SwitchedLine(Instant at, @Nullable PersonName by) {
    static @Nullable SwitchedLine of(CoverageFile.@Nullable SwitchedPart part) {
      if (part == null) {
        return null;
      }
      String name = part.name() == null ? "" : part.name();
      return new SwitchedLine(
          part.at(), part.by() == null ? null : new PersonName(part.by(), name));
    }
  }

  /// What an owner's recorder should still hold by its keep-time; only the owner can tell.
  ///
  /// @param until when the last of it goes, or went
  record OwnersFootage(Instant until, boolean gone) {}

  /// Of a community camera.
  static CameraCoverage asked(Camera camera, Span asked, Instant now) {
    Instant oldestGoes = OwnerRequests.goneAt(camera, asked.from());
    Instant until = OwnerRequests.goneAt(camera, asked.to());
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

  /// @param names of those who switched recording off
  static CameraCoverage of(
      UUID cameraId,
      Coverage coverage,
      Map<UUID, String> names,
      int keepDays,
      @Nullable Nearest nearest) {
    return of(
        CoverageFile.CameraPart.of(cameraId, "", coverage, names),
        coverage.recorded().isEmpty()
            ? null
            : coverage.recorded().getFirst().from().plus(Duration.ofDays(keepDays)),
        nearest);
  }

  static CameraCoverage of(
      CoverageFile.CameraPart part, @Nullable Instant keptUntil, @Nullable Nearest nearest) {
    return new CameraCoverage(
        part.cameraId(),
        part.recorded(),
        part.gaps().stream().map(GapLine::of).toList(),
        part.coveredMillis(),
        part.requestedMillis(),
        keptUntil,
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
