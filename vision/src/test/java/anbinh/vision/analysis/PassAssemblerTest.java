package anbinh.vision.analysis;

import static anbinh.vision.analysis.PlateFixture.look;
import static anbinh.vision.analysis.PlateFixture.plate;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.vision.model.ModelVersion;
import anbinh.vision.pass.Pass;
import anbinh.vision.pass.PlateSighting;
import anbinh.vision.pass.Weakness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PassAssemblerTest {
  private static final ModelVersion MODEL = new ModelVersion("Reader", "1");

  private static PlateSighting sighting(
      String text, double probability, int looks, boolean isLettering) {
    PlateTrack track = new PlateTrack(look(0), plate(text, probability), null);
    for (int i = 1; i < looks; i++) {
      track.add(look(i), plate(text, probability), null);
    }
    Pass pass = PassAssembler.of(track, track.readings(), isLettering, MODEL).pass();
    return requireNonNull(pass.plate());
  }

  private static @Nullable Weakness weakness(String text, double probability, int looks) {
    return sighting(text, probability, looks, false).weakness();
  }

  @Test
  void saysWhyAReadingIsWeak() {
    assertThat(weakness("36A02345", .98, 2)).isNull();
    assertThat(weakness("36A02345", .98, 1)).isEqualTo(Weakness.SEEN_ONCE);
    assertThat(weakness("36A02345", .92, 2)).isEqualTo(Weakness.UNSURE);
    assertThat(weakness("A0234", .98, 2)).isEqualTo(Weakness.TOO_SHORT);
    assertThat(weakness("RK492AU", .98, 2)).isEqualTo(Weakness.NO_PLATE_SHAPE);
    assertThat(sighting("CAM012", .98, 9, true).weakness()).isEqualTo(Weakness.LETTERING);
  }

  @Test
  void givesTheThreeSurestReadingsWithTheirCharacters() {
    PlateSighting plate = sighting("36A02345", .98, 2, false);
    assertThat(plate.readings()).hasSize(3);
    assertThat(plate.best().characters()).hasSize(8).allMatch(each -> Math.abs(each - .98) < .01);
    assertThat(plate.colour()).as("in a picture without colours").isNull();
  }

  @Test
  void isOfTheUnitThatItsPictureIsFrom() {
    PlateTrack track = new PlateTrack(look(0), plate("36A02345", .9), null);
    UnitPass found = PassAssembler.of(track, track.readings(), false, MODEL);
    assertThat(found.unit()).isEqualTo(look(0).unit());
    assertThat(found.pass().picture().bytes()).startsWith(0xff, 0xd8);
  }
}
