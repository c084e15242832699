package anbinh.sightings.store;

import anbinh.sightings.PlateReading;
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

/// A pass as its source tells of it; as [anbinh.sightings.Sighting].
///
/// @param key what its source calls it: told again, it is stored once
/// @param platePicture JPEG in Base64 (RFC 4648); null where there is none
public record NewSighting(
    String key,
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
    @Nullable String platePicture,
    @Nullable Weakness weakness,
    @Nullable ClassReason classReason,
    @Nullable PlateColour plateColour) {
  public NewSighting {
    colours = Set.copyOf(colours);
    readings = List.copyOf(readings);
  }
}
