package anbinh.identity.home;

/// Where somebody lives. Never printed.
///
/// @param latitude WGS 84, degrees
/// @param longitude WGS 84, degrees
record Home(double latitude, double longitude) {
  private static final double METRES_UP = 110_574;
  private static final double METRES_ACROSS = 111_320;

  /// How far a place lies from here, in the plane that touches the ground here: right to metres at
  /// a few kilometres.
  public double metresTo(double otherLatitude, double otherLongitude) {
    return Math.hypot(
        (otherLatitude - latitude) * METRES_UP,
        (otherLongitude - longitude) * METRES_ACROSS * Math.cos(Math.toRadians(latitude)));
  }

  @Override
  public String toString() {
    return "Home[…]";
  }
}
