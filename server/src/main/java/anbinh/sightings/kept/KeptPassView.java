package anbinh.sightings.kept;

import anbinh.identity.PersonName;
import anbinh.sightings.PlateReading;
import anbinh.vision.Colour;
import anbinh.vision.Direction;
import anbinh.vision.ObjectClass;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A pass of a case, as those see it who work on the case.
///
/// @param at when the picture was taken from which the plate was read
/// @param decidedBy who said so last
/// @param held whether it is kept beyond the retention of sightings
/// @param seen what was seen; null once it was forgotten
record KeptPassView(
    long position,
    Verdict verdict,
    @Nullable String note,
    PersonName decidedBy,
    Instant decidedAt,
    UUID cameraId,
    String cameraCode,
    String cameraName,
    Instant at,
    boolean held,
    @Nullable SeenView seen) {
  /// What was seen; its readings are readings, never facts.
  ///
  /// @param platePicture JPEG in Base64; null where there is none
  record SeenView(
      Instant from,
      Instant to,
      @Nullable ObjectClass objectClass,
      Set<Colour> colours,
      @Nullable Direction direction,
      List<PlateReading> readings,
      String model,
      @Nullable String platePicture) {
    SeenView {
      colours = Set.copyOf(colours);
      readings = List.copyOf(readings);
    }
  }
}
