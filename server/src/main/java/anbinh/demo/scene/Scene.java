package anbinh.demo.scene;

import java.awt.Color;

/// One simulated camera: what it is called, how it looks and what drives past.
///
/// @param path the last part of its RTSP address
/// @param title burnt into the picture
record Scene(
    String path,
    String title,
    long seed,
    int lanes,
    Color sky,
    Color ground,
    int width,
    int height) {
  Traffic traffic() {
    return new Traffic(seed, lanes);
  }
}
