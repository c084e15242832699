package anbinh.cases.vehicle;

import anbinh.vision.plate.PlateNumber;
import anbinh.vision.plate.Plates;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A vehicle of a case.
///
/// @param plate as somebody read it, perhaps in part
/// @param plateRows on how many rows it stands
/// @param words what else is known of it
record Vehicle(
    UUID id,
    UUID caseId,
    VehicleRole role,
    VehicleKind kind,
    @Nullable String plate,
    @Nullable Integer plateRows,
    @Nullable PlateColour plateColour,
    @Nullable Colour colour,
    @Nullable String words,
    UUID addedBy,
    Instant addedAt) {
  /// What the plate may mean: all of it, since the same letters can be a car's and a motorbike's.
  List<PlateNumber> readings() {
    return plate == null ? List.of() : Plates.read(plate);
  }
}
