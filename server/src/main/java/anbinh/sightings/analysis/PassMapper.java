package anbinh.sightings.analysis;

import anbinh.sightings.PlateReading;
import anbinh.sightings.store.NewSighting;
import anbinh.vision.pass.Classification;
import anbinh.vision.pass.Pass;
import anbinh.vision.pass.PlateSighting;
import anbinh.vision.pass.Weakness;
import anbinh.vision.reader.Reading;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Makes sightings of what the analyser tells.
public final class PassMapper {
  private PassMapper() {}

  /// Whether it is a sign, a clock or the like, which never passes.
  public static boolean isLettering(Pass pass) {
    PlateSighting plate = pass.plate();
    return plate != null && plate.weakness() == Weakness.LETTERING;
  }

  /// @param areaId in which the camera stands
  public static NewSighting sighting(Pass pass, UUID cameraId, UUID areaId) {
    Optional<PlateSighting> plate = Optional.ofNullable(pass.plate());
    Optional<Classification> type = Optional.ofNullable(pass.classification());
    Instant best = pass.moment();
    return new NewSighting(
        key(pass, cameraId),
        cameraId,
        areaId,
        pass.from().isAfter(best) ? best : pass.from(),
        pass.to().isBefore(best) ? best : pass.to(),
        best,
        type.map(Classification::type).orElse(null),
        Set.copyOf(pass.colours()),
        pass.direction(),
        plate.map(PassMapper::readings).orElse(List.of()),
        model(pass),
        Base64.getEncoder().encodeToString(pass.picture().bytes()),
        plate.map(PlateSighting::weakness).orElse(null),
        type.map(Classification::reason).orElse(null),
        plate.map(PlateSighting::colour).orElse(null));
  }

  /// The same for the same pass when it is told again: its camera, its best picture, and what was
  /// seen in it, since two may have the same best picture; and by which net.
  private static String key(Pass pass, UUID cameraId) {
    PlateSighting plate = pass.plate();
    String what =
        plate == null
            ? String.format(Locale.ROOT, "%.2f,%.2f", pass.area().left(), pass.area().top())
            : plate.best().text();
    return "%s/%d/%s/%s".formatted(cameraId, pass.moment().toEpochMilli(), what, model(pass));
  }

  private static String model(Pass pass) {
    return pass.model().name() + " " + pass.model().version();
  }

  private static List<PlateReading> readings(PlateSighting plate) {
    return plate.readings().stream().map(PassMapper::reading).toList();
  }

  private static PlateReading reading(Reading reading) {
    return new PlateReading(
        reading.text(),
        reading.probability(),
        reading.characters().stream().map(Float::doubleValue).toList());
  }
}
