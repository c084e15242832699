package anbinh.sightings.analysis;

import anbinh.sightings.analysis.NotAnalysed.Reason;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the built-in analyser says of itself.
///
/// @param processorSecondsPerVideoSecond of late, of all cameras; null before anything was analysed
/// @param camerasPerCore how many cameras one processor follows; null where that is not known
/// @param cameras whose footage is analysed or was, of the areas that one may see
record AnalysisView(
    AnalysisWorker.State state,
    @Nullable Double processorSecondsPerVideoSecond,
    @Nullable Double camerasPerCore,
    List<CameraAnalysisView> cameras) {
  AnalysisView {
    cameras = List.copyOf(cameras);
  }

  /// @param analysedUntil all that was recorded before is dealt with
  /// @param lagSeconds how long ago that is; null where it is switched off
  /// @param lettering how many texts were no plates, but clocks, names or signs
  /// @param notAnalysed of the last 24 hours
  record CameraAnalysisView(
      UUID cameraId,
      boolean switchedOn,
      Instant switchedAt,
      Instant analysedUntil,
      @Nullable Long lagSeconds,
      long lettering,
      List<NotAnalysedView> notAnalysed) {
    CameraAnalysisView {
      notAnalysed = List.copyOf(notAnalysed);
    }
  }

  record NotAnalysedView(Instant from, Instant to, Reason reason) {}
}
