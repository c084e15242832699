package anbinh.areas.boundary;

import java.util.List;

/// A part of `coordinates` before it is known of what: a position, or a list of parts.
sealed interface Part {
  record Position(double longitude, double latitude) implements Part {
    boolean isOnEarth() {
      return Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90;
    }
  }

  record Parts(List<Part> parts) implements Part {
    public Parts {
      parts = List.copyOf(parts);
    }
  }
}
