package anbinh.demo.scene;

import java.awt.Color;
import java.util.List;

/// A vehicle somewhere along the road of a scene.
///
/// @param plateLines one line (cars, trucks) or two (motorbikes), as painted on the plate
/// @param lane 0 is the leftmost
/// @param progress 0 at the horizon, 1 where it leaves the picture at the bottom
record Vehicle(Kind kind, Color colour, List<String> plateLines, int lane, double progress) {
  Vehicle {
    plateLines = List.copyOf(plateLines);
  }

  enum Kind {
    CAR,
    TRUCK,
    MOTORBIKE
  }
}
