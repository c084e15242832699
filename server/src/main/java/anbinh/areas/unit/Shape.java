package anbinh.areas.unit;

/// A boundary that is right.
///
/// @param coordinates of a GeoJSON MultiPolygon, longitude before latitude, six decimals
/// @param points how many there are
public record Shape(String coordinates, int points) {}
