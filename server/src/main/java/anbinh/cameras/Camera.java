package anbinh.cameras;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A registered camera, without its password.
///
/// @param code what people call it, for example `CAM-0001`
/// @param address RTSP address without credentials
/// @param simulated a program that behaves like a camera; shown as such everywhere
/// @param recording whether it should be recorded now
/// @param keepDays how many days its footage is kept
public record Camera(
    UUID id,
    String code,
    String name,
    UUID areaId,
    URI address,
    @Nullable String username,
    boolean simulated,
    boolean recording,
    int keepDays,
    @Nullable Place place,
    boolean retired) {
  /// Where a camera stands and looks.
  ///
  /// @param latitude WGS 84, degrees
  /// @param longitude WGS 84, degrees
  /// @param directionDegrees clockwise from north; null when unknown
  public record Place(double latitude, double longitude, @Nullable Integer directionDegrees) {}

  /// Whether recording should hold a connection to it.
  public boolean wanted() {
    return recording && !retired;
  }

  public Optional<Place> findPlace() {
    return Optional.ofNullable(place);
  }
}
