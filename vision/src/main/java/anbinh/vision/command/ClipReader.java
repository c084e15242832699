package anbinh.vision.command;

import anbinh.vision.analysis.CameraAnalysis;
import anbinh.vision.analysis.ClipAnalysis;
import anbinh.vision.analysis.ClipSteps;
import anbinh.vision.analysis.Nets;
import anbinh.vision.analysis.UnitPass;
import anbinh.vision.model.ModelException;
import anbinh.vision.pass.PlateSighting;
import anbinh.vision.pass.Weakness;
import anbinh.vision.reader.Reading;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads the plates that pass in a clip.
final class ClipReader {
  private final Nets nets;

  ClipReader(Nets nets) {
    this.nets = nets;
  }

  /// @return one reading of each plate, that first which is surest
  List<Reading> read(Path file) throws IOException, ModelException {
    Map<String, Reading> readings = new HashMap<>();
    CameraAnalysis camera = new CameraAnalysis(nets, pass -> add(pass, readings));
    ClipAnalysis.run(camera, 0, file, Instant.EPOCH, ClipSteps.ALL);
    camera.finish();
    return readings.values().stream()
        .sorted(Comparator.comparingDouble(each -> -each.probability()))
        .toList();
  }

  private static void add(UnitPass found, Map<String, Reading> readings) {
    PlateSighting plate = found.pass().plate();
    if (plate != null && isPrinted(plate.weakness())) {
      readings.merge(
          plate.best().text(),
          plate.best(),
          (one, other) -> one.probability() >= other.probability() ? one : other);
    }
  }

  /// Other countries' plates have other shapes.
  private static boolean isPrinted(@Nullable Weakness weakness) {
    return switch (weakness) {
      case LETTERING, SEEN_ONCE, UNSURE -> false;
      case TOO_SHORT, NO_PLATE_SHAPE -> true;
      case null -> true;
    };
  }
}
