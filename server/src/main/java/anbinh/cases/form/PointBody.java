package anbinh.cases.form;

import anbinh.cases.Point;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/// A place on the ground, as it is sent.
public record PointBody(
    @NotNull @Min(-90) @Max(90) Double latitude, @NotNull @Min(-180) @Max(180) Double longitude) {
  public static @Nullable Point point(@Nullable PointBody body) {
    return body == null ? null : new Point(body.latitude(), body.longitude());
  }
}
