package anbinh.cameras;

/// The ground that a camera can see: a sector of a circle about it, on the ellipsoid WGS 84. What
/// stands in its way, such as walls and trees, is not known.
///
/// @param latitude of the camera, degrees
/// @param longitude of the camera, degrees
/// @param directionDegrees of the sector's middle, clockwise from north
/// @param angleDegrees how wide it is; 360 is the whole circle
public record Sector(
    double latitude, double longitude, int directionDegrees, int angleDegrees, double rangeMetres) {
  private static final double EQUATOR_METRES = 6_378_137.0;
  private static final double ECCENTRICITY_SQUARED = 6.694_379_990_141_316e-3;

  /// How a place lies to the sector.
  ///
  /// @param distanceMetres from the camera
  /// @param bearingDegrees from the camera, clockwise from north
  /// @param offAxisDegrees between that and the sector's middle, 0…180
  /// @param metresOutside from the sector; 0 within it
  public record Sight(
      double distanceMetres, double bearingDegrees, double offAxisDegrees, double metresOutside) {}

  /// Measured in the plane that touches the ellipsoid between the two; exact to a millimetre at two
  /// hundred metres and to decimetres at two kilometres.
  public Sight sight(double placeLatitude, double placeLongitude) {
    double middle = Math.toRadians((latitude + placeLatitude) / 2);
    double flat = 1 - ECCENTRICITY_SQUARED * Math.sin(middle) * Math.sin(middle);
    double acrossRadius = EQUATOR_METRES / Math.sqrt(flat);
    double alongRadius = acrossRadius * (1 - ECCENTRICITY_SQUARED) / flat;
    double east = Math.toRadians(placeLongitude - longitude) * acrossRadius * Math.cos(middle);
    double north = Math.toRadians(placeLatitude - latitude) * alongRadius;
    double distance = Math.hypot(east, north);
    double bearing = (Math.toDegrees(Math.atan2(east, north)) + 360) % 360;
    double off = Math.abs(bearing - directionDegrees) % 360;
    double offAxis = off > 180 ? 360 - off : off;
    return new Sight(distance, bearing, offAxis, outside(distance, offAxis));
  }

  /// The distance to the sector: to its arc, to its nearer edge, to the edge's end, or to the
  /// camera itself.
  private double outside(double distance, double offAxis) {
    double beside = offAxis - angleDegrees / 2.0;
    if (beside <= 0) {
      return Math.max(0, distance - rangeMetres);
    }
    if (beside >= 90) {
      return distance;
    }
    double along = distance * Math.cos(Math.toRadians(beside));
    double across = distance * Math.sin(Math.toRadians(beside));
    return along <= rangeMetres ? across : Math.hypot(along - rangeMetres, across);
  }

  /// At most so many degrees of latitude are so many metres.
  public static double latitudeDegrees(double metres) {
    return metres / 110_574.0;
  }

  /// At most so many degrees of longitude are so many metres, at a latitude.
  public static double longitudeDegrees(double metres, double latitude) {
    return metres / (111_319.0 * Math.max(0.01, Math.cos(Math.toRadians(latitude))));
  }
}
