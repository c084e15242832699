package anbinh.vision.finder;

import anbinh.vision.image.Box;
import java.util.List;

/// Where a plate may stand.
///
/// @param box around the whole plate
/// @param rows of text in it, from the top; one or two
public record Candidate(Box box, List<Box> rows) {
  static Candidate of(Box row) {
    return new Candidate(row, List.of(row));
  }

  static Candidate of(Box upper, Box lower) {
    List<Box> rows = List.of(upper, lower);
    return new Candidate(Box.around(rows), rows);
  }

  /// With rows that are larger on every side by a share of their height.
  public Candidate grown(double share) {
    return new Candidate(
        box,
        rows.stream().map(row -> row.grown(share * row.height(), share * row.height())).toList());
  }
}
