package anbinh.oversight.access;

import anbinh.seal.json.Json;
import java.util.Optional;

/// A place on the ground, as a camera, a search or a case has one.
///
/// @param latitude WGS 84, degrees
/// @param longitude WGS 84, degrees
public record Ground(double latitude, double longitude) {
  /// What the details of an entry say; empty where they say none, or were erased.
  static Optional<Ground> in(Json.Obj detail) {
    return detail.find("latitude").orElse(null) instanceof Json.Num latitude
            && detail.find("longitude").orElse(null) instanceof Json.Num longitude
        ? Optional.of(new Ground(latitude.value(), longitude.value()))
        : Optional.empty();
  }
}
