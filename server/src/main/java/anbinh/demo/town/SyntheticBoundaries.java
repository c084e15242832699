package anbinh.demo.town;

import anbinh.areas.unit.Shape;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/// Made-up boundaries of a province of 166 communes: a grid that is bent, so that neighbours share
/// their borders. They are nobody's.
final class SyntheticBoundaries {
  private static final int ROWS = 12;

  /// How finely a side is drawn.
  private static final int STEPS = 12;

  private static final double SOUTH = 19.323;
  private static final double NORTH = 20.543;
  private static final double WEST = 104.655;
  private static final double EAST = 105.985;
  private static final double MICRODEGREES = 1e6;

  private SyntheticBoundaries() {}

  /// Of one commune after the other, from the south-west to the north-east.
  static List<List<List<Double>>> communes() {
    List<List<List<Double>>> all = new ArrayList<>();
    for (int row = 0; row < ROWS; row++) {
      for (int column = 0; column < columns(row); column++) {
        all.add(cell(row, column));
      }
    }
    return all;
  }

  /// Around all communes.
  static List<List<Double>> province() {
    List<List<Double>> ring = new ArrayList<>();
    int along = columns(0) * STEPS;
    int up = ROWS * STEPS;
    for (int i = 0; i < along; i++) {
      ring.add(position((double) i / along, 0, 0));
    }
    for (int i = 0; i < up; i++) {
      ring.add(position(1, (double) i / up, columns(i / STEPS)));
    }
    int back = columns(ROWS - 1) * STEPS;
    for (int i = back; i > 0; i--) {
      ring.add(position((double) i / back, 1, ROWS));
    }
    for (int i = up; i >= 0; i--) {
      ring.add(position(0, (double) i / up, 0));
    }
    return ring;
  }

  /// As a boundary is kept: one polygon of one ring, which ends where it began.
  static Shape shape(List<List<Double>> ring) {
    List<List<Double>> closed = new ArrayList<>(ring);
    if (!closed.getFirst().equals(closed.getLast())) {
      closed.add(closed.getFirst());
    }
    return new Shape(
        JsonMapper.shared().writeValueAsString(List.of(List.of(closed))), closed.size());
  }

  private static int columns(int row) {
    return row == 5 || row == ROWS - 1 ? 13 : 14;
  }

  private static List<List<Double>> cell(int row, int column) {
    double all = columns(row);
    List<List<Double>> ring = new ArrayList<>();
    for (int i = 0; i < STEPS; i++) {
      ring.add(position((column + (double) i / STEPS) / all, (double) row / ROWS, row));
    }
    for (int i = 0; i < STEPS; i++) {
      ring.add(position((column + 1) / all, (row + (double) i / STEPS) / ROWS, column + 1));
    }
    for (int i = 0; i < STEPS; i++) {
      ring.add(position((column + 1 - (double) i / STEPS) / all, (row + 1.0) / ROWS, row + 1));
    }
    for (int i = 0; i <= STEPS; i++) {
      ring.add(position(column / all, (row + 1 - (double) i / STEPS) / ROWS, column));
    }
    return ring;
  }

  /// @param across from west (0) to east (1)
  /// @param up from south (0) to north (1)
  /// @param line the number of the grid's line, whose wave is its own
  private static List<Double> position(double across, double up, int line) {
    double latitude =
        SOUTH
            + up * (NORTH - SOUTH)
            + 0.03 * wave(1.2 * across + 0.1)
            + 0.004 * wave(17 * across + 0.37 * line);
    double west = WEST + 0.22 * wave(0.8 * up + 0.1);
    double east = EAST + 0.09 * wave(0.9 * up + 0.4);
    double longitude = west + across * (east - west) + 0.004 * wave(15 * up + 0.61 * line);
    return List.of(
        Math.rint(longitude * MICRODEGREES) / MICRODEGREES,
        Math.rint(latitude * MICRODEGREES) / MICRODEGREES);
  }

  private static double wave(double turns) {
    return Math.sin(2 * Math.PI * turns);
  }
}
