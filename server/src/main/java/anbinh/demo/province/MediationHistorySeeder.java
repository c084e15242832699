package anbinh.demo.province;

import anbinh.areas.unit.Areas;
import anbinh.mediation.Basis;
import anbinh.mediation.DisputeKind;
import anbinh.mediation.MediationEvent;
import anbinh.mediation.MediationSettings;
import anbinh.mediation.dispute.Mediation;
import anbinh.mediation.dispute.Mediation.Conduct;
import anbinh.mediation.dispute.Mediation.Ending;
import anbinh.mediation.dispute.MediationContent;
import anbinh.mediation.dispute.MediationContent.AgreementFollowUp;
import anbinh.mediation.dispute.MediationContent.FollowUpResult;
import anbinh.mediation.dispute.MediationContent.MediationAgreement;
import anbinh.mediation.dispute.MediationContent.MediationEnd;
import anbinh.mediation.dispute.MediationContent.MediationParty;
import anbinh.mediation.dispute.MediationContent.MediationSession;
import anbinh.mediation.dispute.MediationContent.StoppedBy;
import anbinh.mediation.dispute.MediationOutcome;
import anbinh.mediation.dispute.MediationState;
import anbinh.mediation.dispute.MediationTable;
import anbinh.mediation.dispute.NextStep;
import anbinh.platform.Ids;
import anbinh.platform.Site;
import anbinh.platform.SiteClock;
import anbinh.platform.sql.ShortCodes;
import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Fills a demonstration with mediation teams and with mediations as far as they would have come by
/// today. Safe for many threads.
@Component
class MediationHistorySeeder {
  private static final String CODE_PREFIX = "HG";

  private final MediationTable table;
  private final SiteClock clock;
  private final MediationSettings settings;
  private final SqlClient database;
  private final Areas areas;
  private final ShortCodes codes;
  private final Site site;

  MediationHistorySeeder(
      MediationTable table,
      SiteClock clock,
      MediationSettings settings,
      SqlClient database,
      Areas areas,
      ShortCodes codes,
      Site site) {
    this.table = table;
    this.clock = clock;
    this.settings = settings;
    this.database = database;
    this.areas = areas;
    this.codes = codes;
    this.site = site;
  }

  /// A mediation team that is made up; its first mediator leads it.
  ///
  /// @param by who proposed it
  /// @param chair who recognised it
  public record SyntheticTeam(
      UUID id,
      UUID villageId,
      List<SyntheticMediator> mediators,
      UUID by,
      Instant at,
      String paper,
      LocalDate on,
      UUID chair) {
    public SyntheticTeam {
      mediators = List.copyOf(mediators);
    }
  }

  /// @param personId their account; null without one
  public record SyntheticMediator(UUID id, String name, boolean woman, @Nullable UUID personId) {}

  /// A mediation that is made up, with its whole course.
  ///
  /// @param kind, basis, outcome by the names of [DisputeKind], [Basis] and [MediationOutcome]
  /// @param account who notes what happens
  /// @param kept of an agreement
  public record SyntheticMediation(
      UUID id,
      UUID villageId,
      String kind,
      String basis,
      Instant receivedAt,
      LocalDate receivedOn,
      UUID mediatorId,
      UUID account,
      List<LocalDate> sessions,
      String outcome,
      Instant endedAt,
      LocalDate agreedBy,
      Instant closedAt,
      boolean kept,
      List<SyntheticParty> parties,
      String about,
      String words) {
    public SyntheticMediation {
      sessions = List.copyOf(sessions);
      parties = List.copyOf(parties);
    }
  }

  public record SyntheticParty(String name, String address) {
    @Override
    public String toString() {
      return "SyntheticParty[…]";
    }
  }

  /// Adds those teams in whose villages there is none.
  @Transactional
  public int addTeams(List<SyntheticTeam> invented) {
    site.requireDemonstration();
    Set<UUID> known = ids("select village_id from mediation.team");
    List<SyntheticTeam> fresh =
        invented.stream().filter(each -> !known.contains(each.villageId())).toList();
    database.batch(
        """
        insert into mediation.team (id, village_id, minority_area, recognised)
        values (:id, :villageId, false, true)
        """,
        fresh);
    database.batch(
        """
        insert into mediation.mediator (id, team_id, name, woman, leader, person_id,
          first_person_id, proposed_by, proposed_at, decision_number, decided_on, decided_by)
        values (:id, :team, :name, :woman, :leader, :personId, :personId, :by, :at, :paper, :on,
          :chair)
        """,
        fresh.stream()
            .flatMap(team ->
                team.mediators().stream()
                    .map(each ->
                        Values.of(each)
                            .and("team", team.id())
                            .and("leader", each.equals(team.mediators().getFirst()))
                            .and("by", team.by())
                            .and("at", team.at())
                            .and("paper", team.paper())
                            .and("on", team.on())
                            .and("chair", team.chair())))
            .toList());
    return fresh.size();
  }

  private Set<UUID> ids(String sql) {
    return Set.copyOf(database.list(UUID.class, sql));
  }

  /// Adds mediations of one year in the order of their receipt, all or, where the first is there,
  /// none. A village that had another team has none of them.
  @Transactional
  public int add(List<SyntheticMediation> invented, int year) {
    site.requireDemonstration();
    Instant now = clock.now();
    Set<UUID> mediators = ids("select id from mediation.mediator");
    List<SyntheticMediation> received =
        invented.stream()
            .filter(each -> !each.receivedAt().isAfter(now))
            .filter(each -> mediators.contains(each.mediatorId()))
            .toList();
    if (received.isEmpty() || table.find(received.getFirst().id()).isPresent()) {
      return 0;
    }
    List<String> free = codes.ofYear(CODE_PREFIX, year, received.size());
    Map<UUID, Integer> last = books(year);
    var rows = new ArrayList<Row>();
    for (int i = 0; i < received.size(); i++) {
      SyntheticMediation each = received.get(i);
      int number = last.merge(each.villageId(), 1, Integer::sum);
      rows.add(row(each, free.get(i), new Mediation.Entry(year, number, each.receivedAt()), now));
    }
    insert(rows);
    database.batch(
        """
        insert into mediation.book (village_id, year, last) values (:village, :year, :last)
        on conflict (village_id, year) do update set last = excluded.last
        """,
        last.entrySet().stream()
            .map(each ->
                Values.of("village", each.getKey()).and("year", year).and("last", each.getValue()))
            .toList());
    return rows.size();
  }

  private Map<UUID, Integer> books(int year) {
    return database.map(
        UUID.class,
        Integer.class,
        "select village_id, last from mediation.book where year = ?",
        year);
  }

  private record Row(
      Mediation mediation, MediationContent content, List<MediationTable.Step> steps) {}

  private Row row(SyntheticMediation of, String code, Mediation.Entry entry, Instant now) {
    var steps = new ArrayList<MediationTable.Step>();
    steps.add(new MediationTable.Step(of.receivedAt(), MediationEvent.RECEIVED, of.account()));
    LocalDate today = clock.today();
    LocalDate on = of.receivedOn();
    LocalDate startBy = on.plusDays(NextStep.START_DAYS);
    Conduct conduct = Conduct.NONE.assigned(of.mediatorId(), on, startBy);
    steps.add(new MediationTable.Step(of.receivedAt(), MediationEvent.ASSIGNED, of.account()));
    steps.add(new MediationTable.Step(of.receivedAt(), MediationEvent.ACCEPTED, of.account()));
    MediationContent content =
        MediationContent.received(
            of.parties().stream()
                .map(each -> new MediationParty(each.name(), each.address(), null))
                .toList(),
            of.about(),
            List.of());
    MediationState state = MediationState.ACCEPTED;
    Ending ending = Ending.NONE;
    for (LocalDate session : of.sessions()) {
      if (!session.isAfter(today)) {
        boolean late = conduct.sessions() == 0 && session.isAfter(startBy);
        conduct = conduct.held(session, late);
        state = MediationState.IN_PROGRESS;
        content =
            content.held(
                new MediationSession(
                    session,
                    "Nhà văn hóa",
                    false,
                    "Hai bên, hòa giải viên",
                    of.words(),
                    late ? of.words() : null));
        steps.add(
            new MediationTable.Step(
                session.atTime(12, 0).toInstant(ZoneOffset.UTC),
                MediationEvent.SESSION_HELD,
                of.account()));
      }
    }
    if (!of.endedAt().isAfter(now)) {
      MediationOutcome outcome = MediationOutcome.valueOf(of.outcome());
      boolean agreed = outcome == MediationOutcome.AGREED;
      steps.add(new MediationTable.Step(of.endedAt(), event(outcome), of.account()));
      if (agreed) {
        ending = Ending.agreed(of.endedAt(), of.agreedBy());
        state = MediationState.FOLLOW_UP;
        content = content.agreed(new MediationAgreement(of.words(), of.agreedBy(), null));
        if (!of.closedAt().isAfter(now)) {
          ending = ending.followedUp(of.kept(), of.closedAt());
          state = MediationState.CLOSED;
          content =
              content.followedUp(
                  new AgreementFollowUp(
                      of.agreedBy(),
                      of.kept() ? FollowUpResult.KEPT : FollowUpResult.NOT_KEPT,
                      of.words()));
          steps.add(new MediationTable.Step(of.closedAt(), MediationEvent.CLOSED, of.account()));
        }
      } else {
        ending = Ending.closed(outcome, of.endedAt());
        state = MediationState.CLOSED;
        content =
            content.ended(
                new MediationEnd(
                    outcome == MediationOutcome.STOPPED ? StoppedBy.ONE_PARTY : null,
                    outcome == MediationOutcome.ESCALATED ? "Công an xã" : null,
                    of.words()));
      }
    }
    Instant closedAt = ending.closedAt();
    Instant erasedAt = closedAt == null ? Instant.MAX : closedAt.plus(settings.keep());
    var mediation =
        new Mediation(
            of.id(),
            code,
            of.villageId(),
            null,
            Basis.valueOf(of.basis()),
            DisputeKind.valueOf(of.kind()),
            new Mediation.Reception(on, of.account(), of.receivedAt()),
            false,
            state,
            null,
            entry,
            conduct,
            ending,
            erasedAt.isAfter(now) ? null : erasedAt);
    return new Row(mediation, content, steps);
  }

  private static MediationEvent event(MediationOutcome outcome) {
    return switch (outcome) {
      case AGREED -> MediationEvent.AGREED;
      case NOT_AGREED -> MediationEvent.NOT_AGREED;
      case STOPPED -> MediationEvent.STOPPED;
      case ESCALATED -> MediationEvent.ESCALATED;
    };
  }

  private void insert(List<Row> rows) {
    Map<UUID, UUID> communes = areas.communesOf(Ids.of(rows, row -> row.mediation().villageId()));
    database.batch(
        """
        insert into mediation.mediation (id, code, village_id, basis, kind, received_on,
          received_by, received_at, guarded, state, book_year, book_number, mediator_id,
          entered_at, assigned_on, start_by, start_agreed, started_on, late, sessions, outcome,
          ended_at, follow_up_by, kept, closed_at, due_on, initials_cipher, content_cipher,
          erased_at, commune_id)
        values (:id, :code, :villageId, :basis, :kind, :reception.on, :reception.by, :reception.at,
          false, :state, :entry.year, :entry.number, :conduct.mediatorId, :entry.at,
          :conduct.assignedOn, :conduct.startBy, false, :conduct.startedOn, :conduct.late,
          :conduct.sessions, :ending.outcome, :ending.endedAt, :ending.followUpBy, :ending.kept,
          :ending.closedAt, :dueOn, :initials, :content, :erasedAt, :commune)
        """,
        rows.stream()
            .map(row -> {
              Mediation one = row.mediation();
              boolean erased = one.erasedAt() != null;
              return Values.of(one)
                  .and("commune", communes.get(one.villageId()))
                  .and("dueOn", NextStep.of(one, settings.assignWithin()).on())
                  .and("initials", erased ? null : table.encryptedInitials(row.content()))
                  .and("content", erased ? null : table.encrypted(row.content()));
            })
            .toList());
    database.batch(
        "insert into mediation.step (mediation_id, at, what, by) values (:id, :at, :what, :by)",
        rows.stream()
            .flatMap(row ->
                row.steps().stream().map(step -> Values.of(step).and("id", row.mediation().id())))
            .toList());
  }
}
