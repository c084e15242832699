package anbinh.sightings;

import anbinh.vision.Colour;
import anbinh.vision.Direction;
import anbinh.vision.ObjectClass;
import anbinh.vision.pass.ClassReason;
import anbinh.vision.pass.Weakness;
import anbinh.vision.plate.PlateColour;
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
/// @param weakness why the readings cannot be relied on; null where they can
/// @param classReason why it is said to be of its class; null where the source does not say
/// @param plateColour of the plate's ground; null where it is not known
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
    String model,
    @Nullable Weakness weakness,
    @Nullable ClassReason classReason,
    @Nullable PlateColour plateColour) {
  public static final int MAX_READINGS = 3;

  public Sighting {
    colours = Set.copyOf(colours);
    readings = List.copyOf(readings);
  }
}
