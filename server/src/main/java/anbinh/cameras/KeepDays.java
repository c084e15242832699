package anbinh.cameras;

/// For how many days recordings are kept, by the camera.
public record KeepDays(int least, int most) {}
