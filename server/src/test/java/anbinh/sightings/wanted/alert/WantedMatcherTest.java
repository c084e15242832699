package anbinh.sightings.wanted.alert;

import static anbinh.sightings.wanted.WantedFixture.COMMUNE;
import static anbinh.sightings.wanted.WantedFixture.DECIDED_AT;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.sightings.PlateReading;
import anbinh.sightings.Sighting;
import anbinh.sightings.SightingFixture;
import anbinh.sightings.wanted.WantedFixture;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WantedMatcherTest {
  private static final UUID VILLAGE = new UUID(0, 11);
  private static final UUID ELSEWHERE = new UUID(0, 20);
  private static final Instant LATER = DECIDED_AT.plusSeconds(60);

  private final WantedMatcher matcher =
      new WantedMatcher(
          List.of(WantedFixture.active("36A12345"), WantedFixture.active("36B11234")),
          area -> area.equals(VILLAGE) ? Set.of(VILLAGE, COMMUNE) : Set.of(area));

  private static Sighting pass(UUID area, Instant at, String... readings) {
    return SightingFixture.sighting(
        area, at, Stream.of(readings).map(each -> new PlateReading(each, .9, List.of())).toList());
  }

  private List<String> found(String... readings) {
    return matcher.match(pass(COMMUNE, LATER, readings)).stream()
        .map(WantedMatcher.Match::reading)
        .toList();
  }

  @Test
  void anEqualReadingFits() {
    assertThat(matcher.match(pass(COMMUNE, LATER, "36A12345")))
        .singleElement()
        .satisfies(match -> {
          assertThat(match.vehicle().plate()).isEqualTo("36A12345");
          assertThat(match.reading()).isEqualTo("36A12345");
        });
  }

  @Test
  void oneCharacterThatLooksAlikeFits() {
    assertThat(found("36A1234S")).containsExactly("36A1234S");
  }

  @Test
  void twoThatLookAlikeOrOneThatDoesNotFitNothing() {
    assertThat(found("36A1Z34S")).isEmpty();
    assertThat(found("36A12349")).isEmpty();
    assertThat(found("36A2345")).isEmpty();
    assertThat(found("36A123456")).isEmpty();
    assertThat(found()).isEmpty();
  }

  @Test
  void aLaterReadingFitsOnlyWhereItIsEqual() {
    assertThat(found("36A99999", "36A12345")).containsExactly("36A12345");
    assertThat(found("36A99999", "36A1234S")).isEmpty();
    assertThat(found("36A1234S", "36A12345")).containsExactly("36A12345");
  }

  @Test
  void itHoldsInItsAreaAndBelow() {
    assertThat(matcher.match(pass(VILLAGE, LATER, "36A12345"))).hasSize(1);
    assertThat(matcher.match(pass(ELSEWHERE, LATER, "36A12345"))).isEmpty();
  }

  @Test
  void whatPassedBeforeTheApprovalFitsNothing() {
    assertThat(matcher.match(pass(COMMUNE, DECIDED_AT.minusMillis(1), "36A12345"))).isEmpty();
  }

  @Test
  void aReadingThatIsNoPlateFitsNothing() {
    assertThat(found("36A123456789012")).isEmpty();
  }
}
