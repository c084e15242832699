package anbinh.vision.analysis;

import static anbinh.vision.analysis.PlateFixture.at;
import static anbinh.vision.analysis.PlateFixture.look;
import static anbinh.vision.analysis.PlateFixture.plate;
import static anbinh.vision.analysis.PlateFixture.time;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.vision.ObjectClass;
import anbinh.vision.detector.Detection;
import anbinh.vision.image.Box;
import anbinh.vision.read.PlateReader.Plate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlateTrackerTest {
  private static final Box WHOLE = Box.level(0, 0, 640, 360);

  private final PlateTracker tracker = new PlateTracker();
  private final ObjectTracker objects = new ObjectTracker();

  private void add(double seconds, Plate... plates) {
    tracker.add(look(seconds), WHOLE, List.of(plates), objects);
  }

  @Test
  void endsWhatIsGoneAndNothingElse() {
    add(0, plate("36A12345", .9));
    add(.25, plate("36A12345", .9));
    add(1.5, at(plate("99B54321", .9), Box.level(300, 200, 340, 220)));
    assertThat(tracker.end(time(1.75))).isEmpty();
    assertThat(tracker.end(time(2)))
        .singleElement()
        .satisfies(track -> {
          assertThat(track.size()).isEqualTo(2);
          assertThat(track.trajectory().from()).isEqualTo(time(0));
          assertThat(track.trajectory().to()).isEqualTo(time(.25));
        });
    assertThat(tracker.endAll()).hasSize(1);
    assertThat(tracker.endAll()).isEmpty();
  }

  @Test
  void followsATextThatMovesFarAndAPlaceWhoseTextIsMisread() {
    add(0, plate("36A12345", .9));
    add(.25, at(plate("36A12346", .9), Box.level(500, 300, 540, 320)));
    add(.5, at(plate("RSA1X9", .5), Box.level(502, 300, 542, 320)));
    assertThat(tracker.endAll()).singleElement().extracting(PlateTrack::size).isEqualTo(3);
  }

  @Test
  void tellsTwoPlatesApart() {
    Plate one = plate("36A12345", .9);
    Plate other = at(plate("99B54321", .9), Box.level(300, 200, 340, 220));
    add(0, one, other);
    add(.25, other, one);
    assertThat(tracker.endAll())
        .extracting(track -> track.readings().getFirst().text())
        .containsExactly("36A12345", "99B54321");
  }

  @Test
  void keepsWhatTheLastLookShowedWhileNothingMoves() {
    add(0, plate("36A12345", .9));
    add(.5, at(plate("99B54321", .9), Box.level(300, 200, 340, 220)));
    tracker.unchanged(time(.75));
    tracker.unchanged(time(20));
    assertThat(tracker.end(time(20)))
        .extracting(track -> track.readings().getFirst().text())
        .containsExactly("36A12345");
    assertThat(tracker.endAll())
        .singleElement()
        .satisfies(track -> assertThat(track.trajectory().to()).isEqualTo(time(20)));
  }

  @Test
  void keepsWhatStandsOutsideThePartThatIsLookedAt() {
    Plate parked = at(plate("99B54321", .9), Box.level(300, 200, 340, 220));
    add(0, plate("36A12345", .9), parked);
    tracker.add(look(1), Box.level(0, 0, 200, 200), List.of(), objects);
    tracker.add(look(2), Box.level(0, 0, 200, 200), List.of(), objects);
    assertThat(tracker.end(time(2)))
        .extracting(track -> track.readings().getFirst().text())
        .containsExactly("36A12345");
  }

  @Test
  void endsWhatHasLeftThePicture() {
    add(0, at(plate("36A12345", .9), Box.level(300, 345, 340, 365)));
    add(1);
    add(2);
    assertThat(tracker.end(time(2))).hasSize(1);
  }

  @Test
  void reportsWhatStaysNowAndThen() {
    add(0, plate("36A12345", .9));
    tracker.unchanged(time(600));
    assertThat(tracker.end(time(600))).hasSize(1);
  }

  /// A net that knows no motorbike sees who rides it.
  @Test
  void whoRidesAMotorbikePassesWithItsPlateAndWhoCrossesItsWayDoesNot() {
    Plate plate = plate("36B112345", .9);
    for (int i = 0; i < 10; i++) {
      Box rider = Box.level(100 + 30 * i, 50, 160 + 30 * i, 200);
      Box walker = Box.level(300 - 6 * i, 100, 360 - 6 * i, 240);
      objects.add(
          look(.25 * i),
          List.of(
              new Detection(rider, ObjectClass.PERSON, .8),
              new Detection(walker, ObjectClass.PERSON, .7)));
      add(.25 * i, at(plate, Box.level(110 + 30 * i, 180, 150 + 30 * i, 200)));
    }
    assertThat(objects.end(time(5), tracker)).as("the rider is withheld").hasSize(1);
    assertThat(tracker.endAll().getFirst().carried())
        .singleElement()
        .satisfies(object -> assertThat(object.lastDetection().box().x()).isEqualTo(400));
  }

  @Test
  void whoWalksBeforeACarIsAPassOfTheirOwn() {
    Plate plate = plate("36A12345", .9);
    for (int i = 0; i < 4; i++) {
      Box walker = Box.level(100 + 60 * i, 50, 160 + 60 * i, 200);
      objects.add(look(.25 * i), List.of(new Detection(walker, ObjectClass.PERSON, .8)));
      add(.25 * i, at(plate, Box.level(110 + 60 * i, 180, 150 + 60 * i, 200)));
    }
    assertThat(tracker.endAll().getFirst().carried()).isEmpty();
  }
}
