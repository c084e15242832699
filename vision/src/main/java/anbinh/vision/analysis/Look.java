package anbinh.vision.analysis;

import anbinh.vision.colour.Chroma;
import anbinh.vision.image.Picture;
import java.time.Instant;

/// A picture in which plates and objects are sought.
///
/// @param unit of the video that it is from
/// @param hasColours whether it is not of infrared light
record Look(long unit, Instant time, Picture picture, boolean hasColours) {
  static Look of(long unit, Instant time, Picture picture) {
    return new Look(unit, time, picture, Chroma.isIn(picture));
  }
}
