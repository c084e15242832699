package anbinh.sightings;

import anbinh.vision.Colour;
import anbinh.vision.Direction;
import anbinh.vision.ObjectClass;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One pass as it is kept.
///
/// @param position in the stream, from 1
/// @param cameraId that it passed
/// @param areaId in which the camera stood
/// @param bestAt when the picture was taken from which the plate was read
/// @param objectClass null where it is not known
/// @param colours none where they are not known, as at night
/// @param direction null where it is not known
/// @param readings of the plate, the surest first; none where none was seen
/// @param model what read it, and its version
public record Sighting(
    long position,
    UUID cameraId,
    UUID areaId,
    Instant fromAt,
    Instant toAt,
    Instant bestAt,
    @Nullable ObjectClass objectClass,
    Set<Colour> colours,
    @Nullable Direction direction,
    List<PlateReading> readings,
    String model) {
  public static final int MAX_READINGS = 3;

  public Sighting {
    colours = Set.copyOf(colours);
    readings = List.copyOf(readings);
  }
}
