package anbinh.standard.unit;

import static anbinh.standard.unit.StandardUnitsFixture.COMMUNE;
import static anbinh.standard.unit.StandardUnitsFixture.ONE;
import static anbinh.standard.unit.StandardUnitsFixture.OTHER_COMMUNE;
import static anbinh.standard.unit.StandardUnitsFixture.PROVINCE;
import static anbinh.standard.unit.StandardUnitsFixture.THREE;
import static anbinh.standard.unit.StandardUnitsFixture.TWO;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.areas.AreaKind;
import anbinh.identity.AreaScope;
import anbinh.standard.StandardOutcome;
import anbinh.standard.StandardState;
import anbinh.standard.UnitKind;
import anbinh.standard.unit.StandardUnits.Unit;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which units there are of a year, however they were merged since, and what is due of each.
class StandardUnitsTest {
  private static final LocalDate LAST = LocalDate.of(2026, 10, 31);

  @TempDir private Path folder;
  private StandardUnitsFixture fixture;

  @BeforeEach
  void open() throws IOException {
    fixture = new StandardUnitsFixture(folder);
  }

  @AfterEach
  void close() throws IOException {
    fixture.close();
  }

  private List<UUID> listed() {
    return ids(fixture.units.list(2026));
  }

  private static List<UUID> ids(List<Unit> units) {
    return units.stream().map(each -> each.area().id()).toList();
  }

  private Unit unit(UUID id) {
    return fixture.units.list(2026).stream()
        .filter(each -> each.area().id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theUnitsOfAYearStandInTheOrderOfTheirCodesAndTheProvinceIsNone() {
    assertThat(listed()).containsExactly(COMMUNE, ONE, TWO, OTHER_COMMUNE, THREE);
    assertThat(unit(ONE).kind()).isEqualTo(UnitKind.RESIDENTIAL_AREA);
    assertThat(unit(OTHER_COMMUNE).kind()).as("a ward").isEqualTo(UnitKind.COMMUNE);
  }

  @Test
  void whatWasMergedWhileThePeriodRunsIsNoUnitOfTheYear() {
    fixture.assess(TWO, StandardState.SELF_ASSESSED, null);
    fixture.merge(TWO, ONE, LocalDate.of(2026, 5, 31));
    assertThat(listed()).containsExactly(COMMUNE, ONE, OTHER_COMMUNE, THREE);
  }

  @Test
  void afterThePeriodThoseOfItsLastDayAreTheUnitsOfTheYear() {
    fixture.merge(ONE, TWO, LAST.minusDays(1));
    fixture.merge(THREE, TWO, LAST);
    UUID later = new UUID(1, 7);
    fixture.areas.add(later, "38.1.3", AreaKind.RESIDENTIAL_AREA, COMMUNE);
    fixture.areas.begin(later, LAST.plusDays(1));
    fixture.on("2026-10-31");
    assertThat(listed())
        .as("while it runs, those of today")
        .containsExactly(COMMUNE, TWO, later, OTHER_COMMUNE);
    fixture.on("2026-11-01");
    assertThat(listed()).containsExactly(COMMUNE, TWO, OTHER_COMMUNE, THREE);
    assertThat(unit(THREE).present()).isFalse();
  }

  @Test
  void eachKindHasALastDayOfItsOwn() {
    UUID school = new UUID(1, 7);
    fixture.areas.add(school, "38.1.4", AreaKind.SCHOOL, COMMUNE);
    fixture.merge(ONE, TWO, LocalDate.of(2026, 11, 14));
    fixture.areas.end(school, LocalDate.of(2026, 11, 14), null);
    fixture.on("2026-11-16");
    assertThat(listed())
        .as("the school ended before the fifteenth, the village after the thirty-first")
        .containsExactly(COMMUNE, ONE, TWO, OTHER_COMMUNE, THREE);
  }

  @Test
  void whatWasRegisteredLateIsListedWhileItIsThere() {
    UUID later = new UUID(1, 7);
    fixture.areas.add(later, "38.1.3", AreaKind.RESIDENTIAL_AREA, COMMUNE);
    fixture.areas.begin(later, LAST.plusDays(1));
    fixture.on("2026-11-05");
    assertThat(listed()).doesNotContain(later);
    fixture.assess(later, StandardState.REGISTERED, null);
    assertThat(listed()).contains(later);
  }

  @Test
  void whatEndedIsListedOnlyWhereItWasDecided() {
    fixture.merge(ONE, TWO, LocalDate.of(2026, 5, 31));
    fixture.assess(ONE, StandardState.APPRAISED, null);
    assertThat(listed()).doesNotContain(ONE);
    fixture.assess(ONE, StandardState.DECIDED, StandardOutcome.MET);
    assertThat(listed()).contains(ONE);
    assertThat(unit(ONE).present()).isFalse();
    assertThat(unit(ONE).met()).isTrue();
  }

  @Test
  void whatWasRevokedIsDecidedAndNotMet() {
    fixture.assess(ONE, StandardState.REVOKED, StandardOutcome.MET);
    assertThat(unit(ONE).decided()).isTrue();
    assertThat(unit(ONE).met()).isFalse();
  }

  @Test
  void aUnitIsAssessedAsWhatItRegisteredAs() {
    fixture.assess(ONE, StandardState.REGISTERED, null);
    fixture.areas.add(ONE, "38.1.1", AreaKind.AGENCY, COMMUNE);
    assertThat(unit(ONE).kind()).isEqualTo(UnitKind.RESIDENTIAL_AREA);
    assertThat(unit(ONE).dueOn()).contains(LocalDate.of(2026, 11, 14));
  }

  @Test
  void firstTheRegistrationIsDueThenTheDecision() {
    assertThat(unit(ONE).dueOn()).contains(LocalDate.of(2026, 3, 31));
    fixture.assess(ONE, StandardState.REGISTERED, null);
    assertThat(unit(ONE).dueOn()).contains(LocalDate.of(2026, 11, 14));
    fixture.assess(ONE, StandardState.APPRAISED, null);
    assertThat(unit(ONE).dueOn()).contains(LocalDate.of(2026, 11, 14));
    fixture.assess(ONE, StandardState.DECIDED, StandardOutcome.NOT_MET);
    assertThat(unit(ONE).dueOn()).isEmpty();
    assertThat(unit(COMMUNE).dueOn()).contains(LocalDate.of(2026, 3, 31));
    fixture.assess(COMMUNE, StandardState.REGISTERED, null);
    assertThat(unit(COMMUNE).dueOn()).contains(LocalDate.of(2026, 11, 19));
  }

  @Test
  void ofWhatIsExemptAndOfAYearWithoutALawNothingIsDue() {
    fixture.exempt(TWO);
    assertThat(unit(TWO).counts()).isFalse();
    assertThat(unit(TWO).dueOn()).isEmpty();
    assertThat(fixture.units.list(2021))
        .hasSize(5)
        .allSatisfy(each -> assertThat(each.dueOn()).isEmpty());
  }

  @Test
  void aReaderOfOneCommuneReadsWhatLiesThere() {
    var here = new AreaScope.Within(Set.of(COMMUNE, ONE, TWO));
    fixture.assess(THREE, StandardState.DECIDED, StandardOutcome.MET);
    assertThat(ids(fixture.units.list(2026, here))).containsExactly(COMMUNE, ONE, TWO);
    fixture.on("2026-12-01");
    assertThat(ids(fixture.units.list(2026, here)))
        .as("also of what is over")
        .containsExactly(COMMUNE, ONE, TWO);
    assertThat(fixture.units.list(2026, new AreaScope.Within(Set.of()))).isEmpty();
  }

  @Test
  void whatLiesInAMergedCommuneCountsForTheOneThatTookItOver() {
    fixture.merge(OTHER_COMMUNE, COMMUNE, LocalDate.of(2026, 5, 31));
    Map<UUID, List<Unit>> found = fixture.units.byCommune(fixture.units.list(2026));
    assertThat(found).containsOnlyKeys(COMMUNE);
    assertThat(ids(found.getOrDefault(COMMUNE, List.of()))).containsExactly(ONE, TWO, THREE);
  }

  @Test
  void aPlaceInAVillageCountsForItsCommuneAndOneOfTheProvinceForNone() {
    UUID inVillage = new UUID(1, 7);
    fixture.areas.add(inVillage, "38.1.5", AreaKind.SCHOOL, ONE);
    UUID ofProvince = new UUID(1, 8);
    fixture.areas.add(ofProvince, "38.9", AreaKind.AGENCY, PROVINCE);
    List<Unit> all = fixture.units.list(2026);
    assertThat(ids(all)).contains(ofProvince);
    Map<UUID, List<Unit>> found = fixture.units.byCommune(all);
    assertThat(ids(found.getOrDefault(COMMUNE, List.of()))).containsExactly(ONE, TWO, inVillage);
    assertThat(found).containsOnlyKeys(COMMUNE, OTHER_COMMUNE);
  }
}
