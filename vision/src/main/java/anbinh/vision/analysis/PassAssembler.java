package anbinh.vision.analysis;

import anbinh.vision.Direction;
import anbinh.vision.image.Jpeg;
import anbinh.vision.model.ModelVersion;
import anbinh.vision.pass.ClassReason;
import anbinh.vision.pass.Classification;
import anbinh.vision.pass.Pass;
import anbinh.vision.pass.PlateSighting;
import anbinh.vision.pass.Weakness;
import anbinh.vision.plate.Plates;
import anbinh.vision.reader.Reading;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes passes of tracks that have ended.
final class PassAssembler {
  private static final int MIN_SIGHTS = 2;
  private static final int MIN_LENGTH = 6;
  private static final double MIN_PROBABILITY = .5;

  private PassAssembler() {}

  /// @param readings of the track, at least one
  static UnitPass of(
      PlateTrack track, List<Reading> readings, boolean isLettering, ModelVersion model) {
    String text = readings.getFirst().text();
    Snapshot snapshot = track.snapshot(text);
    List<Reading> best = readings.subList(0, Math.min(readings.size(), PlateSighting.MAX_READINGS));
    ObjectTrack vehicle = track.vehicle();
    Direction direction = track.trajectory().direction();
    Pass pass =
        new Pass(
            track.trajectory().from(),
            track.trajectory().to(),
            snapshot.moment(),
            Jpeg.of(snapshot.crop()),
            snapshot.area(),
            new PlateSighting(best, weakness(track, best, isLettering), snapshot.ground()),
            track.classification(text),
            snapshot.colours(),
            direction == null && vehicle != null ? vehicle.trajectory().direction() : direction,
            model);
    return new UnitPass(snapshot.unit(), pass);
  }

  static UnitPass of(ObjectTrack track, ModelVersion model) {
    Snapshot snapshot = track.snapshot();
    Pass pass =
        new Pass(
            track.trajectory().from(),
            track.trajectory().to(),
            snapshot.moment(),
            Jpeg.of(snapshot.crop()),
            snapshot.area(),
            null,
            new Classification(track.type(), ClassReason.DETECTOR),
            snapshot.colours(),
            track.trajectory().direction(),
            model);
    return new UnitPass(snapshot.unit(), pass);
  }

  private static @Nullable Weakness weakness(
      PlateTrack track, List<Reading> readings, boolean isLettering) {
    Reading best = readings.getFirst();
    if (isLettering) {
      return Weakness.LETTERING;
    }
    if (track.size() < MIN_SIGHTS) {
      return Weakness.SEEN_ONCE;
    }
    if (best.probability() < MIN_PROBABILITY) {
      return Weakness.UNSURE;
    }
    if (best.text().length() < MIN_LENGTH) {
      return Weakness.TOO_SHORT;
    }
    return Plates.read(best.text()).isEmpty() ? Weakness.NO_PLATE_SHAPE : null;
  }
}
