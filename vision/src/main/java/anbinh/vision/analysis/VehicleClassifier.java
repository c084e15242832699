package anbinh.vision.analysis;

import anbinh.vision.ObjectClass;
import anbinh.vision.pass.ClassReason;
import anbinh.vision.pass.Classification;
import anbinh.vision.plate.PlateClass;
import anbinh.vision.plate.PlateNumber;
import anbinh.vision.plate.Plates;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Says what vehicle it is: by its plate's text where only one kind has such texts, else by the
/// plate's shape; of the vehicles with four wheels and more by the detector.
///
/// A motorbike's plate is 190 × 140 mm, with two rows; a car's 520 × 110 mm with one row, or 330 ×
/// 165 mm with two (QCVN 08:2024/BCA). What is around the text alone is a little wider.
final class VehicleClassifier {
  private static final double MOTORBIKE_ASPECT = 1.5;
  private static final double CAR_ASPECT = 1.85;

  private VehicleClassifier() {}

  /// @param text that was read of its plate
  /// @param aspect width by height of what is around the text
  /// @param seen by the detector; null where it saw nothing there
  /// @return null where nothing tells
  static @Nullable Classification of(String text, double aspect, @Nullable ObjectClass seen) {
    List<PlateNumber> numbers = Plates.read(text);
    Classification byPlate = numbers.isEmpty() ? null : byPlate(numbers, aspect, seen);
    if (byPlate != null && (byPlate.type() != ObjectClass.CAR || !isLarge(seen))) {
      return byPlate;
    }
    return seen == null ? null : new Classification(seen, ClassReason.DETECTOR);
  }

  private static boolean isLarge(@Nullable ObjectClass seen) {
    return seen == ObjectClass.VAN || seen == ObjectClass.TRUCK || seen == ObjectClass.BUS;
  }

  private static @Nullable Classification byPlate(
      List<PlateNumber> numbers, double aspect, @Nullable ObjectClass seen) {
    if (numbers.stream().allMatch(VehicleClassifier::isMotorbike)) {
      return new Classification(ObjectClass.MOTORBIKE, ClassReason.PLATE_TEXT);
    }
    if (numbers.stream().allMatch(VehicleClassifier::isTrailer)) {
      return new Classification(ObjectClass.TRUCK, ClassReason.PLATE_TEXT);
    }
    if (numbers.stream().allMatch(number -> number.kind() == PlateClass.CAR)) {
      return new Classification(ObjectClass.CAR, ClassReason.PLATE_TEXT);
    }
    if (aspect > CAR_ASPECT) {
      return new Classification(ObjectClass.CAR, ClassReason.PLATE_SHAPE);
    }
    if (aspect < MOTORBIKE_ASPECT || seen == null) {
      return new Classification(
          aspect < (MOTORBIKE_ASPECT + CAR_ASPECT) / 2 ? ObjectClass.MOTORBIKE : ObjectClass.CAR,
          ClassReason.PLATE_SHAPE);
    }
    return null;
  }

  private static boolean isMotorbike(PlateNumber number) {
    return switch (number.kind()) {
      case MOTORBIKE, MOTORBIKE_OLD -> true;
      case SPECIAL -> number.series().startsWith("MĐ");
      case CAR, FOREIGN, TEMPORARY, ARMY -> false;
    };
  }

  private static boolean isTrailer(PlateNumber number) {
    return number.kind() == PlateClass.SPECIAL && number.series().startsWith("R");
  }
}
