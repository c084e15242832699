package anbinh.vision.analysis;

import anbinh.vision.image.GreyPicture;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Decides which pictures of a camera are looked at: those in which something has changed since the
/// last look, two more, and one now and then. It compares small pictures of the brightness. A
/// vehicle whose plate can be read changes far more of them than a clock does.
final class MotionGate {
  /// Of the pictures to compare, in pixels.
  static final int WIDTH = 160;

  /// Without any change there is a look after so long.
  static final Duration MAX_IDLE = Duration.ofSeconds(10);

  /// What was read in one look only is not relied on.
  private static final int LOOKS_AFTER_CHANGE = 2;

  /// By how much a pixel must differ, of 255, once the whole picture's difference is taken away.
  private static final int MIN_DIFFERENCE = 14;

  private static final double MIN_SHARE = .0033;

  private @Nullable GreyPicture reference;
  private Instant lastLook = Instant.MIN;
  private int remaining;

  /// Whether to look at a picture; if so it is the one that the next ones are compared with.
  ///
  /// @param time not before that of the picture before
  boolean opens(GreyPicture now, Instant time) {
    GreyPicture before = reference;
    if (before == null || differ(before, now)) {
      remaining = LOOKS_AFTER_CHANGE;
    } else if (remaining > 0) {
      remaining--;
    } else if (time.isBefore(lastLook.plus(MAX_IDLE))) {
      return false;
    }
    reference = now;
    lastLook = time;
    return true;
  }

  /// Opens for the next picture, whatever its time.
  void reset() {
    reference = null;
  }

  private static boolean differ(GreyPicture one, GreyPicture other) {
    if (one.width() != other.width() || one.height() != other.height()) {
      return true;
    }
    int size = one.width() * one.height();
    int brighter = Math.round((float) (sum(other) - sum(one)) / size);
    int changed = 0;
    for (int y = 0; y < one.height(); y++) {
      for (int x = 0; x < one.width(); x++) {
        if (Math.abs(other.at(x, y) - one.at(x, y) - brighter) >= MIN_DIFFERENCE) {
          changed++;
        }
      }
    }
    return changed >= MIN_SHARE * size;
  }

  private static long sum(GreyPicture picture) {
    long sum = 0;
    for (int y = 0; y < picture.height(); y++) {
      for (int x = 0; x < picture.width(); x++) {
        sum += picture.at(x, y);
      }
    }
    return sum;
  }
}
