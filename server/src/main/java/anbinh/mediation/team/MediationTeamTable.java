package anbinh.mediation.team;

import anbinh.identity.AreaScope;
import anbinh.mediation.team.Mediator.EndOfOffice;
import anbinh.platform.SearchTerms;
import anbinh.platform.sql.Conditions;
import anbinh.platform.sql.ListQueries;
import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// The rows of `mediation.team` and `mediation.mediator`. Safe for many threads.
@Repository
public class MediationTeamTable {
  private static final String TEAMS =
      """
      select id, village_id, minority_area, minority_represented, recognised
      from mediation.team
      """;
  private static final String MEDIATORS =
      """
      select m.id, m.team_id, m.name, m.woman, m.leader, m.person_id, m.proposed_by,
        m.proposed_at, m.refused_at, m.decision_number, m.decided_on, m.ended_on, m.end_cause,
        e.form as "elected.form", e.held_on as "elected.on",
        e.households as "elected.households", m.votes as "elected.votes",
        m.leader_form as "led_by.form", m.leader_elected_on as "led_by.held_on",
        m.leader_voters as "led_by.voters", m.leader_votes as "led_by.votes"
      from mediation.mediator m
      left join mediation.election e on e.id = m.election_id
      """;

  private final SqlClient database;
  private final ListQueries lists;

  MediationTeamTable(SqlClient database, ListQueries lists) {
    this.database = database;
    this.lists = lists;
  }

  void insert(MediationTeam team) {
    database.update(
        "insert into mediation.team (id, village_id, minority_area) values (?, ?, ?)",
        team.id(),
        team.villageId(),
        team.minorityArea());
  }

  void insert(UUID id, UUID team, Election election, UUID by, Instant now) {
    database.update(
        """
        insert into mediation.election
          (id, team_id, form, held_on, households, seats, by_id, at)
        values (:id, :team, :form, :heldOn, :households, :seats, :by, :now)
        """,
        Values.of(election).and("id", id).and("team", team).and("by", by).and("now", now));
  }

  /// Somebody whom an election proposes.
  void insert(Mediator mediator, UUID election, int votes) {
    database.update(
        """
        insert into mediation.mediator
          (id, team_id, name, woman, leader, person_id, first_person_id, proposed_by,
          proposed_at, election_id, votes)
        values (:id, :teamId, :name, :woman, :leader, :personId, :personId, :proposedBy,
          :proposedAt, :election, :votes)
        """,
        Values.of(mediator).and("election", election).and("votes", votes));
  }

  /// Adds one that a list brought in.
  public void insert(ListedTeam team, UUID by, Instant now, UUID event) {
    database.update(
        """
        insert into mediation.team (id, village_id, minority_area, recognised)
        values (?, ?, ?, true)
        """,
        team.id(),
        team.villageId(),
        team.minorityArea());
    for (ListedTeam.ListedMediator each : team.mediators()) {
      database.update(
          """
          insert into mediation.mediator
            (id, team_id, name, woman, leader, proposed_by, proposed_at, decision_number,
            decided_on, imported_event)
          values (:id, :teamId, :name, :woman, :leader, :by, :now, :decision, :on, :event)
          """,
          Values.of(each)
              .and("teamId", team.id())
              .and("by", by)
              .and("now", now)
              .and("event", event));
    }
  }

  public Optional<MediationTeam> find(UUID id) {
    return first(database.list(Row.class, TEAMS + "where id = ?", id));
  }

  Optional<MediationTeam> findForUpdate(UUID id) {
    return first(database.list(Row.class, TEAMS + "where id = ? for update", id));
  }

  /// The teams of some villages, in the order of the villages.
  public List<MediationTeam> listOf(Collection<UUID> villages) {
    return filled(
        database.list(
            Row.class, TEAMS + "where village_id = any (?) order by village_id", villages));
  }

  /// The teams of some areas in whose village's or a mediator's name each word stands.
  Conditions filter(AreaScope scope, SearchTerms sought, Function<String, Collection<UUID>> named) {
    return new Conditions()
        .within(
            "t.village_id",
            switch (scope) {
              case AreaScope.Everywhere _ -> null;
              case AreaScope.Within within -> within.areas();
            })
        .search(
            sought,
            "''",
            "t.village_id",
            named,
            """
            t.id in (select m.team_id from mediation.mediator m
              where m.ended_on is null and ' ' || m.search_text like :word)
            """);
  }

  /// A part of them in the order of the villages.
  ///
  /// @param after the village of the last one already seen; null at the start
  List<MediationTeam> list(Conditions filter, @Nullable UUID after, int rows) {
    Conditions where = filter.copy().and("t.village_id > :after", "after", after);
    return filled(
        lists.list(
            Row.class,
            TEAMS + "t " + where.text() + "order by t.village_id limit :rows",
            where.values().and("rows", rows)));
  }

  /// How many there are, counted no further than to `most`.
  int count(Conditions filter, int most) {
    return filter.count(lists, "mediation.team t", most);
  }

  /// How many teams of some areas wait for the chair with nobody whom one of some accounts
  /// proposed, counted no further than to `most`.
  ///
  /// @param areas null for everywhere
  int countWaiting(@Nullable Collection<UUID> areas, Collection<UUID> without, int most) {
    return database.get(
        Integer.class,
        """
        select count(*) from (
          select t.id from mediation.mediator m join mediation.team t on t.id = m.team_id
          where m.decided_on is null and m.refused_at is null and m.ended_on is null
            and (cast(:areas as uuid[]) is null or t.village_id = any (:areas))
          group by t.id having bool_and(m.proposed_by <> all (:without))
          limit :most) waiting
        """,
        Values.of("areas", areas).and("without", without).and("most", most));
  }

  /// The villages whose team an account leads today.
  public List<UUID> listVillagesLedBy(UUID personId) {
    return database.list(
        UUID.class,
        """
        select t.village_id from mediation.mediator m
        join mediation.team t on t.id = m.team_id
        where m.person_id = ? and m.leader and m.decided_on is not null and m.ended_on is null
        order by t.village_id
        """,
        personId);
  }

  public Optional<Mediator> findMediator(UUID id) {
    return database.find(Mediator.class, MEDIATORS + "where m.id = ?", id);
  }

  /// The names of mediators, also of those who are it no more.
  public Map<UUID, String> names(Collection<UUID> mediators) {
    return database.map(
        UUID.class,
        String.class,
        "select id, name from mediation.mediator where id = any (?)",
        mediators);
  }

  void noteRepresentation(UUID id, boolean represented, UUID by) {
    database.update(
        """
        update mediation.team
        set minority_represented = ?, represented_by = ? where id = ?
        """,
        represented,
        by,
        id);
  }

  /// Recognises those who are proposed.
  void recognise(UUID id, String number, LocalDate on, UUID by) {
    database.update("update mediation.team set recognised = true where id = ?", id);
    database.update(
        """
        update mediation.mediator set decision_number = ?, decided_on = ?, decided_by = ?
        where team_id = ? and decided_on is null and refused_at is null
        """,
        number,
        on,
        by,
        id);
  }

  void refuse(UUID id, String reason, Instant now, UUID by) {
    database.update(
        """
        update mediation.mediator set refused_at = ?, refusal = ?, decided_by = ?
        where team_id = ? and decided_on is null and refused_at is null
        """,
        now,
        reason,
        by,
        id);
  }

  /// Notes how somebody was elected to lead; it makes them no leader.
  void noteLeaderElection(UUID mediator, LeaderElection election) {
    database.update(
        """
        update mediation.mediator
        set leader_form = :form, leader_elected_on = :heldOn, leader_voters = :voters,
        leader_votes = :votes
        where id = :mediator
        """,
        Values.of(election).and("mediator", mediator));
  }

  /// Makes one the leader, and nobody else.
  void lead(UUID team, UUID mediator) {
    database.update(
        "update mediation.mediator set leader = (id = ?) where team_id = ?", mediator, team);
  }

  void bind(UUID mediator, @Nullable UUID person) {
    database.update(
        """
        update mediation.mediator
        set person_id = ?, first_person_id = coalesce(first_person_id, ?) where id = ?
        """,
        person,
        person,
        mediator);
  }

  /// The account that was bound to a mediator first, also where it is it no more.
  Optional<UUID> findFirstAccount(UUID mediator) {
    return database.find(
        UUID.class,
        """
        select first_person_id from mediation.mediator
        where id = ? and first_person_id is not null
        """,
        mediator);
  }

  void end(UUID mediator, EndOfOffice cause, String number, LocalDate on, UUID by) {
    database.update(
        """
        update mediation.mediator
        set ended_on = :on, end_cause = :endCause, end_number = :number, ended_by = :by,
        leader = false
        where id = :mediator
        """,
        Values.of("on", on)
            .and("endCause", cause)
            .and("number", number)
            .and("by", by)
            .and("mediator", mediator));
  }

  private Optional<MediationTeam> first(List<Row> found) {
    return filled(found).stream().findFirst();
  }

  private List<MediationTeam> filled(List<Row> teams) {
    Map<UUID, List<Mediator>> mediators =
        database
            .list(
                Mediator.class,
                MEDIATORS + "where m.team_id = any (?) order by m.leader desc, m.id",
                teams.stream().map(Row::id).toList())
            .stream()
            .collect(Collectors.groupingBy(Mediator::teamId));
    return teams.stream()
        .map(each -> each.with(mediators.getOrDefault(each.id(), List.of())))
        .toList();
  }

  /// A team without its mediators.
  private record Row(
      UUID id,
      UUID villageId,
      boolean minorityArea,
      @Nullable Boolean minorityRepresented,
      boolean recognised) {
    MediationTeam with(List<Mediator> mediators) {
      return new MediationTeam(
          id, villageId, minorityArea, minorityRepresented, recognised, mediators);
    }
  }
}
