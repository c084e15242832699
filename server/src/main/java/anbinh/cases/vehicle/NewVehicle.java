package anbinh.cases.vehicle;

import anbinh.vision.plate.Plates;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// What is needed to add a vehicle to a case.
record NewVehicle(
    @NotNull VehicleRole role,
    @NotNull VehicleKind kind,
    @Nullable @Size(max = Plates.MAX_LENGTH) String plate,
    @Nullable @Min(1) @Max(2) Integer plateRows,
    @Nullable PlateColour plateColour,
    @Nullable Colour colour,
    @Nullable @Size(max = 300) String words) {}
