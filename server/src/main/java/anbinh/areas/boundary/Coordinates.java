package anbinh.areas.boundary;

import java.util.List;

/// A part of `coordinates` before it is known of what: a position, or a list of parts.
sealed interface Coordinates {
  record Position(double longitude, double latitude) implements Coordinates {
    boolean isOnEarth() {
      return Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90;
    }
  }

  record Parts(List<Coordinates> parts) implements Coordinates {
    public Parts {
      parts = List.copyOf(parts);
    }
  }
}
