package anbinh.sightings.onvif;

import anbinh.vision.ObjectClass;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Kinds of objects as cameras call them: those of the ONVIF schema, and those that makers use
/// beside them.
final class ClassNames {
  private ClassNames() {}

  /// Null for what says nothing (`Vehicle`, `LicensePlate`) or is not kept (`Animal`, `Face`).
  static @Nullable ObjectClass find(String name) {
    return switch (name.strip().toLowerCase(Locale.ROOT)) {
      case "car", "sedan", "suv", "taxi" -> ObjectClass.CAR;
      case "motorcycle", "motorbike" -> ObjectClass.MOTORBIKE;
      case "bicycle", "bike" -> ObjectClass.BICYCLE;
      case "van", "minivan", "pickup" -> ObjectClass.VAN;
      case "truck", "largetruck", "midtruck", "lighttruck" -> ObjectClass.TRUCK;
      case "bus", "minibus", "largebus" -> ObjectClass.BUS;
      case "human", "person", "pedestrian" -> ObjectClass.PERSON;
      default -> null;
    };
  }
}
