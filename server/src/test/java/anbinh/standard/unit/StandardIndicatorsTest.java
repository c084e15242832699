package anbinh.standard.unit;

import static anbinh.standard.unit.StandardUnitsFixture.COMMUNE;
import static anbinh.standard.unit.StandardUnitsFixture.ONE;
import static anbinh.standard.unit.StandardUnitsFixture.OTHER_COMMUNE;
import static anbinh.standard.unit.StandardUnitsFixture.THREE;
import static anbinh.standard.unit.StandardUnitsFixture.TWO;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.identity.Role;
import anbinh.identity.session.AccessFixture;
import anbinh.platform.indicator.IndicatorCount;
import anbinh.platform.indicator.IndicatorDefinition;
import anbinh.platform.indicator.IndicatorQuery;
import anbinh.platform.indicator.IndicatorRecord;
import anbinh.platform.indicator.IndicatorRecord.Cursor;
import anbinh.platform.indicator.IndicatorSpan;
import anbinh.platform.sql.FakeSqlClient;
import anbinh.standard.StandardOutcome;
import anbinh.standard.StandardState;
import anbinh.standard.assessment.Assessment;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is counted of the standard on a day, by the days of its papers; their SQL runs in
/// StandardIT.
class StandardIndicatorsTest {
  private static final LocalDate REGISTERED = LocalDate.of(2026, 3, 10);
  private static final LocalDate DECIDED = LocalDate.of(2026, 11, 5);

  @TempDir private Path folder;
  private final AccessFixture access = new AccessFixture();
  private final FakeSqlClient database = new FakeSqlClient();
  private StandardUnitsFixture fixture;
  private StandardIndicators indicators;

  @BeforeEach
  void open() throws IOException {
    fixture = new StandardUnitsFixture(folder);
    fixture.on("2026-12-20");
    indicators = new StandardIndicators(fixture.units, database, access.access());
  }

  @AfterEach
  void close() throws IOException {
    access.close();
    fixture.close();
  }

  private void days(
      Assessment of, LocalDate registered, @Nullable LocalDate met, @Nullable LocalDate revoked) {
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("assessmentId", of.id());
    row.put("registered", registered);
    row.put("met", met);
    row.put("revoked", revoked);
    database.put(of.id(), row);
  }

  private void decided(UUID area) {
    days(
        fixture.assess(area, StandardState.DECIDED, StandardOutcome.MET),
        REGISTERED,
        DECIDED,
        null);
  }

  private static IndicatorSpan at(LocalDate day, @Nullable Collection<UUID> areas) {
    return new IndicatorSpan(day.withDayOfMonth(1), day.plusDays(1), ZoneOffset.UTC, areas);
  }

  private Map<String, Long> of(UUID commune, LocalDate day) {
    Map<String, Long> counts = new TreeMap<>();
    for (IndicatorCount each : indicators.states(at(day, null))) {
      if (each.areaId().equals(commune)) {
        counts.put(each.indicator(), each.count());
      }
    }
    return counts;
  }

  @Test
  void aUnitThatNobodyRegisteredCountsAsOneAllTheSame() {
    assertThat(of(COMMUNE, DECIDED)).isEqualTo(Map.of("STANDARD_UNITS", 2L));
    assertThat(of(OTHER_COMMUNE, DECIDED)).isEqualTo(Map.of("STANDARD_UNITS", 1L));
  }

  @Test
  void aRegistrationCountsFromTheDayOfItsPaperOn() {
    decided(ONE);
    assertThat(of(COMMUNE, REGISTERED.minusDays(1))).doesNotContainKey("STANDARD_REGISTERED");
    assertThat(of(COMMUNE, REGISTERED)).containsEntry("STANDARD_REGISTERED", 1L);
  }

  @Test
  void aUnitIsMetFromTheDayOfTheDecisionOnAndNoMoreFromThatOfItsRevocation() {
    LocalDate revoked = LocalDate.of(2026, 12, 10);
    days(
        fixture.assess(ONE, StandardState.REVOKED, StandardOutcome.MET),
        REGISTERED,
        DECIDED,
        revoked);
    assertThat(of(COMMUNE, DECIDED.minusDays(1))).doesNotContainKey("STANDARD_MET");
    assertThat(of(COMMUNE, DECIDED)).containsEntry("STANDARD_MET", 1L);
    assertThat(of(COMMUNE, revoked.minusDays(1))).containsEntry("STANDARD_MET", 1L);
    assertThat(of(COMMUNE, revoked)).doesNotContainKey("STANDARD_MET");
    assertThat(of(COMMUNE, revoked)).containsEntry("STANDARD_REGISTERED", 1L);
  }

  @Test
  void aCommuneIsCountedApartAndNotAmongItsUnits() {
    decided(COMMUNE);
    assertThat(of(COMMUNE, DECIDED))
        .isEqualTo(Map.of("STANDARD_UNITS", 2L, "STANDARD_COMMUNES_MET", 1L));
  }

  @Test
  void whatIsExemptIsInNoShareAtAll() {
    fixture.exempt(TWO);
    decided(ONE);
    assertThat(of(COMMUNE, DECIDED))
        .isEqualTo(Map.of("STANDARD_UNITS", 1L, "STANDARD_REGISTERED", 1L, "STANDARD_MET", 1L));
  }

  @Test
  void unitsOfACommuneThatWasMergedCountForItsSuccessor() {
    decided(THREE);
    fixture.merge(OTHER_COMMUNE, COMMUNE, LocalDate.of(2026, 6, 30));
    assertThat(of(COMMUNE, DECIDED))
        .isEqualTo(Map.of("STANDARD_UNITS", 3L, "STANDARD_REGISTERED", 1L, "STANDARD_MET", 1L));
    assertThat(of(OTHER_COMMUNE, DECIDED)).isEmpty();
  }

  @Test
  void aCountIsOfTheCommunesThatAreAskedFor() {
    assertThat(indicators.states(at(DECIDED, Set.of(OTHER_COMMUNE))))
        .containsExactly(new IndicatorCount("STANDARD_UNITS", OTHER_COMMUNE, null, null, 1));
    assertThat(indicators.states(at(DECIDED, Set.of(ONE))))
        .as("a village has none of its own")
        .isEmpty();
  }

  private IndicatorDefinition indicator(String code) {
    return indicators.definitions().stream()
        .filter(each -> each.code().equals(code))
        .findFirst()
        .orElseThrow();
  }

  private List<IndicatorRecord> records(String code, @Nullable Cursor after, int rows) {
    return indicators.records(
        new IndicatorQuery(indicator(code), null, at(DECIDED, null), after, rows));
  }

  @Test
  void aListIsOfWhatIsCountedNewestFirstAndGoesOnAfterItsLastOne() {
    decided(ONE);
    days(fixture.assess(THREE, StandardState.REGISTERED, null), REGISTERED.plusDays(1), null, null);
    List<IndicatorRecord> all = records("STANDARD_REGISTERED", null, 10);
    assertThat(all).extracting(IndicatorRecord::id).containsExactly(THREE, ONE);
    assertThat(all)
        .extracting(IndicatorRecord::day)
        .containsExactly(REGISTERED.plusDays(1), REGISTERED);
    assertThat(records("STANDARD_MET", null, 10))
        .extracting(IndicatorRecord::id)
        .containsExactly(ONE);
    IndicatorRecord first = records("STANDARD_UNITS", null, 1).getFirst();
    assertThat(first.id()).as("nobody registered it: as of the day itself").isEqualTo(TWO);
    Cursor after = new Cursor(first.day(), first.id());
    assertThat(records("STANDARD_UNITS", after, 10))
        .extracting(IndicatorRecord::id)
        .containsExactly(THREE, ONE);
  }

  @Test
  void aRecordOfARegistrationToComeIsNotDatedAfterTheDayThatIsAsked() {
    days(fixture.assess(ONE, StandardState.REGISTERED, null), DECIDED.plusDays(3), null, null);
    assertThat(records("STANDARD_UNITS", null, 10))
        .extracting(IndicatorRecord::day)
        .containsOnly(DECIDED);
  }

  @Test
  void theRecordsAreOpenedByThoseWhoWorkWithTheStandardThere() {
    IndicatorDefinition of = indicator("STANDARD_MET");
    for (Role each : Role.values()) {
      access.signIn(AccessFixture.person(1, AccessFixture.COMMUNE, each));
      assertThat(indicators.opens(of, AccessFixture.VILLAGE))
          .as(each.name())
          .isEqualTo(Set.of(Role.COMMUNITY_OFFICER, Role.CHAIR, Role.AUDITOR).contains(each));
      assertThat(indicators.opens(of, AccessFixture.OTHER_COMMUNE)).as(each.name()).isFalse();
    }
  }
}
