package anbinh.sightings.store;

import static anbinh.sightings.SightingFixture.AREA;
import static anbinh.sightings.SightingFixture.AT;
import static anbinh.sightings.SightingFixture.CAMERA;
import static anbinh.sightings.SightingFixture.sighting;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.sightings.PlateReading;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KnownPassesTest {
  /// Stored is one that was seen for two seconds from [anbinh.sightings.SightingFixture#AT] on.
  private final KnownPasses known =
      new KnownPasses(List.of(sighting(reading("36A12345", .6), reading("36A12346", .3))));

  private static PlateReading reading(String text, double confidence) {
    return new PlateReading(text, confidence, List.of());
  }

  private static NewSighting told(Instant from, PlateReading... readings) {
    return new NewSighting(
        "another reader's",
        CAMERA,
        AREA,
        from,
        from.plusSeconds(1),
        from,
        null,
        Set.of(),
        null,
        List.of(readings),
        "reader 2",
        null,
        null,
        null,
        null);
  }

  @Test
  void knowsTheSamePlateAtTheSameTimeWhoeverReadIt() {
    PlateReading same = reading("36A12345", .9);
    assertThat(known.has(told(AT.plusSeconds(1), same))).isTrue();
    assertThat(known.has(told(AT.minusSeconds(1), reading("36A12346", .1), same))).isTrue();
    assertThat(known.has(told(AT.plusSeconds(3), same))).as("later").isFalse();
    assertThat(known.has(told(AT.minusSeconds(2), same))).as("earlier").isFalse();
  }

  @Test
  void knowsNeitherAnotherPlateNorWhatHasNone() {
    assertThat(known.has(told(AT, reading("36A12346", .9)))).isFalse();
    assertThat(new KnownPasses(List.of(sighting())).has(told(AT))).isFalse();
  }
}
