package anbinh.cameras.register;

import anbinh.cameras.Camera;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/// Where a camera stands and what it looks at, as it is sent.
record PlaceBody(
    @NotNull @Min(-90) @Max(90) Double latitude,
    @NotNull @Min(-180) @Max(180) Double longitude,
    @Nullable @Min(0) @Max(359) Integer directionDegrees,
    @Nullable @Min(1) @Max(360) Integer angleDegrees,
    @Nullable @Min(1) @Max(2000) Integer rangeMetres) {
  static Camera.@Nullable Place place(@Nullable PlaceBody body) {
    return body == null
        ? null
        : new Camera.Place(
            body.latitude(),
            body.longitude(),
            body.directionDegrees(),
            body.angleDegrees(),
            body.rangeMetres());
  }
}
