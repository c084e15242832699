package anbinh.vision.command;

import anbinh.vision.analysis.CameraAnalysis;
import anbinh.vision.analysis.ClipAnalysis;
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
    ClipAnalysis.run(camera, 0, file, Instant.EPOCH);
    camera.finish();
    return readings.values().stream()
        .sorted(Comparator.comparingDouble(each -> -each.probability()))
        .toList();
  }

  private static void add(UnitPass found, Map<String, Reading> readings) {
    PlateSighting plate = found.pass().plate();
    if (plate != null
        && plate.weakness() != Weakness.LETTERING
        && plate.weakness() != Weakness.SEEN_ONCE) {
      readings.merge(
          plate.best().text(),
          plate.best(),
          (one, other) -> one.probability() >= other.probability() ? one : other);
    }
  }
}
