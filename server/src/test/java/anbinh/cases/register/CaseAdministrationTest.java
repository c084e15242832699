package anbinh.cases.register;

import static anbinh.identity.session.AccessFixture.COMMUNE;
import static anbinh.identity.session.AccessFixture.OTHER_COMMUNE;
import static anbinh.identity.session.AccessFixture.person;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.areas.AreaKind;
import anbinh.areas.unit.FakeAreas;
import anbinh.audit.Event;
import anbinh.audit.event.RecordedLog;
import anbinh.cases.CaseFile;
import anbinh.cases.CaseProblem;
import anbinh.cases.CaseState;
import anbinh.cases.Clarified;
import anbinh.cases.FakeCaseChanges;
import anbinh.cases.LinkedRequest;
import anbinh.cases.Protection;
import anbinh.cases.form.PointBody;
import anbinh.cases.incident.FakeIncidents;
import anbinh.cases.store.FakeCaseTable;
import anbinh.cases.store.FakeOfficers;
import anbinh.cases.store.OfficerTable.Officer;
import anbinh.cases.type.FakeCaseTypes;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.platform.Ids;
import anbinh.platform.Problem;
import anbinh.platform.ProblemCode;
import anbinh.platform.Site;
import anbinh.platform.SiteClock;
import anbinh.platform.sql.FakeShortCodes;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Which cases are opened and closed, and where their place stands; CasesIT runs the tables.
class CaseAdministrationTest {
  /// Already the 27th at the site.
  private static final Instant NOW = Instant.parse("2026-11-26T18:00:00Z");

  private static final Duration TOLERANCE = Duration.ofSeconds(5);
  private static final PointBody POINT = new PointBody(20.35, 105.24);

  private final Person by = person(1, COMMUNE, Role.INVESTIGATOR);
  private final FakeCaseTable table = new FakeCaseTable();
  private final FakeOfficers officers = new FakeOfficers();
  private final FakeCaseTypes types = new FakeCaseTypes();
  private final FakeAreas areas = new FakeAreas();
  private final RecordedLog log = new RecordedLog();
  private final Ids ids = new Ids(() -> NOW, new Random(7));
  private final SiteClock clock =
      new SiteClock(() -> NOW, new Site("Xuân An", ZoneId.of("Asia/Ho_Chi_Minh"), false));
  private final CaseAdministration cases =
      new CaseAdministration(
          table,
          new CasePlaces(table, new FakeCaseChanges(), new FakeIncidents(), ids, clock, log),
          officers,
          types,
          areas,
          new FakeShortCodes(),
          ids,
          clock,
          log);

  @BeforeEach
  void begin() {
    areas.add(COMMUNE, "A-0", AreaKind.COMMUNE, null);
    types.add("THEFT", LocalDate.of(2020, 1, 1), null);
    types.add("ENDED", LocalDate.of(2020, 1, 1), LocalDate.of(2026, 11, 26));
    types.add("LAST-DAY", LocalDate.of(2020, 1, 1), LocalDate.of(2026, 11, 27));
    types.add("TOMORROW", LocalDate.of(2026, 11, 28), null);
  }

  private static NewCase with(
      String type,
      Instant from,
      @Nullable Instant to,
      UUID area,
      @Nullable String place,
      @Nullable PointBody point,
      @Nullable Protection protection) {
    return new NewCase(" Mất xe ", type, from, to, area, place, point, protection, " ");
  }

  private static NewCase at(Instant from, @Nullable Instant to) {
    return with("THEFT", from, to, COMMUNE, null, null, null);
  }

  private static NewCase of(String type) {
    return with(type, NOW, null, COMMUNE, null, null, null);
  }

  private static NewCase placed(
      @Nullable String place, @Nullable PointBody point, @Nullable Protection protection) {
    return with("THEFT", NOW, null, COMMUNE, place, point, protection);
  }

  private List<String> refused(NewCase requested) {
    Problem problem =
        Assertions.catchThrowableOfType(Problem.class, () -> cases.open(requested, by));
    assertThat(table.all()).isEmpty();
    assertThat(log.events()).isEmpty();
    assertThat(officers.list(COMMUNE)).isEmpty();
    return problem.fields().stream().map(field -> field.field() + " " + field.code()).toList();
  }

  private static ProblemCode code(ThrowingCallable call) {
    return Assertions.catchThrowableOfType(Problem.class, call).code();
  }

  @Test
  void whoOpensACaseWorksOnIt() {
    CaseFile opened = cases.open(of("THEFT"), by);
    assertThat(opened.code()).isEqualTo("CASE-2026-0001");
    assertThat(opened.title()).isEqualTo("Mất xe");
    assertThat(opened.description()).isNull();
    assertThat(opened.protection()).isEqualTo(Protection.NONE);
    assertThat(officers.list(opened.id())).containsExactly(new Officer(by.id(), NOW));
    assertThat(log.codes()).containsExactly("case.opened");
    assertThat(log.last().facts()).containsEntry("area", COMMUNE).containsEntry("type", "THEFT");
    assertThat(log.last().facts().toString()).as("stands for ever").doesNotContain("Mất xe");
  }

  @Test
  void aTypeIsChosenFromItsFirstToItsLastDayAtTheSite() {
    for (String type : List.of("ENDED", "TOMORROW", "NONE")) {
      assertThat(refused(of(type))).as(type).containsExactly("type case-type");
    }
    assertThat(cases.open(of("LAST-DAY"), by).type()).isEqualTo("LAST-DAY");
  }

  @Test
  void aClockMayBeFiveSecondsAheadAndNoMore() {
    Instant future = NOW.plus(TOLERANCE).plusMillis(1);
    assertThat(refused(at(future, null))).containsExactly("occurredFrom past-or-present");
    assertThat(refused(at(NOW, future))).containsExactly("occurredTo past-or-present");
    assertThat(refused(at(NOW, NOW.minusMillis(1)))).containsExactly("occurredTo after-from");
    assertThat(cases.open(at(NOW.plus(TOLERANCE), NOW.plus(TOLERANCE)), by).occurredTo())
        .isEqualTo(NOW.plus(TOLERANCE));
  }

  @Test
  void aCaseLiesInAUnitThatThereIsToday() {
    assertThat(refused(with("THEFT", NOW, null, OTHER_COMMUNE, null, null, null)))
        .containsExactly("areaId unknown");
  }

  @Test
  void aProtectedCaseHasNoPlace() {
    for (Protection protection : List.of(Protection.CHILD, Protection.DOMESTIC_VIOLENCE)) {
      assertThat(refused(placed("Nhà bà A", null, protection))).containsExactly("place protected");
      assertThat(refused(placed("Nhà bà A", POINT, protection)))
          .containsExactly("place protected", "point protected");
    }
    CaseFile opened = cases.open(placed(" ", null, Protection.CHILD), by);
    assertThat(opened.isProtected()).isTrue();
    assertThat(log.codes()).containsExactly("case.opened");
    assertThat(log.last().facts().toString()).doesNotContain("CHILD");
    assertThat(log.last().details()).containsEntry("protection", Protection.CHILD);
  }

  @Test
  void allThatIsWrongIsSaidAtOnce() {
    assertThat(
            refused(
                with(
                    "NONE",
                    NOW.plusSeconds(60),
                    NOW,
                    OTHER_COMMUNE,
                    "Nhà bà A",
                    null,
                    Protection.CHILD)))
        .containsExactly(
            "type case-type",
            "occurredFrom past-or-present",
            "occurredTo after-from",
            "place protected",
            "areaId unknown");
  }

  @Test
  void aPlaceStandsInAnEntryThatCanBeErasedAlone() {
    cases.open(placed("Cổng chợ", POINT, null), by);
    assertThat(log.codes()).containsExactly("case.opened", "case.placed");
    Event opened = log.events().getFirst();
    assertThat(opened.toString()).doesNotContain("Cổng chợ").doesNotContain("20.35");
    assertThat(opened.facts()).containsEntry("placed", true);
    assertThat(log.last().facts()).isEmpty();
    assertThat(log.last().details()).containsOnlyKeys("latitude", "longitude", "place");
  }

  private CaseFile opened() {
    return cases.open(of("THEFT"), by);
  }

  private static NewOutcome outcome(boolean clarified, Clarified... by) {
    return new NewOutcome(clarified, Set.of(by), " Đã trả xe. ");
  }

  @Test
  void aCaseIsClosedOnce() {
    CaseFile opened = opened();
    CaseFile closed =
        cases.close(opened.id(), outcome(true, Clarified.VEHICLE, Clarified.PERSON), by);
    assertThat(closed.state()).isEqualTo(CaseState.CLOSED);
    assertThat(closed.findOutcome().orElseThrow().note()).isEqualTo("Đã trả xe.");
    assertThat(log.last().facts())
        .containsEntry("clarified", true)
        .containsEntry("by", List.of(Clarified.VEHICLE, Clarified.PERSON));
    assertThat(log.last().details()).containsEntry("note", "Đã trả xe.");
    assertThat(code(() -> cases.close(opened.id(), outcome(false), by)))
        .isEqualTo(CaseProblem.CASE_CLOSED);
  }

  @Test
  void whatWasNotClarifiedWasClarifiedByNothing() {
    CaseFile opened = opened();
    Problem problem =
        Assertions.catchThrowableOfType(
            Problem.class, () -> cases.close(opened.id(), outcome(false, Clarified.VEHICLE), by));
    assertThat(problem.fields())
        .extracting(field -> field.field() + " " + field.code())
        .containsExactly("clarifiedBy not-clarified");
    assertThat(table.find(opened.id()).orElseThrow().open()).isTrue();
    assertThat(cases.close(opened.id(), new NewOutcome(false, null, null), by).open()).isFalse();
  }

  @Test
  void aCaseStaysOpenWhileARequestOfItIsUndecidedOrCollected() {
    CaseFile opened = opened();
    table.noteRequest(opened.id(), new LinkedRequest(new UUID(7, 1), "REQ-1", "SEALED", false));
    table.noteRequest(opened.id(), new LinkedRequest(new UUID(7, 3), "REQ-2", "REQUESTED", true));
    table.noteRequest(opened.id(), new LinkedRequest(new UUID(7, 4), "REQ-3", "APPROVED", true));
    Problem problem =
        Assertions.catchThrowableOfType(
            Problem.class, () -> cases.close(opened.id(), outcome(true), by));
    assertThat(problem.code()).isEqualTo(CaseProblem.REQUESTS_PENDING);
    assertThat(problem.arguments()).containsExactly("REQ-2, REQ-3");
    assertThat(log.codes()).as("nothing is noted").containsExactly("case.opened");
    assertThat(table.find(opened.id()).orElseThrow().open()).isTrue();
  }

  @Test
  void aCaseThatIsNotThereIsNotClosed() {
    assertThat(code(() -> cases.close(new UUID(7, 9), outcome(true), by)))
        .isEqualTo(CaseProblem.NO_SUCH_CASE);
  }
}
