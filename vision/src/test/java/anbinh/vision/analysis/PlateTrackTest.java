package anbinh.vision.analysis;

import static anbinh.vision.analysis.PlateFixture.at;
import static anbinh.vision.analysis.PlateFixture.look;
import static anbinh.vision.analysis.PlateFixture.plate;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.vision.image.Box;
import anbinh.vision.read.PlateReader.Plate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlateTrackTest {
  private static PlateTrack track(Plate... plates) {
    PlateTrack track = new PlateTrack(look(0), plates[0], null);
    for (int i = 1; i < plates.length; i++) {
      track.add(look(i), plates[i], null);
    }
    return track;
  }

  private static String voted(Plate... plates) {
    return track(plates).readings().getFirst().text();
  }

  @Test
  void goesByMostAndNotByTheFirst() {
    assertThat(voted(plate("36A12348", .9), plate("36A12345", .9), plate("36A12345", .9)))
        .isEqualTo("36A12345");
  }

  @Test
  void takesEachCharacterFromWhereItWasSeenBest() {
    assertThat(voted(plate("36A12845", .8), plate("86A12345", .8), plate("36A12345", .7)))
        .isEqualTo("36A12345");
  }

  @Test
  void trustsTheSurerOfTwo() {
    assertThat(voted(plate("36A12348", .6), plate("36A12345", .95))).isEqualTo("36A12345");
  }

  /// A character that was missed would shift all that follow it.
  @Test
  void isNotMisledByOneOfAnotherLength() {
    assertThat(voted(plate("36A1234", .95), plate("36A12345", .9), plate("36A12345", .9)))
        .isEqualTo("36A12345");
  }

  @Test
  void showsTheSurestLookInWhichTheTextWasRead() {
    PlateTrack track =
        track(
            plate("36A12345", .85), plate("36A12345", .9),
            plate("36A12348", .92), plate("36A12345", .88));
    assertThat(track.readings().getFirst().text()).isEqualTo("36A12345");
    assertThat(track.snapshot("36A12345").moment()).isEqualTo(look(1).time());
    assertThat(track.snapshot("36A12348").moment()).isEqualTo(look(2).time());
  }

  @Test
  void showsTheMostSimilarLookOfATextThatWasReadInNone() {
    PlateTrack track = track(plate("36A12845", .9), plate("99B99999", .95));
    assertThat(track.snapshot("36A12345").moment()).isEqualTo(look(0).time());
  }

  @Test
  void standsWhereItDoesNotMove() {
    Plate plate = plate("36A12345", .9);
    assertThat(track(plate, at(plate, Box.level(2, 0, 42, 20))).trajectory().stands()).isTrue();
    assertThat(track(plate, at(plate, Box.level(10, 0, 50, 20)), plate).trajectory().stands())
        .isFalse();
  }

  @Test
  void knowsHowThePlateIsShaped() {
    Plate plate = plate("36A12345", .9);
    assertThat(track(plate, at(plate, Box.level(0, 0, 60, 20))).aspect()).isEqualTo(2.5);
    assertThat(List.of(track(plate).size(), track(plate, plate).size())).containsExactly(1, 2);
  }
}
