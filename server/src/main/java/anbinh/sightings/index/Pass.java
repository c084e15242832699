package anbinh.sightings.index;

import anbinh.vision.Colour;
import anbinh.vision.Direction;
import anbinh.vision.ObjectClass;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A sighting as it is searched.
///
/// @param position in the stream of sightings, from 1; unique, and ever growing
/// @param time of its best picture, in milliseconds since 1970
/// @param camera that it passed
/// @param areas in which the camera stood, from the smallest up
/// @param plates readings of its plate as numbers, the surest first; at most [#READINGS]
/// @param type null where it is not known
/// @param colours none where they are not known, as at night
/// @param direction null where it is not known
/// @param model what read the plate, and its version
public record Pass(
    long position,
    long time,
    String camera,
    List<String> areas,
    List<Long> plates,
    @Nullable ObjectClass type,
    Set<Colour> colours,
    @Nullable Direction direction,
    String model) {
  public static final int READINGS = 3;

  public Pass {
    areas = List.copyOf(areas);
    plates = List.copyOf(plates);
    colours = Set.copyOf(colours);
    if (plates.size() > READINGS) {
      throw new IllegalArgumentException("a pass has at most %d readings".formatted(READINGS));
    }
  }
}
