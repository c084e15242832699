package anbinh.vision.finder;

import anbinh.vision.image.Box;
import anbinh.vision.image.Picture;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where in a picture a plate may stand, by where its text stands: at a line of text, at neighbours
/// of one line, at a pair of lines one above the other, and where the picture looks like a plate by
/// its shape, everywhere.
public final class Candidates {
  private static final double LEVEL = Math.toRadians(15);
  private static final double MIN_ASPECT = .85;
  private static final double MAX_ASPECT = 8;

  /// Beyond it a line is no part of a plate but of a shop's sign.
  private static final int MAX_NEIGHBOURS = 3;

  private static final int MAX_CANDIDATES = 120;

  private Candidates() {}

  /// @param lines of text
  public static List<Candidate> of(Picture picture, List<Box> lines) {
    List<Candidate> plates = new ArrayList<>();
    double aspect = (double) picture.width() / picture.height();
    if (aspect > MIN_ASPECT && aspect < MAX_ASPECT) {
      plates.add(Candidate.of(Box.level(0, 0, picture.width(), picture.height())));
    }
    plates.addAll(of(lines));
    return limited(plates);
  }

  /// Those at lines of text alone.
  public static List<Candidate> of(List<Box> lines) {
    List<Box> rows = new ArrayList<>(lines);
    for (Box line : lines) {
      List<Box> row = new ArrayList<>(List.of(line));
      Box last = line;
      while (row.size() < MAX_NEIGHBOURS) {
        Box next = right(last, lines);
        if (next == null) {
          break;
        }
        row.add(next);
        rows.add(Box.around(row));
        last = next;
      }
    }
    List<Candidate> plates = new ArrayList<>();
    for (Box row : rows) {
      add(plates, Candidate.of(row));
      for (Box other : rows) {
        if (stacked(row, other)) {
          add(plates, Candidate.of(row, other));
        }
      }
    }
    return limited(plates);
  }

  private static List<Candidate> limited(List<Candidate> plates) {
    return plates.size() > MAX_CANDIDATES ? plates.subList(0, MAX_CANDIDATES) : plates;
  }

  private static void add(List<Candidate> plates, Candidate candidate) {
    double aspect = candidate.box().width() / candidate.box().height();
    if (aspect > MIN_ASPECT && aspect < MAX_ASPECT) {
      plates.add(candidate);
    }
  }

  private static boolean alike(Box one, Box other) {
    double ratio = one.height() / other.height();
    return ratio > .6 && ratio < 1.67 && Math.abs(one.angle() - other.angle()) < LEVEL;
  }

  /// What stands next to the right on the same line.
  private static @Nullable Box right(Box box, List<Box> lines) {
    Box nearest = null;
    double least = 1.3 * box.height();
    for (Box other : lines) {
      double gap = box.across(other) - (box.width() + other.width()) / 2;
      if (!other.equals(box)
          && alike(box, other)
          && Math.abs(box.down(other)) < .35 * box.height()
          && gap > -.4 * box.height()
          && gap < least) {
        nearest = other;
        least = gap;
      }
    }
    return nearest;
  }

  private static boolean stacked(Box upper, Box lower) {
    double gap = upper.down(lower) - (upper.height() + lower.height()) / 2;
    double overlap = (upper.width() + lower.width()) / 2 - Math.abs(upper.across(lower));
    return alike(upper, lower)
        && gap > -.5 * Math.min(upper.height(), lower.height())
        && gap < .6 * upper.height()
        && upper.down(lower) > .4 * upper.height()
        && overlap > .6 * Math.min(upper.width(), lower.width());
  }
}
