package anbinh.vision.analysis;

import anbinh.vision.TimeSpan;
import anbinh.vision.clip.Clip;
import anbinh.vision.model.ModelException;
import anbinh.vision.pass.FrameArea;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Leads the pictures of a file through the analysis of its camera, four a second. Their times are
/// rounded to the nearest millisecond.
public final class ClipAnalysis {
  private static final double INTERVAL = .25;

  /// As long does a picture stand that is followed by none.
  private static final Duration LAST = Duration.ofMillis(250);

  /// What says more has damaged times.
  private static final double MAX_SECONDS = 24 * 60 * 60;

  private final CameraAnalysis camera;
  private final long unit;
  private final Instant start;
  private final ClipSteps steps;
  private final List<TimeSpan> leftOut = new ArrayList<>();

  /// Times of steps that were left out, behind which nothing was seen yet.
  private final List<Instant> unseen = new ArrayList<>();

  /// The latest time of a packet.
  private Instant latest;

  private int looks;

  private ClipAnalysis(CameraAnalysis camera, long unit, Instant start, ClipSteps steps) {
    this.camera = camera;
    this.unit = unit;
    this.start = start;
    this.steps = steps;
    this.latest = start;
  }

  /// @param decoded pictures
  /// @param looks at those of them in which plates and objects were sought
  /// @param leftOut times of which nothing was seen, since steps were left out: each until the next
  ///   picture that was seen
  public record Counts(int decoded, int looks, List<TimeSpan> leftOut) {
    public Counts {
      leftOut = List.copyOf(leftOut);
    }
  }

  /// @param unit that the file is
  /// @param start time of its first picture
  public static Counts run(
      CameraAnalysis camera, long unit, Path file, Instant start, ClipSteps steps)
      throws IOException, ModelException {
    return new ClipAnalysis(camera, unit, start, steps).run(file);
  }

  private Counts run(Path file) throws IOException, ModelException {
    try (Clip clip = new Clip(file, this::decodes)) {
      for (double next = 0; clip.advance(next); next = clip.seconds() + INTERVAL) {
        if (clip.seconds() > MAX_SECONDS) {
          throw new IOException("has pictures of more than a day after its first one");
        }
        Instant time = time(clip.seconds());
        if (!time.isAfter(camera.last())) {
          continue;
        }
        if (steps.looksAt(millisecond(clip.seconds()))) {
          seenAt(time);
          see(clip, time);
        } else {
          unseen.add(time);
        }
      }
      seenAt(latest.plus(LAST));
      return new Counts(clip.decoded(), looks, leftOut);
    }
  }

  private void see(Clip clip, Instant time) throws ModelException {
    FrameArea area = camera.changed(clip.grey(MotionGate.WIDTH), time);
    if (area == null) {
      camera.unchanged(time);
    } else {
      camera.look(unit, time, clip.picture(), area);
      looks++;
    }
  }

  private boolean decodes(long packet, double seconds) {
    Instant time = time(seconds);
    latest = time.isAfter(latest) ? time : latest;
    boolean decodes = steps.decodes(packet);
    if (!decodes) {
      unseen.add(time);
    }
    return decodes;
  }

  /// A picture may come after a packet that was left out and be of before it.
  private void seenAt(Instant time) {
    unseen.stream()
        .filter(time::isAfter)
        .min(Comparator.naturalOrder())
        .ifPresent(from -> leftOut.add(new TimeSpan(from, time)));
    unseen.removeIf(time::isAfter);
  }

  private static long millisecond(double seconds) {
    return Math.round(seconds * 1_000);
  }

  private Instant time(double seconds) {
    return start.plusMillis(millisecond(seconds));
  }
}
