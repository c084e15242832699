package anbinh.reports.period;

import static anbinh.reports.figure.FiguresFixture.CASES;
import static anbinh.reports.figure.FiguresFixture.FOURTH_COMMUNE;
import static anbinh.reports.figure.FiguresFixture.OTHER_COMMUNE;
import static anbinh.reports.figure.FiguresFixture.SITUATIONS;
import static anbinh.reports.figure.FiguresFixture.TEAMS;
import static anbinh.reports.figure.FiguresFixture.THIRD_COMMUNE;
import static anbinh.reports.figure.FiguresFixture.VILLAGE;
import static anbinh.reports.period.ReportsFixture.COMMUNE;
import static anbinh.reports.period.ReportsFixture.PROVINCE;
import static anbinh.reports.period.ReportsFixture.QUARTER;
import static anbinh.reports.period.ReportsFixture.form;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.areas.Area;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.session.AccessFixture;
import anbinh.platform.indicator.IndicatorDefinition;
import anbinh.reports.ReportPeriod;
import anbinh.reports.ReportProblem;
import anbinh.reports.figure.ShownFigure;
import anbinh.reports.figure.ShownFigure.Seen;
import anbinh.reports.period.Report.State;
import anbinh.reports.period.Report.Version;
import anbinh.reports.period.ReportBook.Beside;
import anbinh.reports.period.ReportBook.Place;
import anbinh.reports.period.ReportTable.Known;
import anbinh.testing.ThrownProblem;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// When a report is late, what may be done with it by whom, and what of its frozen numbers others
/// are shown.
class ReportBookTest {
  private static final YearMonth JULY = YearMonth.of(2026, 7);

  private final ReportsFixture fixture = new ReportsFixture();
  private final Area commune = fixture.counts.areas.get(COMMUNE);

  @AfterEach
  void signOut() {
    fixture.close();
  }

  private Place place(ReportPeriod period) {
    return fixture.book.places(PROVINCE, period).stream()
        .filter(each -> each.unit().id().equals(COMMUNE))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void allCommunesOfAProvinceStandInTheOrderOfTheirCodes() {
    assertThat(fixture.book.places(PROVINCE, QUARTER))
        .extracting(each -> each.unit().id())
        .containsExactly(COMMUNE, OTHER_COMMUNE, THIRD_COMMUNE, FOURTH_COMMUNE);
    assertThat(fixture.book.places(COMMUNE, QUARTER)).hasSize(1);
  }

  @Test
  void aCommuneThatWasTakenOverIsAwaitedNoMore() {
    fixture.counts.areas.end(OTHER_COMMUNE, LocalDate.of(2026, 9, 1), COMMUNE);
    assertThat(fixture.book.places(PROVINCE, QUARTER))
        .extracting(each -> each.unit().id())
        .doesNotContain(OTHER_COMMUNE);
  }

  @Test
  void theTenthDayAfterThePeriodIsTheLastInTime() {
    fixture.counts.on("2026-10-10");
    assertThat(place(QUARTER).due()).isEqualTo(LocalDate.of(2026, 10, 10));
    assertThat(place(QUARTER).late()).isFalse();
    fixture.counts.on("2026-10-11");
    assertThat(place(QUARTER).late()).isTrue();
    assertThat(place(QUARTER).missing()).isTrue();
    fixture.submit();
    assertThat(place(QUARTER).late()).as("handed in, nothing is awaited").isFalse();
    assertThat(place(QUARTER).missing()).isFalse();
  }

  @Test
  void whatNobodyAskedForIsNeverLateUntilSomebodyBeganIt() {
    fixture.counts.on("2026-12-01");
    for (String each : List.of("2026-H1", "2026-08", "2025-Q4")) {
      ReportPeriod period = ReportPeriod.parse(each);
      assertThat(place(period).late()).as(each).isFalse();
      fixture.stands(period, State.OPEN, null);
      assertThat(place(period).late()).as(each + " was returned").isTrue();
    }
  }

  @Test
  void whatWasReopenedIsDueAnewCountedFromThatDay() {
    fixture.stands(QUARTER, State.REOPENED, LocalDate.of(2026, 11, 20));
    fixture.counts.on("2026-11-30");
    assertThat(place(QUARTER).due()).isEqualTo(LocalDate.of(2026, 11, 30));
    assertThat(place(QUARTER).late()).isFalse();
    assertThat(place(QUARTER).reopened()).isTrue();
    fixture.counts.on("2026-12-01");
    assertThat(place(QUARTER).late()).isTrue();
  }

  private boolean handedInLate(@Nullable Instant at, boolean late, @Nullable LocalDate undated) {
    Report report = fixture.stands(QUARTER, State.SUBMITTED, null);
    fixture.table.known.put(
        report.id(), new Known(COMMUNE, QUARTER.toString(), report, at, late, undated, 0, null));
    return place(QUARTER).handedInLate();
  }

  @Test
  void whatCameLateIsToldAsLateAlsoWhereItsLastDayWasNotKept() {
    Instant at = Instant.parse("2026-10-11T00:00:00Z");
    LocalDate last = LocalDate.of(2026, 10, 10);
    assertThat(handedInLate(at, true, null)).isTrue();
    assertThat(handedInLate(at, false, last)).isFalse();
    assertThat(handedInLate(at, false, last.plusDays(1))).isTrue();
    assertThat(handedInLate(null, true, null)).as("nothing of it counts").isFalse();
  }

  @Test
  void theLastPeriodsOfAUnitAreThoseAskedForAndThoseThatItHasNewestFirst() {
    fixture.counts.on("2026-12-31");
    fixture.stands(ReportPeriod.parse("2025-H2"), State.ACCEPTED, null);
    fixture.stands(QUARTER, State.OPEN, null);
    assertThat(fixture.book.placesOf(commune, 4))
        .extracting(each -> each.period().toString())
        .as("none of 2025 is asked for")
        .containsExactly("2026-Q3", "2026-Q2", "2026-Q1", "2025-H2");
    fixture.counts.on("2027-01-01");
    assertThat(fixture.book.placesOf(commune, 1))
        .extracting(each -> each.period().toString())
        .containsExactly("2026-Q4", "2026-Q3", "2026", "2025-H2");
  }

  @Test
  void aVersionIsTheLastOneUnlessAnotherIsNamed() {
    Report reopened = fixture.reopened();
    Report again = fixture.submit();
    assertThat(again.id()).isEqualTo(reopened.id());
    assertThat(fixture.book.version(again, null).version()).isEqualTo(2);
    assertThat(fixture.book.version(again, 1).version()).isEqualTo(1);
    assertThat(ThrownProblem.code(() -> fixture.book.version(again, 3)))
        .isEqualTo(ReportProblem.NO_SUCH_REPORT);
  }

  private void happened(IndicatorDefinition of, UUID area, @Nullable String part, long count) {
    fixture.counts.happened(of, area, part, JULY, count);
  }

  private Beside beside(Version version, IndicatorDefinition of, boolean exact) {
    return find(version, of, null, exact).orElseThrow();
  }

  private Optional<Beside> find(
      Version version, IndicatorDefinition of, @Nullable String part, boolean exact) {
    return fixture.book.beside(version, commune, QUARTER, exact).stream()
        .filter(each -> each.indicator().equals(of))
        .filter(each -> part == null ? each.part() == null : part.equals(each.part()))
        .findFirst();
  }

  private Version frozen() {
    Report report = fixture.submit();
    return fixture.book.version(report, null);
  }

  @Test
  void aFrozenNumberStaysWhatItWasBesideTheOneOfToday() {
    fixture.counts.stands(TEAMS, VILLAGE, 3);
    Version version = frozen();
    fixture.counts.stands(TEAMS, VILLAGE, 1);
    Beside teams = beside(version, TEAMS, false);
    assertThat(teams.frozen()).isEqualTo(ShownFigure.of(3));
    assertThat(teams.present()).isEqualTo(ShownFigure.of(4));
    assertThat(teams.differs()).isTrue();
  }

  @Test
  void smallNumbersAreHiddenAsTodaysAreHoweverExactlyTheyWereFrozen() {
    happened(SITUATIONS, COMMUNE, "THEFT", 2);
    Version version = frozen();
    assertThat(version.figures()).as("kept exactly").contains("\"value\":2");
    Beside hidden = beside(version, SITUATIONS, false);
    assertThat(hidden.frozen()).isEqualTo(ShownFigure.FEW);
    assertThat(hidden.differs()).isFalse();
    assertThat(find(version, SITUATIONS, "THEFT", false)).as("and no parts").isEmpty();
  }

  @Test
  void aNumberThatGrewSinceGivesTheSmallOneOfThenNotAway() {
    happened(SITUATIONS, COMMUNE, "THEFT", 2);
    Version version = frozen();
    for (UUID each : List.of(COMMUNE, OTHER_COMMUNE, THIRD_COMMUNE, FOURTH_COMMUNE)) {
      happened(SITUATIONS, each, "THEFT", 40);
    }
    Beside grown = beside(version, SITUATIONS, false);
    assertThat(grown.present().seen()).isEqualTo(Seen.TENS);
    assertThat(grown.frozen()).isEqualTo(ShownFigure.FEW);
  }

  @Test
  void theCommunesOfficerSeesItsOwnRecordsAndOfCasesNoMoreThanOthers() {
    happened(SITUATIONS, COMMUNE, "THEFT", 2);
    happened(CASES, COMMUNE, null, 2);
    Version version = frozen();
    happened(SITUATIONS, COMMUNE, "FIRE", 1);
    Beside own = beside(version, SITUATIONS, true);
    assertThat(own.frozen()).isEqualTo(ShownFigure.of(2));
    assertThat(own.present()).isEqualTo(ShownFigure.of(3));
    assertThat(find(version, SITUATIONS, "THEFT", true).orElseThrow().differs()).isFalse();
    assertThat(find(version, SITUATIONS, "FIRE", true).orElseThrow().frozen())
        .as("which there was none of")
        .isEqualTo(ShownFigure.of(0));
    assertThat(beside(version, CASES, true).frozen()).isEqualTo(ShownFigure.FEW);
  }

  @Test
  void ofACommuneThatWasTakenOverNothingIsCountedAnyMore() {
    fixture.counts.stands(TEAMS, VILLAGE, 3);
    happened(SITUATIONS, COMMUNE, "THEFT", 23);
    Version version = frozen();
    fixture.counts.areas.end(COMMUNE, LocalDate.of(2026, 10, 20), OTHER_COMMUNE);
    Beside teams = beside(version, TEAMS, false);
    assertThat(teams.present()).isEqualTo(ShownFigure.NONE);
    assertThat(teams.frozen()).isEqualTo(ShownFigure.of(3));
    assertThat(teams.differs()).isFalse();
    assertThat(beside(version, SITUATIONS, false).frozen())
        .isEqualTo(new ShownFigure(20.0, Seen.TENS));
  }

  private List<String> actions(Report report, Person by) {
    Report now = fixture.book.get(report.id());
    return fixture.book.actions(now, fixture.book.version(now, null), by);
  }

  @Test
  void eachStepIsOfferedToAnotherPerson() {
    Report sent = fixture.submit();
    assertThat(actions(sent, fixture.chair)).containsExactly("DECIDE");
    for (Person each : List.of(fixture.officer, fixture.above, fixture.aboveToo)) {
      assertThat(actions(sent, each)).as(each.username()).isEmpty();
    }
    fixture.people.same(fixture.chair, fixture.officer);
    assertThat(actions(sent, fixture.chair)).as("under the other account").isEmpty();
  }

  @Test
  void whatWasApprovedIsAcceptedAboveOnly() {
    Report approved = fixture.approved();
    assertThat(actions(approved, fixture.above)).containsExactly("ACCEPT");
    assertThat(actions(approved, fixture.aboveToo)).containsExactly("ACCEPT");
    assertThat(actions(approved, fixture.chair)).isEmpty();
    Person auditor = AccessFixture.person(9, PROVINCE, Role.AUDITOR);
    assertThat(actions(approved, auditor)).isEmpty();
    fixture.people.same(fixture.above, fixture.chair);
    assertThat(actions(approved, fixture.above)).isEmpty();
  }

  @Test
  void whatWasAcceptedIsLockedOrReopenedAboveAndWhatIsLockedOnlyReopened() {
    Report accepted = fixture.accepted();
    assertThat(actions(accepted, fixture.aboveToo)).containsExactly("LOCK", "REOPEN");
    assertThat(actions(accepted, fixture.chair)).isEmpty();
    fixture.access.signIn(fixture.aboveToo);
    var _ = fixture.steps.lock(accepted.id(), 1, fixture.aboveToo);
    assertThat(actions(accepted, fixture.aboveToo)).containsExactly("REOPEN");
    assertThat(actions(accepted, fixture.officer)).isEmpty();
  }

  @Test
  void aNewReportIsSubmittedByTheOfficerOfTheUnitItself() {
    Report open = fixture.stands(QUARTER, State.OPEN, null);
    assertThat(fixture.book.actions(open, null, fixture.officer)).containsExactly("SUBMIT");
    assertThat(fixture.book.actions(open, null, fixture.above)).isEmpty();
    assertThat(fixture.book.actions(open, null, fixture.chair)).isEmpty();
  }

  @Test
  void aReportOfTheProvinceIsAcceptedAtItsOwnLevelByAThird() {
    fixture.access.signIn(fixture.above);
    Report sent = fixture.steps.submit(form(PROVINCE, "2026-Q3"), fixture.above);
    assertThat(actions(sent, fixture.aboveToo)).containsExactly("DECIDE");
    fixture.access.signIn(fixture.aboveToo);
    var _ = fixture.steps.decide(sent.id(), ReportsFixture.passed(1), fixture.aboveToo);
    assertThat(actions(sent, fixture.above)).isEmpty();
    assertThat(actions(sent, fixture.aboveToo)).isEmpty();
    Person third = AccessFixture.person(8, PROVINCE, Role.CHAIR);
    assertThat(actions(sent, third)).containsExactly("ACCEPT");
  }
}
