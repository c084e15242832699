package anbinh.standard.assessment;

import static anbinh.standard.assessment.DossierFixture.CRIMES;
import static anbinh.standard.assessment.DossierFixture.PEACE;
import static anbinh.standard.assessment.DossierFixture.RESOLUTION;

import anbinh.areas.AreaKind;
import anbinh.areas.unit.FakeAreas;
import anbinh.audit.event.RecordedLog;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.people.FakePeople;
import anbinh.identity.session.AccessFixture;
import anbinh.platform.DataFolder;
import anbinh.platform.Ids;
import anbinh.platform.Site;
import anbinh.platform.SiteClock;
import anbinh.platform.sql.FakeShortCodes;
import anbinh.standard.StandardFact;
import anbinh.standard.StandardOutcome;
import anbinh.standard.assessment.Appraisals.NewStandardDecision;
import anbinh.standard.assessment.Appraisals.NewStandardReview;
import anbinh.standard.assessment.SelfAssessments.NewStandardAnswer;
import anbinh.standard.assessment.SelfAssessments.NewStandardMinutes;
import anbinh.standard.assessment.UnitRegistrations.NewStandardRegistration;
import anbinh.standard.criteria.Criterion;
import anbinh.standard.criteria.FakeCriteria;
import anbinh.standard.criteria.FakeRequirements;
import anbinh.standard.criteria.StandardParticipant;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The services of the standard over tables in memory, with a village of a commune that is assessed
/// for 2026 by criteria of the three kinds of [DossierFixture].
final class StandardFixture implements AutoCloseable {
  static final UUID VILLAGE = AccessFixture.VILLAGE;
  static final UUID COMMUNE = AccessFixture.COMMUNE;
  static final String WHY = "Cả năm không có vụ việc nào.";
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  final Person head = AccessFixture.person(1, VILLAGE, Role.VILLAGE_HEAD);
  final Person officer = AccessFixture.person(2, COMMUNE, Role.COMMUNITY_OFFICER);
  final Person chair = AccessFixture.person(3, COMMUNE, Role.CHAIR);
  final FakeAreas areas = new FakeAreas();
  final FakePeople people = new FakePeople();
  final RecordedLog log = new RecordedLog();
  final AccessFixture access = new AccessFixture();
  final FakeAnswerTable answers = new FakeAnswerTable();
  final FakeExemptionTable exemptions = new FakeExemptionTable();
  final List<StandardFact> facts = new ArrayList<>();
  final FakeStandardTable table;
  final FakeCriteria criteria;
  final Dossiers dossiers;
  final UnitRegistrations registrations;
  final SelfAssessments assessments;
  final Appraisals appraisals;
  private final DataFolder data;
  private Instant now = Instant.EPOCH;

  StandardFixture(Path folder) throws IOException {
    InstantSource clock = () -> now;
    var siteClock = new SiteClock(clock, new Site("Thanh Hóa", ZONE, false));
    var ids = new Ids(clock, new Random(1));
    var requirements = new FakeRequirements();
    data = DataFolder.open(folder);
    table = new FakeStandardTable(data);
    criteria = new FakeCriteria(siteClock);
    criteria.set(RESOLUTION, PEACE, CRIMES);
    dossiers = new Dossiers(table, answers, criteria, people, ids, clock, log);
    registrations =
        new UnitRegistrations(
            table, exemptions, dossiers, criteria, requirements, areas, new FakeShortCodes(), ids);
    assessments = new SelfAssessments(table, answers, dossiers, requirements, people, ids, log);
    var contradictions =
        new Contradictions(
            List.of(question ->
                question.criterion().equals(PEACE.code()) ? List.copyOf(facts) : List.of()),
            table);
    appraisals =
        new Appraisals(answers, table, dossiers, contradictions, areas, access.access(), ids, log);
    areas.add(AccessFixture.PROVINCE, "38", AreaKind.PROVINCE, null);
    areas.add(COMMUNE, "14758", AreaKind.COMMUNE, AccessFixture.PROVINCE);
    areas.add(VILLAGE, "14758-01", AreaKind.RESIDENTIAL_AREA, COMMUNE);
    List.of(head, officer, chair).forEach(people::add);
    on(2026, 3, 31);
  }

  /// Goes to noon of a day.
  void on(int year, int month, int day) {
    at(LocalDate.of(year, month, day).atTime(12, 0).atZone(ZONE).toInstant());
  }

  void at(Instant moment) {
    now = moment;
  }

  private void later() {
    now = now.plusSeconds(60);
  }

  /// What a village with a party cell registers with.
  static NewStandardRegistration village(int registered, int registrable) {
    return new NewStandardRegistration(
        VILLAGE,
        2026,
        null,
        "03-NQ/CB",
        LocalDate.of(2026, 2, 12),
        null,
        null,
        registered,
        registrable,
        null);
  }

  UUID register() {
    return registrations.register(areas.get(VILLAGE), village(120, 120), head).id();
  }

  NewStandardAnswer newAnswer(
      UUID id, Criterion to, @Nullable Boolean met, @Nullable Integer now, @Nullable Integer last) {
    int seen = dossiers.read(id).answer(to.code()).map(Answer::version).orElse(0);
    return new NewStandardAnswer(to.code(), seen, met, now, last, null, WHY);
  }

  void answer(
      UUID id, Criterion to, @Nullable Boolean met, @Nullable Integer now, @Nullable Integer last) {
    later();
    assessments.answer(id, newAnswer(id, to, met, now, last), head);
  }

  static NewStandardMinutes minutes(LocalDate heldOn) {
    return new NewStandardMinutes(
        heldOn,
        "Lê Xuân Tùng",
        120,
        96,
        4,
        90,
        6,
        List.of(StandardParticipant.Code.FRONT, StandardParticipant.Code.POLICE),
        null);
  }

  /// Registers the village and answers all criteria as met, on 25 October.
  UUID answered() {
    UUID id = register();
    on(2026, 10, 25);
    answer(id, RESOLUTION, true, null, null);
    answer(id, PEACE, true, null, null);
    answer(id, CRIMES, true, 1, 2);
    return id;
  }

  void send(UUID id) {
    later();
    assessments.send(id, minutes(LocalDate.of(2026, 10, 25)), head);
  }

  UUID sent() {
    UUID id = answered();
    send(id);
    return id;
  }

  static NewStandardReview accepted(Criterion of) {
    return new NewStandardReview(of.code(), Review.Outcome.ACCEPTED, null, null, null, null, null);
  }

  void acceptAll(UUID id) {
    for (Criterion each : List.of(RESOLUTION, PEACE, CRIMES)) {
      later();
      appraisals.review(id, accepted(each), officer);
    }
  }

  /// Proposed by the officer on 2 November.
  UUID proposed(StandardOutcome outcome) {
    UUID id = sent();
    on(2026, 11, 2);
    acceptAll(id);
    appraisals.propose(id, outcome, WHY, officer);
    return id;
  }

  static NewStandardDecision decision(StandardOutcome outcome, LocalDate on) {
    return new NewStandardDecision(outcome, "15/QĐ-UBND", on, WHY, null, null);
  }

  /// Decided by the chair on 5 November.
  UUID decided(StandardOutcome outcome) {
    UUID id = proposed(outcome);
    on(2026, 11, 5);
    appraisals.decide(id, decision(outcome, LocalDate.of(2026, 11, 5)), chair);
    return id;
  }

  StandardStep lastStep(UUID id) {
    return table.steps(id).getLast();
  }

  @Override
  public void close() throws IOException {
    access.close();
    data.close();
  }
}
