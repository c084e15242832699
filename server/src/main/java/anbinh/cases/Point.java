package anbinh.cases;

/// A place on the ground.
///
/// @param latitude WGS 84, degrees
/// @param longitude WGS 84, degrees
public record Point(double latitude, double longitude) {}
