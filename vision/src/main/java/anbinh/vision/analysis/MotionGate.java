package anbinh.vision.analysis;

import anbinh.vision.image.GreyPicture;
import anbinh.vision.pass.FrameArea;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Decides which pictures of a camera are looked at: those in which something has changed since the
/// last look, two more, and one now and then; and where in them. It compares small pictures of the
/// brightness. A vehicle whose plate can be read changes far more of them than a clock does.
final class MotionGate {
  /// Of the pictures to compare, in pixels.
  static final int WIDTH = 160;

  /// After so long there is a look at a whole picture, whether there is a change or not.
  static final Duration MAX_IDLE = Duration.ofSeconds(10);

  /// What was read in one look only is not relied on.
  private static final int LOOKS_AFTER_CHANGE = 2;

  private @Nullable GreyPicture reference;
  private FrameArea changed = FrameArea.WHOLE;
  private Instant lastWhole = Instant.EPOCH;
  private int remaining;

  /// Where to look in a picture; null where nowhere. What is looked at is the one that the next
  /// ones are compared with.
  ///
  /// @param time not before that of the picture before
  @Nullable FrameArea opens(GreyPicture now, Instant time) {
    GreyPicture before = reference;
    FrameArea area = before == null ? FrameArea.WHOLE : ChangedArea.between(before, now);
    if (area != null) {
      remaining = LOOKS_AFTER_CHANGE;
      changed = area;
    } else if (remaining > 0) {
      remaining--;
      area = changed;
    } else if (time.isBefore(lastWhole.plus(MAX_IDLE))) {
      return null;
    }
    if (area == null || time.isAfter(lastWhole.plus(MAX_IDLE))) {
      area = FrameArea.WHOLE;
    }
    if (area.equals(FrameArea.WHOLE)) {
      lastWhole = time;
    }
    reference = now;
    return area;
  }

  /// Opens for the next picture, whatever its time.
  void reset() {
    reference = null;
    lastWhole = Instant.EPOCH;
  }
}
