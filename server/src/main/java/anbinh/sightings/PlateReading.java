package anbinh.sightings;

import java.util.List;

/// What a plate was read as.
///
/// @param text capitals and digits, without what stands between them
/// @param confidence of the whole, from 0 to 1
/// @param positions how sure each character is, from 0 to 1; empty where the source does not say
public record PlateReading(String text, double confidence, List<Double> positions) {
  public PlateReading {
    positions = List.copyOf(positions);
  }
}
