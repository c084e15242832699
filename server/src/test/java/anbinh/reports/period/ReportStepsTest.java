package anbinh.reports.period;

import static anbinh.reports.figure.FiguresFixture.CASES;
import static anbinh.reports.figure.FiguresFixture.OTHER_COMMUNE;
import static anbinh.reports.figure.FiguresFixture.SITUATIONS;
import static anbinh.reports.figure.FiguresFixture.TEAMS;
import static anbinh.reports.figure.FiguresFixture.VILLAGE;
import static anbinh.reports.period.ReportsFixture.COMMUNE;
import static anbinh.reports.period.ReportsFixture.PROVINCE;
import static anbinh.reports.period.ReportsFixture.QUARTER;
import static anbinh.reports.period.ReportsFixture.form;
import static anbinh.reports.period.ReportsFixture.passed;
import static anbinh.reports.period.ReportsFixture.returned;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.session.AccessFixture;
import anbinh.platform.ProblemCode;
import anbinh.reports.ReportEvent;
import anbinh.reports.ReportProblem;
import anbinh.reports.period.Report.Sight;
import anbinh.reports.period.Report.State;
import anbinh.reports.period.Report.Version;
import anbinh.reports.period.ReportForms.NewPeriodReport;
import anbinh.reports.period.ReportForms.ReportNote;
import anbinh.reports.period.ReportForms.ReportReopening;
import anbinh.testing.ThrownProblem;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Who takes a report which step, from which state, and with which figures before their eyes.
class ReportStepsTest {
  private static final String WHY = "Thiếu số liệu thôn.";

  private final ReportsFixture fixture = new ReportsFixture();
  private final ReportSteps steps = fixture.steps;

  @AfterEach
  void signOut() {
    fixture.close();
  }

  private List<String> wrong(NewPeriodReport requested, Person by) {
    fixture.access.signIn(by);
    return ThrownProblem.fields(() -> steps.submit(requested, by));
  }

  private void assertRefused(Person by, ProblemCode why, ThrowingCallable act) {
    fixture.access.signIn(by);
    int before = fixture.access.refused().size();
    assertThat(ThrownProblem.code(act)).as(by.username()).isEqualTo(why);
    assertThat(fixture.access.refused()).as("every refusal is recorded").hasSize(before + 1);
  }

  private Version last(Report report) {
    return fixture.table.versions(report.id()).getLast();
  }

  @Test
  void aPeriodIsReportedFromTheDayAfterItsLastOneOn() {
    fixture.counts.on("2026-09-30");
    assertThat(wrong(form(COMMUNE, "2026-Q3"), fixture.officer))
        .containsExactly("period report-period-over");
    fixture.counts.on("2026-10-01");
    assertThat(fixture.submit().state()).isEqualTo(State.SUBMITTED);
  }

  @Test
  void noPeriodOfBeforeTheSettingsDayIsTaken() {
    assertThat(wrong(form(COMMUNE, "2025-Q4"), fixture.officer))
        .containsExactly("period report-period-early");
    assertThat(wrong(form(COMMUNE, "2026-13"), fixture.officer))
        .containsExactly("period report-period");
    fixture.access.signIn(fixture.officer);
    assertThat(steps.submit(form(COMMUNE, "2026-01"), fixture.officer).version()).isEqualTo(1);
  }

  @Test
  void onlyTheUnitItselfSubmits() {
    assertRefused(
        fixture.above,
        ReportProblem.NOT_YOUR_LEVEL,
        () -> steps.submit(form(COMMUNE, "2026-Q3"), fixture.above));
    Person strange = AccessFixture.person(9, OTHER_COMMUNE, Role.COMMUNITY_OFFICER);
    assertRefused(
        strange,
        ReportProblem.NOT_YOUR_LEVEL,
        () -> steps.submit(form(COMMUNE, "2026-Q3"), strange));
  }

  @Test
  void aVillageAndACommuneThatEndedReportNothing() {
    Person head = AccessFixture.person(9, VILLAGE, Role.COMMUNITY_OFFICER);
    assertThat(wrong(form(VILLAGE, "2026-Q3"), head)).containsExactly("areaId report-area");
    fixture.counts.areas.end(COMMUNE, LocalDate.of(2026, 9, 1), OTHER_COMMUNE);
    assertThat(wrong(form(COMMUNE, "2026-Q3"), fixture.officer))
        .containsExactly("areaId report-area");
  }

  @Test
  void aNoteIsOfAnIndicatorThatIsCountedAndOfEachOnce() {
    assertThat(
            wrong(
                form(
                    COMMUNE,
                    "2026-Q3",
                    new ReportNote("TEAMS", "Một tổ mới."),
                    new ReportNote("NOTHING", "x"),
                    new ReportNote("TEAMS", "Hai tổ mới.")),
                fixture.officer))
        .containsExactly("notes[1].indicator report-indicator", "notes[2].indicator report-noted");
    fixture.access.signIn(fixture.officer);
    Report report =
        steps.submit(
            form(COMMUNE, "2026-Q3", new ReportNote("TEAMS", " Một tổ mới. ")), fixture.officer);
    assertThat(fixture.table.notes(report.id(), 1)).containsEntry("TEAMS", "Một tổ mới.");
  }

  @Test
  void whatIsFrozenIsProvedByItsHashAndChangesNoMore() {
    fixture.counts.stands(TEAMS, VILLAGE, 3);
    Report report = fixture.submit();
    Version version = last(report);
    assertThat(version.sha256()).isEqualTo(FrozenFigures.sha256(version.figures()));
    assertThat(version.dueOn()).isEqualTo(LocalDate.of(2026, 10, 10));
    fixture.counts.stands(TEAMS, VILLAGE, 9);
    assertThat(FrozenFigures.read(last(report).figures()))
        .filteredOn(each -> each.indicator().equals("TEAMS"))
        .singleElement()
        .satisfies(each -> assertThat(each.value()).isEqualTo(3));
    assertThat(FrozenFigures.read(version.figures()))
        .as("what is only known of a moment has no period")
        .noneMatch(each -> each.indicator().equals("SITUATIONS_OPEN"));
    assertThat(fixture.log.events().getLast().facts()).containsEntry("sha256", version.sha256());
  }

  @Test
  void whatIsHandedInIsNotHandedInAgain() {
    fixture.submit();
    assertThat(ThrownProblem.code(fixture::submit)).isEqualTo(ReportProblem.REPORT_STATE);
  }

  @Test
  void itIsApprovedByAnotherPersonOfTheUnit() {
    Report sent = fixture.submit();
    UUID id = sent.id();
    Person both = AccessFixture.person(1, COMMUNE, Role.COMMUNITY_OFFICER, Role.CHAIR);
    assertRefused(both, ReportProblem.OWN_REPORT, () -> steps.decide(id, passed(1), both));
    assertRefused(
        fixture.aboveToo,
        ReportProblem.NOT_YOUR_LEVEL,
        () -> steps.decide(id, passed(1), fixture.aboveToo));
    fixture.people.same(fixture.chair, fixture.officer);
    assertRefused(
        fixture.chair, ReportProblem.OWN_REPORT, () -> steps.decide(id, passed(1), fixture.chair));
  }

  @Test
  void nobodyDecidesOfOtherFiguresThanTheySaw() {
    Report sent = fixture.submit();
    fixture.access.signIn(fixture.chair);
    assertThat(ThrownProblem.code(() -> steps.decide(sent.id(), passed(2), fixture.chair)))
        .isEqualTo(ReportProblem.REPORT_CHANGED);
    assertThat(ThrownProblem.code(() -> steps.accept(sent.id(), passed(1), fixture.above)))
        .as("not approved yet")
        .isEqualTo(ReportProblem.REPORT_STATE);
    assertThat(ThrownProblem.code(() -> steps.decide(new UUID(5, 9), passed(1), fixture.chair)))
        .isEqualTo(ReportProblem.NO_SUCH_REPORT);
  }

  @Test
  void whoReturnsItSaysWhyAndItIsOpenAgain() {
    Report sent = fixture.submit();
    fixture.access.signIn(fixture.chair);
    assertThat(
            ThrownProblem.fields(() -> steps.decide(sent.id(), returned(1, "  "), fixture.chair)))
        .containsExactly("reason required");
    assertThat(steps.decide(sent.id(), returned(1, WHY), fixture.chair).state())
        .isEqualTo(State.OPEN);
    assertThat(fixture.submit().version()).isEqualTo(2);
  }

  @Test
  void itIsAcceptedAboveByWhoHadNoPartInIt() {
    Report approved = fixture.approved();
    UUID id = approved.id();
    assertRefused(
        fixture.chair,
        ReportProblem.NOT_YOUR_LEVEL,
        () -> steps.accept(id, passed(1), fixture.chair));
    fixture.people.same(fixture.above, fixture.chair);
    assertRefused(
        fixture.above, ReportProblem.OWN_REPORT, () -> steps.accept(id, passed(1), fixture.above));
    fixture.access.signIn(fixture.aboveToo);
    assertThat(steps.accept(id, passed(1), fixture.aboveToo).state()).isEqualTo(State.ACCEPTED);
    assertThat(last(approved).acceptedBy()).isEqualTo(fixture.aboveToo.id());
  }

  @Test
  void whatIsLockedNobodyChangesButWhoReopensIt() {
    Report accepted = fixture.accepted();
    UUID id = accepted.id();
    assertRefused(
        fixture.officer, ReportProblem.NOT_YOUR_LEVEL, () -> steps.lock(id, 1, fixture.officer));
    fixture.access.signIn(fixture.above);
    assertThat(steps.lock(id, 1, fixture.above).state()).isEqualTo(State.LOCKED);
    assertThat(ThrownProblem.code(fixture::submit)).isEqualTo(ReportProblem.REPORT_LOCKED);
    assertThat(ThrownProblem.code(() -> steps.lock(id, 1, fixture.above)))
        .isEqualTo(ReportProblem.REPORT_LOCKED);
    fixture.access.signIn(fixture.aboveToo);
    assertThat(steps.reopen(id, new ReportReopening(1, WHY), fixture.aboveToo).state())
        .isEqualTo(State.REOPENED);
  }

  @Test
  void whatIsReopenedIsDueTenDaysFromThenOnAndItsOldVersionStays() {
    Report reopened = fixture.reopened();
    assertThat(reopened.reopenedOn()).isEqualTo(LocalDate.of(2026, 10, 5));
    fixture.counts.on("2026-10-16");
    Report again = fixture.submit();
    assertThat(fixture.table.versions(again.id())).hasSize(2);
    assertThat(last(again).dueOn()).isEqualTo(LocalDate.of(2026, 10, 15));
    fixture.giveBack(again, fixture.chair);
    assertThat(fixture.table.find(again.id()).orElseThrow().state())
        .as("what was accepted before counts on")
        .isEqualTo(State.REOPENED);
  }

  @Test
  void onlyTheLevelAboveReopensAndNotWhoSubmitted() {
    Report accepted = fixture.accepted();
    var form = new ReportReopening(1, WHY);
    assertRefused(
        fixture.chair,
        ReportProblem.NOT_YOUR_LEVEL,
        () -> steps.reopen(accepted.id(), form, fixture.chair));
    fixture.people.same(fixture.above, fixture.officer);
    assertRefused(
        fixture.above,
        ReportProblem.OWN_REPORT,
        () -> steps.reopen(accepted.id(), form, fixture.above));
  }

  @Test
  void whatIsNotAcceptedIsNotReopened() {
    Report approved = fixture.approved();
    fixture.access.signIn(fixture.above);
    assertThat(
            ThrownProblem.code(
                () -> steps.reopen(approved.id(), new ReportReopening(1, WHY), fixture.above)))
        .isEqualTo(ReportProblem.REPORT_STATE);
  }

  @Test
  void itIsKeptWhetherWhoDecidedSawTheNumbersAsTheyAre() {
    fixture.counts.happened(SITUATIONS, COMMUNE, null, YearMonth.of(2026, 7), 3);
    Report sent = fixture.submit();
    assertThat(fixture.table.lastSight(sent.id())).as("the officer").isEqualTo(Sight.ALL);
    fixture.access.signIn(fixture.chair);
    var _ = steps.decide(sent.id(), passed(1), fixture.chair);
    assertThat(fixture.table.lastSight(sent.id())).as("the chair").isEqualTo(Sight.ROUNDED);
    assertThat(fixture.log.types()).containsExactly(ReportEvent.SUBMITTED, ReportEvent.APPROVED);
    assertThat(fixture.log.events().getLast().facts()).containsEntry("sight", Sight.ROUNDED);
  }

  @Test
  void ofCasesTheOfficerSawRoundedNumbersTooAndOfNoneNothingIsHidden() {
    assertThat(fixture.table.lastSight(fixture.submit().id())).isEqualTo(Sight.ALL);
    fixture.counts.happened(CASES, COMMUNE, null, YearMonth.of(2026, 4), 1);
    fixture.access.signIn(fixture.officer);
    Report second = steps.submit(form(COMMUNE, "2026-Q2"), fixture.officer);
    assertThat(fixture.table.lastSight(second.id())).isEqualTo(Sight.ROUNDED);
  }

  @Test
  void whatSomebodySawTellsNoHiddenNoneApartFromAHiddenFew() {
    fixture.counts.happened(SITUATIONS, OTHER_COMMUNE, null, YearMonth.of(2026, 7), 3);
    Report sent = fixture.submit();
    fixture.access.signIn(fixture.chair);
    var _ = steps.decide(sent.id(), passed(1), fixture.chair);
    assertThat(fixture.table.lastSight(sent.id()))
        .as("the chair is shown a star for the commune's 0")
        .isEqualTo(Sight.ROUNDED);
  }

  @Test
  void ofACommuneThatWasTakenOverSinceNobodySeesHiddenNumbersAnyMore() {
    fixture.counts.happened(SITUATIONS, COMMUNE, null, YearMonth.of(2026, 7), 30);
    Report sent = fixture.submit();
    fixture.counts.areas.end(COMMUNE, LocalDate.of(2026, 10, 1), OTHER_COMMUNE);
    fixture.access.signIn(fixture.chair);
    var _ = steps.decide(sent.id(), passed(1), fixture.chair);
    assertThat(fixture.table.lastSight(sent.id())).isEqualTo(Sight.ROUNDED);
  }

  @Test
  void levelsAreThoseOfTheUnitAndOfTheSiteForItsTop() {
    Person everywhere = AccessFixture.person(9, null, Role.CHAIR);
    assertThat(steps.isOwnLevel(everywhere, PROVINCE)).isTrue();
    assertThat(steps.isOwnLevel(everywhere, COMMUNE)).isFalse();
    assertThat(steps.isOwnLevel(fixture.above, PROVINCE)).isTrue();
    assertThat(steps.isAbove(fixture.above, PROVINCE)).as("nobody is above it").isTrue();
    assertThat(steps.isAbove(fixture.officer, COMMUNE)).isFalse();
    assertThat(QUARTER.isOver(LocalDate.of(2026, 10, 1))).isTrue();
  }
}
