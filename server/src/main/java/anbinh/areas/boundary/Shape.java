package anbinh.areas.boundary;

/// A boundary that is right.
///
/// @param coordinates of a GeoJSON MultiPolygon, longitude before latitude, six decimals
/// @param points how many there are
record Shape(String coordinates, int points) {}
