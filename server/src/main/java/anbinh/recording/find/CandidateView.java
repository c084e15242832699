package anbinh.recording.find;

import anbinh.cameras.Camera;
import anbinh.cameras.CameraKind;
import anbinh.cameras.Consent;
import anbinh.cameras.OwnerKind;
import anbinh.cameras.Sector;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A candidate as the API shows it.
///
/// @param sector what the camera sees on the ground, with what was assumed of it
/// @param offAxisDegrees how far from the middle of the picture; null when the direction is unknown
record CandidateView(
    UUID id,
    String code,
    String name,
    CameraKind kind,
    UUID areaId,
    String areaName,
    OwnerKind ownerKind,
    Consent.State consent,
    boolean simulated,
    int keepDays,
    Sector sector,
    double distanceMetres,
    @Nullable Double offAxisDegrees,
    FootageView footage,
    int score,
    List<Candidate.Reason> reasons) {
  CandidateView {
    reasons = List.copyOf(reasons);
  }

  /// @param wholeUntil when the first of it goes
  /// @param goneAt when the last of it goes, or went
  record FootageView(
      Footage.State state,
      long availableMillis,
      @Nullable Instant wholeUntil,
      @Nullable Instant goneAt) {}

  static CandidateView of(Candidate candidate, String areaName) {
    Camera camera = candidate.seen().camera();
    Sector sector = candidate.seen().sector();
    Footage footage = candidate.footage();
    return new CandidateView(
        camera.id(),
        camera.code(),
        camera.name(),
        camera.kind(),
        camera.areaId(),
        areaName,
        camera.ownerKind(),
        candidate.consent(),
        camera.simulated(),
        camera.keepDays(),
        sector,
        rounded(candidate.seen().sight().distanceMetres()),
        sector.angleDegrees() >= 360 ? null : rounded(candidate.seen().sight().offAxisDegrees()),
        new FootageView(
            footage.state(),
            footage.available().toMillis(),
            footage.wholeUntil(),
            footage.goneAt()),
        candidate.score(),
        candidate.reasons());
  }

  private static double rounded(double value) {
    return Math.round(value * 10) / 10.0;
  }
}
