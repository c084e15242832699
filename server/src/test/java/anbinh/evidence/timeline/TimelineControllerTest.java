package anbinh.evidence.timeline;

import static anbinh.identity.session.AccessFixture.COMMUNE;
import static anbinh.identity.session.AccessFixture.NOW;
import static anbinh.identity.session.AccessFixture.OTHER_COMMUNE;
import static anbinh.identity.session.AccessFixture.person;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.audit.event.RecordedLog;
import anbinh.cases.CaseChange;
import anbinh.cases.CaseEnding;
import anbinh.cases.CaseEnding.EndingAction;
import anbinh.cases.CaseEnding.EndingOutcome;
import anbinh.cases.CaseFile;
import anbinh.cases.CaseNote;
import anbinh.cases.FakeCaseChanges;
import anbinh.cases.Incident;
import anbinh.cases.Protection;
import anbinh.cases.ending.FakeCaseEnds;
import anbinh.cases.incident.FakeIncidents;
import anbinh.cases.store.FakeCaseTable;
import anbinh.cases.store.FakeCases;
import anbinh.cases.store.FakeNotes;
import anbinh.evidence.request.FakeRequestTable;
import anbinh.evidence.request.RequestEventType;
import anbinh.evidence.request.RequestFixture;
import anbinh.evidence.request.RequestLink;
import anbinh.evidence.timeline.TimelineController.Kind;
import anbinh.evidence.timeline.TimelineController.TimelineLine;
import anbinh.identity.IdentityProblem;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.people.FakePeople;
import anbinh.identity.session.AccessFixture;
import anbinh.platform.Problem;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// In which order a case is told, who is named, and who reads it; TimelineTests write a real one.
class TimelineControllerTest {
  private static final UUID CASE = RequestFixture.CASE;

  private final Person investigator = person(1, COMMUNE, Role.INVESTIGATOR);
  private final AccessFixture fixture = new AccessFixture();
  private final FakePeople people = new FakePeople();
  private final FakeCaseTable cases = new FakeCaseTable();
  private final FakeNotes notes = new FakeNotes();
  private final FakeCaseChanges changes = new FakeCaseChanges();
  private final FakeIncidents incidents = new FakeIncidents();
  private final FakeCaseEnds ends = new FakeCaseEnds();
  private final FakeRequestTable requests = new FakeRequestTable();
  private final RecordedLog log = new RecordedLog();
  private final TimelineController timeline =
      new TimelineController(
          new FakeCases(cases),
          notes,
          changes,
          incidents,
          ends,
          requests,
          (_, _) -> Set.of(RequestFixture.REQUEST),
          people,
          fixture.access(),
          log,
          FakeCases.views(log, InstantSource.fixed(NOW)));

  @BeforeEach
  void open() {
    people.add(investigator);
    cases.insert(
        new CaseFile(
            CASE,
            "CASE-2026-0001",
            "Mất xe",
            "THEFT",
            at(0),
            null,
            COMMUNE,
            null,
            null,
            Protection.NONE,
            null,
            investigator.id(),
            at(10),
            null));
    fixture.signIn(investigator);
  }

  @AfterEach
  void signOut() {
    fixture.close();
  }

  private static Instant at(int seconds) {
    return NOW.minusSeconds(3_600).plusSeconds(seconds);
  }

  private static UUID event(int number) {
    return new UUID(5, number);
  }

  private List<TimelineLine> lines() {
    return timeline.get(CASE).items();
  }

  private Incident incident(int number, int occurred, @Nullable Instant withdrawn) {
    return new Incident(
        new UUID(11, number),
        CASE,
        "Vụ " + number,
        null,
        Incident.Timing.EXACT,
        at(occurred),
        null,
        null,
        null,
        null,
        null,
        investigator.id(),
        at(20 + number),
        event(number),
        withdrawn);
  }

  @Test
  void whatHappenedIsToldInTheOrderOfTime() {
    incidents.add(incident(1, 5, null));
    notes.add(new CaseNote(new UUID(12, 1), CASE, at(40), investigator.id(), "Ghi.", event(7)));
    requests.add(at(30), RequestEventType.REQUESTED, investigator.id(), event(8));
    requests.add(at(50), RequestEventType.SEALED, null, event(9));
    log.append(event(7), 70);
    List<TimelineLine> lines = lines();
    assertThat(lines)
        .extracting(TimelineLine::kind)
        .containsExactly(
            Kind.OCCURRED,
            Kind.INCIDENT,
            Kind.OPENED,
            Kind.INCIDENT_ADDED,
            Kind.REQUEST,
            Kind.NOTE,
            Kind.REQUEST);
    assertThat(lines.get(4).request())
        .isEqualTo(new RequestLink(RequestFixture.REQUEST, RequestFixture.CODE, true));
    assertThat(lines.get(5).logIndex()).isEqualTo(70);
    assertThat(lines.get(5).words()).isEqualTo("Ghi.");
    assertThat(lines.get(4).logIndex()).as("not in the log yet").isNull();
  }

  @Test
  void whoDidItIsNamedUnlessTheServerDid() {
    requests.add(at(30), RequestEventType.COLLECTING, null, event(8));
    requests.add(at(31), RequestEventType.APPROVED, new UUID(2, 99), event(9));
    assertThat(lines())
        .extracting(TimelineLine::who)
        .containsExactly(null, "Nguyễn Văn 1", null, "");
  }

  @Test
  void whatWasWithdrawnDidNotHappenButWasAdded() {
    incidents.add(incident(1, 5, at(60)));
    changes.add(
        new CaseChange(
            new UUID(13, 1),
            CASE,
            new UUID(11, 1),
            CaseChange.What.INCIDENT_WITHDRAWN,
            at(60),
            investigator.id(),
            "Nhập nhầm vụ khác.",
            event(3)));
    List<TimelineLine> lines = lines();
    assertThat(lines)
        .extracting(TimelineLine::kind)
        .containsExactly(Kind.OCCURRED, Kind.OPENED, Kind.INCIDENT_ADDED, Kind.INCIDENT_WITHDRAWN);
    assertThat(lines.getLast().incident()).isEqualTo("Vụ 1");
    assertThat(lines.getLast().words()).isEqualTo("Nhập nhầm vụ khác.");
  }

  @Test
  void changesOfTheCaseItselfNameNoIncident() {
    for (CaseChange.What what : List.of(CaseChange.What.PLACE, CaseChange.What.PROTECTION)) {
      changes.add(
          new CaseChange(
              new UUID(13, what.ordinal()),
              CASE,
              null,
              what,
              at(20),
              investigator.id(),
              "Có trẻ em.",
              event(3)));
    }
    assertThat(lines())
        .filteredOn(line -> line.kind() == Kind.PLACE || line.kind() == Kind.PROTECTION)
        .hasSize(2)
        .allMatch(line -> line.incident() == null);
  }

  private void ending(EndingAction act, @Nullable EndingOutcome outcome) {
    ends.add(
        new CaseEnding(
            UUID.randomUUID(),
            CASE,
            "CASE-2026-0001",
            act,
            null,
            "Có bản án.",
            investigator.id(),
            at(70),
            event(1),
            outcome == null
                ? null
                : new CaseEnding.Decision(outcome, null, new UUID(2, 2), at(71), event(2))));
  }

  private List<Kind> end(EndingAction act, @Nullable EndingOutcome outcome) {
    ending(act, outcome);
    List<Kind> kinds = lines().stream().map(TimelineLine::kind).toList();
    return kinds.subList(2, kinds.size());
  }

  @Test
  void anEndIsAskedByOneAndSaidByAnother() {
    assertThat(end(EndingAction.END, null)).containsExactly(Kind.ENDING_ASKED);
  }

  @Test
  void anEndThatIsConfirmedSaysSo() {
    assertThat(end(EndingAction.END, EndingOutcome.CONFIRMED))
        .containsExactly(Kind.ENDING_ASKED, Kind.ENDED);
  }

  @Test
  void anEndThatIsRefusedIsNone() {
    assertThat(end(EndingAction.END, EndingOutcome.REFUSED))
        .containsExactly(Kind.ENDING_ASKED, Kind.ENDING_REFUSED);
  }

  @Test
  void whatIsUndoneIsToldAsUndone() {
    assertThat(end(EndingAction.UNDO, EndingOutcome.CONFIRMED))
        .containsExactly(Kind.UNDOING_ASKED, Kind.UNDONE);
  }

  @Test
  void anUndoingThatIsRefusedLeavesTheEnd() {
    assertThat(end(EndingAction.UNDO, EndingOutcome.REFUSED))
        .containsExactly(Kind.UNDOING_ASKED, Kind.UNDOING_REFUSED);
  }

  @Test
  void theClosingIsALine() {
    cases.close(CASE, new CaseFile.Outcome(false, Set.of(), "", investigator.id(), at(80)));
    assertThat(lines().getLast().kind()).isEqualTo(Kind.CLOSED);
    assertThat(lines().getLast().who()).isEqualTo("Nguyễn Văn 1");
  }

  @Test
  void whoReadsItIsNotedOnceInAWhile() {
    lines();
    lines();
    assertThat(log.codes()).containsExactly("case.viewed");
    assertThat(log.last().actor()).isEqualTo(investigator.actor());
  }

  @Test
  void onlyInvestigatorsAndApproversOfTheAreaReadIt() {
    fixture.signIn(person(2, COMMUNE, Role.APPROVER));
    assertThat(lines()).isNotEmpty();
    int looks = log.events().size();
    fixture.signIn(person(3, OTHER_COMMUNE, Role.INVESTIGATOR));
    assertThat(Assertions.catchThrowableOfType(Problem.class, this::lines).code())
        .isEqualTo(IdentityProblem.NOT_YOUR_AREA);
    fixture.signIn(person(4, COMMUNE, Role.DUTY_OFFICER));
    assertThat(Assertions.catchThrowableOfType(Problem.class, this::lines).code())
        .isEqualTo(IdentityProblem.NOT_YOUR_ROLE);
    assertThat(log.events()).as("nobody looked").hasSize(looks);
    assertThat(fixture.refused()).hasSize(2);
  }
}
