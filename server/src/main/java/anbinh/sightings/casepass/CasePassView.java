package anbinh.sightings.casepass;

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
/// @param latitude of the camera, WGS 84, degrees; null where it is not known, with the longitude
/// @param seen what was seen; null once it was forgotten
/// @param trail of one vehicle; null where no plate was read, or the pass was rejected
record CasePassView(
    long position,
    Verdict verdict,
    @Nullable String note,
    PersonName decidedBy,
    Instant decidedAt,
    UUID cameraId,
    String cameraCode,
    String cameraName,
    Instant at,
    @Nullable Double latitude,
    @Nullable Double longitude,
    boolean held,
    @Nullable SeenView seen,
    @Nullable TrailView trail) {
  /// Where the pass stands among those that may be of one vehicle.
  ///
  /// @param vehicle what was read of it first, by which its passes are known
  /// @param leg from the pass before; null for the first, and where a camera's place is not known
  record TrailView(String vehicle, @Nullable LegView leg) {}

  /// The way between two passes.
  ///
  /// @param metres as the crow flies
  /// @param seconds between the two; 0 where they overlap
  /// @param possible false where no vehicle goes so fast
  record LegView(long metres, long seconds, boolean possible) {}

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
