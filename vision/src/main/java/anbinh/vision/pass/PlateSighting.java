package anbinh.vision.pass;

import anbinh.vision.plate.PlateColour;
import anbinh.vision.reader.Reading;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What all pictures together say of the plate.
///
/// @param readings at least one, at most [#MAX_READINGS], the surest first
/// @param weakness null where the first reading can be relied on
/// @param colour of the ground; null where it cannot be told, as at night
public record PlateSighting(
    List<Reading> readings, @Nullable Weakness weakness, @Nullable PlateColour colour) {
  public static final int MAX_READINGS = 3;

  public PlateSighting {
    readings = List.copyOf(readings);
    if (readings.isEmpty() || readings.size() > MAX_READINGS) {
      throw new IllegalArgumentException(
          "a plate has 1 to %d readings, not %d".formatted(MAX_READINGS, readings.size()));
    }
  }

  public Reading best() {
    return readings.getFirst();
  }
}
