package anbinh.vision.analysis;

import anbinh.vision.Colour;
import anbinh.vision.ObjectClass;
import anbinh.vision.colour.GroundColour;
import anbinh.vision.colour.VehicleColours;
import anbinh.vision.detector.Detection;
import anbinh.vision.image.Box;
import anbinh.vision.image.Picture;
import anbinh.vision.pass.FrameArea;
import anbinh.vision.plate.PlateColour;
import anbinh.vision.read.PlateReader.Plate;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one look shows of a plate or an object, kept after the look itself is forgotten.
///
/// @param crop with a margin, at most [#MAX_WIDTH] wide and high
record Snapshot(
    long unit,
    Instant moment,
    double score,
    Picture crop,
    FrameArea area,
    @Nullable PlateColour ground,
    List<Colour> colours) {
  static final int MAX_WIDTH = 320;

  private static final double PLATE_MARGIN = .35;
  private static final double OBJECT_MARGIN = .05;

  Snapshot {
    colours = List.copyOf(colours);
  }

  /// @param vehicle that the plate is on; null where none was found
  static Snapshot of(Look look, Plate plate, @Nullable Detection vehicle) {
    Picture picture = look.picture();
    PlateColour ground = null;
    List<Colour> colours = List.of();
    if (look.hasColours()) {
      ground = GroundColour.of(picture, plate.box());
      colours =
          vehicle == null
              ? VehicleColours.above(picture, plate.box(), plate.rows())
              : VehicleColours.of(picture, vehicle.box());
    }
    double margin = PLATE_MARGIN * plate.box().height() / plate.rows();
    return new Snapshot(
        look.unit(),
        look.time(),
        plate.confidence(),
        crop(picture, plate.box().grown(margin, margin)),
        FrameArea.of(plate.box(), picture),
        ground,
        colours);
  }

  static Snapshot of(Look look, Detection object, double score) {
    Picture picture = look.picture();
    Box box = object.box();
    return new Snapshot(
        look.unit(),
        look.time(),
        score,
        crop(picture, box.grown(OBJECT_MARGIN * box.width(), OBJECT_MARGIN * box.height())),
        FrameArea.of(box, picture),
        null,
        look.hasColours() ? colours(picture, object) : List.of());
  }

  private static List<Colour> colours(Picture picture, Detection object) {
    return object.type() == ObjectClass.PERSON
        ? VehicleColours.worn(picture, object.box())
        : VehicleColours.of(picture, object.box());
  }

  private static Picture crop(Picture picture, Box box) {
    double scale = Math.min(1, MAX_WIDTH / Math.max(box.width(), box.height()));
    Picture cut = picture.cut(box);
    return scale == 1
        ? cut
        : cut.resized(
            (int) Math.max(1, cut.width() * scale), (int) Math.max(1, cut.height() * scale));
  }
}
