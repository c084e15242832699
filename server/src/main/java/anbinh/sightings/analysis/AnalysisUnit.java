package anbinh.sightings.analysis;

import anbinh.recording.FootageFile;
import anbinh.vision.protocol.AnalysisRequest.Analyse;
import anbinh.vision.protocol.Step;
import java.util.List;
import java.util.UUID;

/// A segment in the hands of a process.
///
/// @param gap whether it does not follow what the process saw of the camera before
/// @param isRepeated whether it is analysed again only so that the next one can be followed
public record AnalysisUnit(long number, FootageFile file, boolean gap, boolean isRepeated) {
  public UUID cameraId() {
    return file.cameraId();
  }

  /// @param leftOut steps that are not done
  Analyse request(List<Step> leftOut) {
    return new Analyse(
        number, cameraId().toString(), file.path(), file.span().from(), gap, leftOut);
  }
}
