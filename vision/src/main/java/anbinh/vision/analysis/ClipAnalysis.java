package anbinh.vision.analysis;

import anbinh.vision.clip.Clip;
import anbinh.vision.model.ModelException;
import anbinh.vision.pass.FrameArea;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;

/// Leads the pictures of a file through the analysis of its camera, four a second. Their times are
/// rounded to the nearest millisecond.
public final class ClipAnalysis {
  private static final double INTERVAL = .25;

  /// What says more has damaged times.
  private static final double MAX_SECONDS = 24 * 60 * 60;

  private ClipAnalysis() {}

  /// @param decoded pictures
  /// @param looks at those of them in which plates and objects were sought
  public record Counts(int decoded, int looks) {}

  /// @param unit that the file is
  /// @param start time of its first picture
  public static Counts run(CameraAnalysis camera, long unit, Path file, Instant start)
      throws IOException, ModelException {
    try (Clip clip = new Clip(file)) {
      int looks = 0;
      for (double next = 0; clip.advance(next); next = clip.seconds() + INTERVAL) {
        if (clip.seconds() > MAX_SECONDS) {
          throw new IOException("has pictures of more than a day after its first one");
        }
        Instant time = start.plusMillis(Math.round(clip.seconds() * 1_000));
        if (!time.isAfter(camera.last())) {
          continue;
        }
        FrameArea area = camera.changed(clip.grey(MotionGate.WIDTH), time);
        if (area == null) {
          camera.unchanged(time);
        } else {
          camera.look(unit, time, clip.picture(), area);
          looks++;
        }
      }
      return new Counts(clip.decoded(), looks);
    }
  }
}
