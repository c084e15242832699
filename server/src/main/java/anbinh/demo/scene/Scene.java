package anbinh.demo.scene;

import java.awt.Color;
import java.time.Duration;

/// One simulated camera: what it is called, how it looks and what drives past.
///
/// @param path the last part of its RTSP address
/// @param title burnt into the picture
/// @param headway between vehicles
record Scene(
    String path,
    String title,
    long seed,
    int lanes,
    Duration headway,
    Color sky,
    Color ground,
    int width,
    int height) {
  Traffic traffic() {
    return new Traffic(seed, lanes, headway);
  }
}
