package anbinh.cameras;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A registered camera, without its password and its owner's contact.
///
/// @param code what people call it, for example `CAM-0001`
/// @param reference the number under which somebody's list knows it
/// @param address RTSP address without credentials; null for one of the community
/// @param simulated a program that behaves like a camera; shown as such everywhere
/// @param recording whether it should be recorded now
/// @param keepDays how many days its footage is kept, here or by its owner
public record Camera(
    UUID id,
    String code,
    CameraKind kind,
    @Nullable String reference,
    String name,
    UUID areaId,
    OwnerKind ownerKind,
    Consent consent,
    @Nullable URI address,
    @Nullable String username,
    boolean simulated,
    boolean recording,
    int keepDays,
    @Nullable Place place,
    boolean retired) {
  /// Where a camera stands and what it looks at.
  ///
  /// @param latitude WGS 84, degrees
  /// @param longitude WGS 84, degrees
  /// @param directionDegrees of the middle of the picture, clockwise from north; null when unknown
  /// @param angleDegrees how wide the picture is; null when unknown
  /// @param rangeMetres how far something can be made out; null when unknown
  public record Place(
      double latitude,
      double longitude,
      @Nullable Integer directionDegrees,
      @Nullable Integer angleDegrees,
      @Nullable Integer rangeMetres) {
    /// The distance to another one, as the crow flies.
    public double metresTo(Place other) {
      return new Sector(latitude, longitude, 0, 360, 0)
          .sight(other.latitude, other.longitude)
          .distanceMetres();
    }

    /// Taken where no angle is known: that of the widest common lens, 2.8 mm on 1/2.7".
    public static final int ASSUMED_ANGLE_DEGREES = 110;

    /// Taken where no range is known. The index on what cameras see knows it, too.
    public static final int ASSUMED_RANGE_METRES = 50;

    public Place(double latitude, double longitude, @Nullable Integer directionDegrees) {
      this(latitude, longitude, directionDegrees, null, null);
    }
  }

  /// Whether recording should hold a connection to it.
  public boolean isRecorded() {
    return recording && !retired;
  }

  public Optional<Place> findPlace() {
    return Optional.ofNullable(place);
  }

  /// Where its stream is; empty for a camera of the community.
  public Optional<URI> findAddress() {
    return Optional.ofNullable(address);
  }
}
