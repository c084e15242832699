package anbinh.vision.analysis;

import static anbinh.vision.analysis.PlateFixture.at;
import static anbinh.vision.analysis.PlateFixture.look;
import static anbinh.vision.analysis.PlateFixture.plate;
import static anbinh.vision.analysis.PlateFixture.time;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.vision.Direction;
import anbinh.vision.ObjectClass;
import anbinh.vision.detector.Detection;
import anbinh.vision.image.Box;
import java.util.List;
import org.junit.jupiter.api.Test;

class ObjectTrackerTest {
  private final ObjectTracker tracker = new ObjectTracker();
  private final PlateTracker plates = new PlateTracker();

  private static Detection seen(ObjectClass type, double x, double y, double width, double height) {
    return new Detection(Box.level(x, y, x + width, y + height), type, .8);
  }

  private void add(double seconds, Detection... detections) {
    tracker.add(look(seconds), List.of(detections));
  }

  @Test
  void followsWhatMoves() {
    add(0, seen(ObjectClass.CAR, 0, 100, 100, 60));
    add(.25, seen(ObjectClass.TRUCK, 60, 100, 100, 60));
    add(.5, seen(ObjectClass.CAR, 120, 100, 100, 60));
    assertThat(tracker.end(time(1), plates)).isEmpty();
    assertThat(tracker.end(time(2.1), plates))
        .singleElement()
        .satisfies(track -> {
          assertThat(track.size()).isEqualTo(3);
          assertThat(track.type()).isEqualTo(ObjectClass.CAR);
          assertThat(track.trajectory().direction()).isEqualTo(Direction.RIGHT);
        });
  }

  @Test
  void tellsThoseBesideOneAnotherApart() {
    for (int i = 0; i < 3; i++) {
      add(
          i / 4.0,
          seen(ObjectClass.CAR, 50 * i, 100, 90, 60),
          seen(ObjectClass.CAR, 300 + 50 * i, 90, 90, 60));
    }
    assertThat(tracker.endAll()).extracting(ObjectTrack::size).containsExactly(3, 3);
  }

  @Test
  void countsARiderWithTheMotorbike() {
    for (int i = 0; i < 2; i++) {
      add(
          i,
          seen(ObjectClass.PERSON, 105 + 50 * i, 50, 40, 90),
          seen(ObjectClass.MOTORBIKE, 100 + 50 * i, 90, 60, 90),
          seen(ObjectClass.PERSON, 400 + 50 * i, 50, 40, 90));
    }
    assertThat(tracker.endAll())
        .extracting(ObjectTrack::type)
        .containsExactly(ObjectClass.MOTORBIKE, ObjectClass.PERSON);
  }

  @Test
  void knowsTheVehicleThatAPlateIsOn() {
    add(
        0,
        seen(ObjectClass.TRUCK, 0, 0, 400, 300),
        seen(ObjectClass.CAR, 50, 100, 200, 150),
        seen(ObjectClass.PERSON, 90, 180, 80, 60));
    Box plate = Box.level(100, 200, 150, 215);
    assertThat(tracker.vehicleOf(plate, time(0)))
        .extracting(ObjectTrack::type)
        .isEqualTo(ObjectClass.CAR);
    assertThat(tracker.vehicleOf(plate, time(.25))).isNull();
    assertThat(tracker.vehicleOf(Box.level(500, 200, 550, 215), time(0))).isNull();
  }

  @Test
  void leavesAVehicleWithAPlateToThePlatesPass() {
    add(0, seen(ObjectClass.CAR, 50, 100, 200, 150));
    plates.add(
        look(0),
        Box.level(0, 0, 640, 360),
        List.of(at(plate("36A12345", .9), Box.level(100, 200, 150, 215))),
        tracker);
    add(.25, seen(ObjectClass.CAR, 250, 100, 200, 150));
    assertThat(tracker.end(time(2), plates)).isEmpty();
  }

  @Test
  void reportsWhatStaysOnlyIfItHasMoved() {
    add(0, seen(ObjectClass.CAR, 50, 100, 200, 150));
    add(.25, seen(ObjectClass.CAR, 200, 100, 200, 150));
    tracker.unchanged(time(600));
    assertThat(tracker.end(time(600), plates)).hasSize(1);
    tracker.unchanged(time(1_300));
    assertThat(tracker.end(time(1_300), plates)).isEmpty();
    add(1_301, seen(ObjectClass.CAR, 350, 100, 200, 150));
    assertThat(tracker.endAll()).hasSize(1);
  }

  @Test
  void countsAVehicleOnceThatIsSeenAsTwoKinds() {
    add(0, seen(ObjectClass.TRUCK, 50, 100, 200, 150), seen(ObjectClass.BUS, 55, 100, 200, 150));
    add(1, seen(ObjectClass.BUS, 200, 100, 200, 150), seen(ObjectClass.TRUCK, 200, 95, 200, 150));
    assertThat(tracker.endAll()).hasSize(1);
  }
}
