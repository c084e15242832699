package anbinh.vision.analysis;

import static anbinh.vision.analysis.PlateFixture.at;
import static anbinh.vision.analysis.PlateFixture.look;
import static anbinh.vision.analysis.PlateFixture.plate;
import static anbinh.vision.analysis.PlateFixture.time;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.vision.image.Box;
import org.junit.jupiter.api.Test;

class LetteringTest {
  private final Lettering lettering = new Lettering();

  private static PlateTrack track(String text, double from, double to, double moved) {
    PlateTrack track = new PlateTrack(look(from), plate(text, .9), null);
    track.add(look(to), at(plate(text, .9), Box.level(moved, 0, 40 + moved, 20)), null);
    return track;
  }

  @Test
  void isWhatStandsForLongAndIsNoPlate() {
    assertThat(lettering.withholds(track("CAM12", 0, 3, 0), "CAM12")).isTrue();
    assertThat(lettering.release(time(5)))
        .singleElement()
        .extracting(Lettering.Verdict::isLettering)
        .isEqualTo(true);
  }

  @Test
  void isNoPlateOfAParkedCarAndNothingThatMoves() {
    assertThat(lettering.withholds(track("36A12345", 0, 60, 0), "36A12345")).isFalse();
    assertThat(lettering.withholds(track("CAM12", 0, 3, 30), "CAM12")).isFalse();
  }

  @Test
  void isKnownByWhatFollowsAtTheSamePlace() {
    lettering.withholds(track("CAM12", 0, .5, 0), "CAM12");
    assertThat(lettering.release(time(2.5))).isEmpty();
    lettering.withholds(track("CAN12", 5, 5.5, 0), "CAN12");
    assertThat(lettering.release(time(7.5)))
        .extracting(Lettering.Verdict::isLettering)
        .as("that it is lettering, told once")
        .containsExactly(true);
  }

  @Test
  void isNoneWhereNothingFollows() {
    lettering.withholds(track("CAM12", 0, .5, 0), "CAM12");
    assertThat(lettering.release(time(11)))
        .extracting(Lettering.Verdict::isLettering)
        .containsExactly(false);
  }

  @Test
  void withholdsNothingAtTheEnd() {
    lettering.withholds(track("CAM12", 0, .5, 0), "CAM12");
    assertThat(lettering.releaseAll()).hasSize(1);
    assertThat(lettering.releaseAll()).isEmpty();
  }
}
