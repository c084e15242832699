package anbinh.vision.analysis;

import anbinh.vision.Direction;
import anbinh.vision.image.Box;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The way of something through the pictures, in memory that does not grow with it.
final class Trajectory {
  /// How far it may seem to move where it stands, as a share of its height.
  private static final double STANDING = .15;

  /// By how much it must seem to grow or shrink where it comes or goes, as a natural logarithm.
  private static final double MIN_GROWTH = .2;

  /// How far it must move, in its own sizes.
  private static final double MIN_DISTANCE = 1;

  /// What a detector sees of a thing that stands differs by less.
  private static final double MIN_MOVE = .5;

  private static final double MIN_APPROACH = .4;

  private final Instant from;
  private final Box firstBox;
  private final double firstSize;
  private Instant to;
  private Box lastBox;
  private double lastSize;
  private double left;
  private double top;
  private double right;
  private double bottom;

  /// @param size that grows as it comes nearer, in pixels
  Trajectory(Instant time, Box box, double size) {
    from = time;
    to = time;
    firstBox = box;
    lastBox = box;
    firstSize = size;
    lastSize = size;
    left = box.x();
    right = box.x();
    top = box.y();
    bottom = box.y();
  }

  void add(Instant time, Box box, double size) {
    to = time;
    lastBox = box;
    lastSize = size;
    left = Math.min(left, box.x());
    right = Math.max(right, box.x());
    top = Math.min(top, box.y());
    bottom = Math.max(bottom, box.y());
  }

  /// It was at the same place until then.
  void extend(Instant time) {
    to = time;
  }

  Instant from() {
    return from;
  }

  Instant to() {
    return to;
  }

  Duration duration() {
    return Duration.between(from, to);
  }

  Box lastBox() {
    return lastBox;
  }

  boolean stands() {
    return standsAt(firstBox);
  }

  /// Whether it was never away from a place, as what a camera burns into its pictures is not.
  boolean standsAt(Box place) {
    double across = Math.max(right - place.x(), place.x() - left);
    double down = Math.max(bottom - place.y(), place.y() - top);
    return Math.hypot(across, down) < STANDING * place.height();
  }

  /// Whether it is elsewhere than it was, or nearer or farther.
  boolean hasMoved() {
    return Math.hypot(right - left, bottom - top) > MIN_MOVE * (firstSize + lastSize) / 2
        || Math.abs(growth()) > MIN_APPROACH;
  }

  private double growth() {
    return Math.log(lastSize / firstSize);
  }

  /// Null where it is not clear. What moves down the picture comes nearer, since cameras look down.
  @Nullable Direction direction() {
    double growth = growth();
    double size = (firstSize + lastSize) / 2;
    double across = (lastBox.x() - firstBox.x()) / size;
    double down = (lastBox.y() - firstBox.y()) / size;
    boolean sideways = Math.abs(across) > 3 * Math.abs(down);
    if (Math.abs(growth) >= MIN_GROWTH && !sideways && growth * down >= 0) {
      return growth > 0 ? Direction.TOWARDS : Direction.AWAY;
    }
    if (Math.max(Math.abs(across), Math.abs(down)) < MIN_DISTANCE) {
      return null;
    }
    if (Math.abs(across) > 1.5 * Math.abs(down)) {
      return across > 0 ? Direction.RIGHT : Direction.LEFT;
    }
    if (Math.abs(down) > 1.5 * Math.abs(across)) {
      return down > 0 ? Direction.TOWARDS : Direction.AWAY;
    }
    return null;
  }
}
