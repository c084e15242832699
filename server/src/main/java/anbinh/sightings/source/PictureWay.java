package anbinh.sightings.source;

import anbinh.vision.Direction;
import org.jspecify.annotations.Nullable;

/// Where something went, by its way in the picture.
public final class PictureWay {
  /// A shorter way, as a share of the picture, tells nothing.
  private static final double MIN_DISTANCE = .15;

  private static final double CLEARLY = 1.5;

  private PictureWay() {}

  /// Null where it is not clear. What moves down the picture comes nearer, since cameras look down.
  ///
  /// @param across the way to the right, as a share of the picture's width
  /// @param down the way down, as a share of its height
  public static @Nullable Direction direction(double across, double down) {
    if (!(Math.hypot(across, down) >= MIN_DISTANCE)) {
      return null;
    }
    if (Math.abs(across) > CLEARLY * Math.abs(down)) {
      return across > 0 ? Direction.RIGHT : Direction.LEFT;
    }
    if (Math.abs(down) > CLEARLY * Math.abs(across)) {
      return down > 0 ? Direction.TOWARDS : Direction.AWAY;
    }
    return null;
  }
}
