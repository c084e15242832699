package anbinh.cases.incident;

import static anbinh.identity.session.AccessFixture.COMMUNE;
import static anbinh.identity.session.AccessFixture.person;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.audit.Event;
import anbinh.audit.event.RecordedLog;
import anbinh.cases.CaseChange;
import anbinh.cases.CaseFile;
import anbinh.cases.CaseProblem;
import anbinh.cases.FakeCaseChanges;
import anbinh.cases.Incident;
import anbinh.cases.Incident.Timing;
import anbinh.cases.Protection;
import anbinh.cases.form.PointBody;
import anbinh.cases.store.FakeCaseTable;
import anbinh.cases.store.FakeCases;
import anbinh.cases.type.FakeCaseTypes;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.platform.Ids;
import anbinh.platform.Problem;
import anbinh.platform.ProblemCode;
import anbinh.platform.Site;
import anbinh.platform.SiteClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What may be said of an incident, where its place stands, and what of it may change;
/// IncidentTests run the table.
class IncidentBookTest {
  /// Already the 27th at the site.
  private static final Instant NOW = Instant.parse("2026-11-26T18:00:00Z");

  private static final UUID CASE = new UUID(7, 2);
  private static final UUID OTHER_CASE = new UUID(7, 8);
  private static final Duration TOLERANCE = Duration.ofSeconds(5);
  private static final PointBody POINT = new PointBody(20.35, 105.24);

  private final Person by = person(1, COMMUNE, Role.INVESTIGATOR);
  private final Table table = new Table();
  private final FakeCaseTable cases = new FakeCaseTable();
  private final FakeCaseTypes types = new FakeCaseTypes();
  private final FakeCaseChanges changes = new FakeCaseChanges();
  private final RecordedLog log = new RecordedLog();
  private final SiteClock clock =
      new SiteClock(() -> NOW, new Site("Xuân An", ZoneId.of("Asia/Ho_Chi_Minh"), false));
  private final IncidentBook book =
      new IncidentBook(
          table,
          new FakeCases(cases),
          types,
          changes,
          new Ids(() -> NOW, new Random(7)),
          clock,
          log,
          FakeCases.views(log, () -> NOW));

  private static final class Table extends IncidentTable {
    private final Map<UUID, Incident> incidents = new HashMap<>();

    @SuppressWarnings("NullAway") // there is no database
    Table() {
      super(null);
    }

    @Override
    void insert(Incident incident) {
      incidents.put(incident.id(), incident);
    }

    @Override
    void update(Incident incident) {
      incidents.put(incident.id(), incident);
    }

    @Override
    void withdraw(UUID id, Instant at) {
      Incident one = Objects.requireNonNull(incidents.get(id));
      incidents.put(
          id,
          new Incident(
              one.id(),
              one.caseId(),
              one.title(),
              one.type(),
              one.timing(),
              one.occurredFrom(),
              one.occurredTo(),
              one.place(),
              one.point(),
              one.report(),
              one.note(),
              one.addedBy(),
              one.addedAt(),
              one.eventId(),
              at));
    }

    @Override
    Optional<Incident> findForUpdate(UUID caseId, UUID id) {
      return Optional.ofNullable(incidents.get(id)).filter(one -> one.caseId().equals(caseId));
    }

    @Override
    public List<Incident> list(UUID caseId) {
      return List.copyOf(incidents.values());
    }
  }

  private void open(Protection protection) {
    open(CASE, protection);
  }

  private void open(UUID id, Protection protection) {
    cases.insert(
        new CaseFile(
            id,
            "CASE-2026-0001",
            "Mất xe",
            "THEFT",
            NOW.minusSeconds(900),
            null,
            COMMUNE,
            null,
            null,
            protection,
            null,
            by.id(),
            NOW.minusSeconds(600),
            null));
  }

  @BeforeEach
  void begin() {
    types.add("THEFT", LocalDate.of(2020, 1, 1), null);
    types.add("ENDED", LocalDate.of(2020, 1, 1), LocalDate.of(2026, 11, 26));
    types.add("LAST-DAY", LocalDate.of(2020, 1, 1), LocalDate.of(2026, 11, 27));
    open(Protection.NONE);
  }

  private static NewIncident known(
      @Nullable String type,
      Timing timing,
      Instant from,
      @Nullable Instant to,
      @Nullable String place,
      @Nullable PointBody point) {
    return new NewIncident(" Mất xe ", type, timing, from, to, place, point, " 12/BC ", " ");
  }

  private static NewIncident at(Instant from, @Nullable Instant to) {
    return known(null, Timing.EXACT, from, to, null, null);
  }

  private static NewIncident of(@Nullable String type) {
    return known(type, Timing.EXACT, NOW, null, null, null);
  }

  private static NewIncident placed(@Nullable String place, @Nullable PointBody point) {
    return known(null, Timing.EXACT, NOW, null, place, point);
  }

  private Incident add(NewIncident requested) {
    return book.add(CASE, requested, by);
  }

  private List<String> refused(NewIncident requested) {
    Problem problem = Assertions.catchThrowableOfType(Problem.class, () -> add(requested));
    assertThat(log.events()).as("nothing is noted").isEmpty();
    return problem.fields().stream().map(field -> field.field() + " " + field.code()).toList();
  }

  private static ProblemCode code(ThrowingCallable call) {
    return Assertions.catchThrowableOfType(Problem.class, call).code();
  }

  @Test
  void whatIsWrittenIsKeptWithoutBlanks() {
    Incident added = add(of(null));
    assertThat(added.title()).isEqualTo("Mất xe");
    assertThat(added.report()).isEqualTo("12/BC");
    assertThat(added.note()).isNull();
    assertThat(added.addedBy()).isEqualTo(by.id());
    assertThat(log.last().facts()).as("that of its case").containsEntry("type", "THEFT");
  }

  @Test
  void aClockMayBeFiveSecondsAheadAndNoMore() {
    assertThat(add(at(NOW.plus(TOLERANCE), null)).occurredFrom()).isEqualTo(NOW.plus(TOLERANCE));
  }

  @Test
  void whatHasNotHappenedYetIsNoIncident() {
    Instant future = NOW.plus(TOLERANCE).plusMillis(1);
    assertThat(refused(at(future, null))).containsExactly("occurredFrom past-or-present");
    assertThat(refused(at(NOW, future))).containsExactly("occurredTo past-or-present");
    assertThat(refused(at(NOW, NOW.minusMillis(1)))).containsExactly("occurredTo after-from");
    assertThat(refused(known(null, Timing.BETWEEN, NOW, null, null, null)))
        .containsExactly("occurredTo required");
    assertThat(refused(known("ENDED", Timing.EXACT, future, NOW, null, null)))
        .as("all at once")
        .containsExactly("type case-type", "occurredFrom past-or-present", "occurredTo after-from");
  }

  @Test
  void aMomentMayBeginAndEndAtOnce() {
    assertThat(add(known(null, Timing.BETWEEN, NOW, NOW, null, null)).occurredTo()).isEqualTo(NOW);
  }

  @Test
  void aTypeIsChosenUntilItsLastDayAtTheSite() {
    assertThat(refused(of("ENDED"))).containsExactly("type case-type");
    assertThat(refused(of("NONE"))).containsExactly("type case-type");
    assertThat(add(of("LAST-DAY")).type()).isEqualTo("LAST-DAY");
  }

  @Test
  void aTypeMayBeKeptAfterItsLastDay() {
    Incident added = add(of("LAST-DAY"));
    types.add("LAST-DAY", LocalDate.of(2020, 1, 1), LocalDate.of(2026, 11, 1));
    assertThat(book.correct(CASE, added.id(), of("LAST-DAY"), "Sửa tên.", by).type())
        .isEqualTo("LAST-DAY");
    assertThat(code(() -> book.correct(CASE, added.id(), of("ENDED"), "Sửa tên.", by))).isNotNull();
  }

  @Test
  void aPlaceStandsInAnEntryThatCanBeErasedAlone() {
    add(placed("Cổng chợ", POINT));
    assertThat(log.codes()).containsExactly("case.incident-added", "case.incident-placed");
    Event added = log.events().getFirst();
    assertThat(added.facts()).containsEntry("placed", true);
    assertThat(added.toString()).doesNotContain("Cổng chợ").doesNotContain("20.35");
    assertThat(log.last().facts()).containsOnlyKeys("incident");
    assertThat(log.last().details())
        .containsOnlyKeys("latitude", "longitude", "place")
        .containsEntry("place", "Cổng chợ");
  }

  @Test
  void withoutAPlaceThereIsNoSuchEntry() {
    add(placed(" ", null));
    assertThat(log.codes()).containsExactly("case.incident-added");
    assertThat(log.last().facts()).containsEntry("placed", false);
  }

  @Test
  void aProtectedCaseTakesNoPlace() {
    for (Protection protection : List.of(Protection.CHILD, Protection.DOMESTIC_VIOLENCE)) {
      open(protection);
      assertThat(refused(placed("Cổng chợ", null))).containsExactly("place protected");
      assertThat(refused(placed(null, POINT))).containsExactly("point protected");
    }
    assertThat(add(placed(" ", null)).place()).isNull();
  }

  @Test
  void aCorrectionNotesAPlaceOnlyWhenItMoves() {
    Incident added = add(placed("Cổng chợ", POINT));
    book.correct(CASE, added.id(), placed("Cổng chợ", POINT), "Sửa tên.", by);
    assertThat(log.codes()).endsWith("case.incident-corrected");
    assertThat(log.last().facts()).containsEntry("placed", false);
    book.correct(CASE, added.id(), placed(null, POINT), "Sửa nơi.", by);
    assertThat(log.codes()).endsWith("case.incident-corrected", "case.incident-placed");
    book.correct(CASE, added.id(), placed(null, null), "Không rõ nơi.", by);
    assertThat(log.last().details()).as("it is not known any more").isEmpty();
  }

  @Test
  void aCorrectionKeepsWhoAddedItAndSaysWhy() {
    Incident added = add(of(null));
    Person other = person(2, COMMUNE, Role.INVESTIGATOR);
    Incident corrected = book.correct(CASE, added.id(), of("THEFT"), "Sửa loại.", other);
    assertThat(corrected.addedBy()).isEqualTo(by.id());
    assertThat(corrected.addedAt()).isEqualTo(added.addedAt());
    assertThat(corrected.eventId()).isEqualTo(added.eventId());
    CaseChange change = changes.list(CASE).getFirst();
    assertThat(change.what()).isEqualTo(CaseChange.What.INCIDENT_CORRECTED);
    assertThat(change.by()).isEqualTo(other.id());
    assertThat(change.reason()).isEqualTo("Sửa loại.");
    assertThat(log.last().details()).containsEntry("reason", "Sửa loại.");
  }

  private void close() {
    cases.close(CASE, new CaseFile.Outcome(false, Set.of(), "", by.id(), NOW));
  }

  @Test
  void aClosedCaseTakesNoIncidentButMayLoseOne() {
    Incident added = add(of(null));
    close();
    assertThat(code(() -> add(of(null)))).isEqualTo(CaseProblem.CASE_CLOSED);
    assertThat(code(() -> book.correct(CASE, added.id(), of(null), "Sửa tên.", by)))
        .isEqualTo(CaseProblem.CASE_CLOSED);
    book.withdraw(cases.find(CASE).orElseThrow(), added.id(), "Nhập nhầm.", by);
    assertThat(log.last().type()).isEqualTo(IncidentEvent.WITHDRAWN);
    assertThat(changes.list(CASE).getLast().what()).isEqualTo(CaseChange.What.INCIDENT_WITHDRAWN);
  }

  @Test
  void whatWasWithdrawnStaysAsItWas() {
    Incident added = add(of(null));
    CaseFile file = cases.find(CASE).orElseThrow();
    book.withdraw(file, added.id(), "Nhập nhầm.", by);
    assertThat(code(() -> book.correct(CASE, added.id(), of(null), "Sửa tên.", by)))
        .isEqualTo(CaseProblem.INCIDENT_WITHDRAWN);
    assertThat(code(() -> book.withdraw(file, added.id(), "Nhập nhầm.", by)))
        .isEqualTo(CaseProblem.INCIDENT_WITHDRAWN);
  }

  @Test
  void anIncidentOfAnotherCaseIsNone() {
    Incident added = add(of(null));
    assertThat(code(() -> book.correct(CASE, new UUID(11, 9), of(null), "Sửa tên.", by)))
        .isEqualTo(CaseProblem.NO_SUCH_INCIDENT);
    assertThat(code(() -> book.add(new UUID(7, 9), of(null), by)))
        .isEqualTo(CaseProblem.NO_SUCH_CASE);
    open(OTHER_CASE, Protection.NONE);
    assertThat(code(() -> book.correct(OTHER_CASE, added.id(), of(null), "Sửa tên.", by)))
        .isEqualTo(CaseProblem.NO_SUCH_INCIDENT);
  }

  @Test
  void whoReadsThemIsNoted() {
    book.list(cases.find(CASE).orElseThrow(), by);
    assertThat(log.codes()).containsExactly("case.viewed");
  }
}
