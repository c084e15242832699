package anbinh.sightings.analysis;

import static anbinh.sightings.analysis.AnalysisFixture.pass;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.sightings.store.NewSighting;
import anbinh.vision.pass.Pass;
import anbinh.vision.pass.Weakness;
import anbinh.vision.plate.PlateColour;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PassMapperTest {
  private static final UUID CAMERA = new UUID(1, 1);
  private static final UUID AREA = new UUID(1, 2);
  private static final Instant START = Instant.parse("2026-11-25T02:00:00Z");

  private static NewSighting sighting(Pass pass) {
    return PassMapper.sighting(pass, CAMERA, AREA);
  }

  @Test
  void keepsAWeakReadingWithItsReason() {
    NewSighting weak = sighting(pass("30V465", START, Weakness.SEEN_ONCE));
    assertThat(weak.weakness()).isEqualTo(Weakness.SEEN_ONCE);
    assertThat(weak.readings()).singleElement().extracting("text").isEqualTo("30V465");
    assertThat(weak.plateColour()).isEqualTo(PlateColour.YELLOW);
  }

  @Test
  void hasOneKeyForThePassThatIsToldAgain() {
    Pass pass = pass("30V46597", START, null);
    assertThat(sighting(pass).key()).isEqualTo(sighting(pass).key());
    assertThat(sighting(pass).key())
        .isNotEqualTo(sighting(pass("30V46597", START.plusMillis(1), null)).key())
        .isNotEqualTo(sighting(pass("36A12345", START, null)).key());
  }

  @Test
  void takesClocksAndSignsForNoPass() {
    assertThat(PassMapper.isLettering(pass("CHODONGTHO", START, Weakness.LETTERING))).isTrue();
    assertThat(PassMapper.isLettering(pass("30V46597", START, Weakness.UNSURE))).isFalse();
  }
}
