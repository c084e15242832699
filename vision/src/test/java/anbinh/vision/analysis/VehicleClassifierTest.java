package anbinh.vision.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.vision.ObjectClass;
import anbinh.vision.pass.ClassReason;
import anbinh.vision.pass.Classification;
import org.junit.jupiter.api.Test;

class VehicleClassifierTest {
  private static final Classification MOTORBIKE_BY_TEXT =
      new Classification(ObjectClass.MOTORBIKE, ClassReason.PLATE_TEXT);
  private static final Classification MOTORBIKE_BY_SHAPE =
      new Classification(ObjectClass.MOTORBIKE, ClassReason.PLATE_SHAPE);
  private static final Classification CAR_BY_TEXT =
      new Classification(ObjectClass.CAR, ClassReason.PLATE_TEXT);
  private static final Classification CAR_BY_SHAPE =
      new Classification(ObjectClass.CAR, ClassReason.PLATE_SHAPE);

  @Test
  void goesByATextThatOnlyOneKindHas() {
    assertThat(VehicleClassifier.of("36B167892", 1.4, null)).isEqualTo(MOTORBIKE_BY_TEXT);
    assertThat(VehicleClassifier.of("29MĐ190495", 1.4, null)).isEqualTo(MOTORBIKE_BY_TEXT);
    assertThat(VehicleClassifier.of("36A02345", 1.4, null)).isEqualTo(CAR_BY_TEXT);
    assertThat(VehicleClassifier.of("36R02345", 2, ObjectClass.TRUCK))
        .isEqualTo(new Classification(ObjectClass.TRUCK, ClassReason.PLATE_TEXT));
  }

  /// 36-B1 1234 is a motorbike, 36B-112.34 a car.
  @Test
  void goesByTheShapeWhereBothHaveTheText() {
    assertThat(VehicleClassifier.of("36B11234", 1.35, null)).isEqualTo(MOTORBIKE_BY_SHAPE);
    assertThat(VehicleClassifier.of("36B11234", 2.1, null)).isEqualTo(CAR_BY_SHAPE);
    assertThat(VehicleClassifier.of("36B11234", 4.6, ObjectClass.MOTORBIKE))
        .isEqualTo(CAR_BY_SHAPE);
  }

  @Test
  void goesByTheDetectorWhereTheShapeIsBetween() {
    assertThat(VehicleClassifier.of("36B11234", 1.65, ObjectClass.MOTORBIKE))
        .isEqualTo(new Classification(ObjectClass.MOTORBIKE, ClassReason.DETECTOR));
    assertThat(VehicleClassifier.of("36B11234", 1.7, null)).isEqualTo(CAR_BY_SHAPE);
  }

  @Test
  void tellsLorriesFromCarsByTheDetector() {
    assertThat(VehicleClassifier.of("36C02345", 4.6, ObjectClass.TRUCK))
        .isEqualTo(new Classification(ObjectClass.TRUCK, ClassReason.DETECTOR));
    assertThat(VehicleClassifier.of("36B167892", 1.4, ObjectClass.TRUCK))
        .isEqualTo(MOTORBIKE_BY_TEXT);
  }

  @Test
  void saysNothingOfATextThatIsNoPlateWithoutADetector() {
    assertThat(VehicleClassifier.of("HELLO1", 1.4, null)).isNull();
    assertThat(VehicleClassifier.of("HELLO1", 1.4, ObjectClass.BUS))
        .isEqualTo(new Classification(ObjectClass.BUS, ClassReason.DETECTOR));
  }
}
