package anbinh.mediation.team;

import anbinh.identity.AreaScope;
import anbinh.mediation.team.Mediator.Elected;
import anbinh.mediation.team.Mediator.EndOfOffice;
import anbinh.platform.sql.Conditions;
import anbinh.platform.sql.ListQueries;
import anbinh.platform.SearchTerms;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
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
import org.springframework.jdbc.core.simple.JdbcClient;
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
        m.votes, e.form, e.held_on, e.households, m.leader_form, m.leader_elected_on,
        m.leader_voters, m.leader_votes
      from mediation.mediator m
      left join mediation.election e on e.id = m.election_id
      """;

  private final JdbcClient database;
  private final ListQueries lists;

  MediationTeamTable(JdbcClient database, ListQueries lists) {
    this.database = database;
    this.lists = lists;
  }

  void insert(MediationTeam team) {
    database
        .sql("insert into mediation.team (id, village_id, minority_area) values (?, ?, ?)")
        .params(team.id(), team.villageId(), team.minorityArea())
        .update();
  }

  void insert(UUID id, UUID team, Election election, UUID by, Instant now) {
    database
        .sql(
            """
            insert into mediation.election
              (id, team_id, form, held_on, households, seats, by_id, at)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            id,
            team,
            election.form().name(),
            election.heldOn(),
            election.households(),
            election.seats(),
            by,
            Timestamp.from(now))
        .update();
  }

  /// Somebody whom an election proposes.
  void insert(Mediator mediator, UUID election, int votes) {
    database
        .sql(
            """
            insert into mediation.mediator
              (id, team_id, name, woman, leader, person_id, first_person_id, proposed_by,
              proposed_at, election_id, votes)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(mediator.id())
        .param(mediator.teamId())
        .param(mediator.name())
        .param(mediator.woman())
        .param(mediator.leader())
        .param(mediator.personId())
        .param(mediator.personId())
        .param(mediator.proposedBy())
        .param(Timestamp.from(mediator.proposedAt()))
        .param(election)
        .param(votes)
        .update();
  }

  /// Adds one that a list brought in.
  public void insert(ListedTeam team, UUID by, Instant now, UUID event) {
    database
        .sql(
            """
            insert into mediation.team (id, village_id, minority_area, recognised)
            values (?, ?, ?, true)
            """)
        .params(team.id(), team.villageId(), team.minorityArea())
        .update();
    for (ListedTeam.ListedMediator each : team.mediators()) {
      database
          .sql(
              """
              insert into mediation.mediator
                (id, team_id, name, woman, leader, proposed_by, proposed_at, decision_number,
                decided_on, imported_event)
              values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
              """)
          .param(each.id())
          .param(team.id())
          .param(each.name())
          .param(each.woman())
          .param(each.leader())
          .param(by)
          .param(Timestamp.from(now))
          .param(each.decision())
          .param(each.on())
          .param(event)
          .update();
    }
  }

  public Optional<MediationTeam> find(UUID id) {
    return first(
        database.sql(TEAMS + "where id = ?").param(id).query(MediationTeamTable::bare).list());
  }

  Optional<MediationTeam> findForUpdate(UUID id) {
    return first(
        database
            .sql(TEAMS + "where id = ? for update")
            .param(id)
            .query(MediationTeamTable::bare)
            .list());
  }

  /// The teams of some villages, in the order of the villages.
  public List<MediationTeam> listOf(Collection<UUID> villages) {
    return filled(
        database
            .sql(TEAMS + "where village_id = any (?) order by village_id")
            .param(villages.toArray(UUID[]::new))
            .query(MediationTeamTable::bare)
            .list());
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
        lists
            .sql(TEAMS + "t " + where.text() + "order by t.village_id limit :rows")
            .params(where.map())
            .param("rows", rows)
            .query(MediationTeamTable::bare)
            .list());
  }

  /// How many there are, counted no further than to `most`.
  int count(Conditions filter, int most) {
    return filter.count(lists, "mediation.team t", most);
  }

  /// The villages whose team an account leads today.
  public List<UUID> listVillagesLedBy(UUID personId) {
    return database
        .sql(
            """
            select t.village_id from mediation.mediator m
            join mediation.team t on t.id = m.team_id
            where m.person_id = ? and m.leader and m.decided_on is not null and m.ended_on is null
            order by t.village_id
            """)
        .param(personId)
        .query((row, number) -> row.getObject(1, UUID.class))
        .list();
  }

  public Optional<Mediator> findMediator(UUID id) {
    return database
        .sql(MEDIATORS + "where m.id = ?")
        .param(id)
        .query(MediationTeamTable::mediator)
        .optional();
  }

  /// The names of mediators, also of those who are it no more.
  public Map<UUID, String> names(Collection<UUID> mediators) {
    return database
        .sql("select id, name from mediation.mediator where id = any (?)")
        .param(mediators.toArray(UUID[]::new))
        .query((row, number) -> Map.entry(row.getObject(1, UUID.class), row.getString(2)))
        .list()
        .stream()
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  void noteRepresentation(UUID id, boolean represented, UUID by) {
    database
        .sql(
            """
            update mediation.team
            set minority_represented = ?, represented_by = ? where id = ?
            """)
        .params(represented, by, id)
        .update();
  }

  /// Recognises those who are proposed.
  void recognise(UUID id, String number, LocalDate on, UUID by) {
    database.sql("update mediation.team set recognised = true where id = ?").param(id).update();
    database
        .sql(
            """
            update mediation.mediator set decision_number = ?, decided_on = ?, decided_by = ?
            where team_id = ? and decided_on is null and refused_at is null
            """)
        .params(number, on, by, id)
        .update();
  }

  void refuse(UUID id, String reason, Instant now, UUID by) {
    database
        .sql(
            """
            update mediation.mediator set refused_at = ?, refusal = ?, decided_by = ?
            where team_id = ? and decided_on is null and refused_at is null
            """)
        .params(Timestamp.from(now), reason, by, id)
        .update();
  }

  /// Notes how somebody was elected to lead; it makes them no leader.
  void noteLeaderElection(UUID mediator, LeaderElection election) {
    database
        .sql(
            """
            update mediation.mediator
            set leader_form = ?, leader_elected_on = ?, leader_voters = ?, leader_votes = ?
            where id = ?
            """)
        .params(
            election.form().name(),
            election.heldOn(),
            election.voters(),
            election.votes(),
            mediator)
        .update();
  }

  /// Makes one the leader, and nobody else.
  void lead(UUID team, UUID mediator) {
    database
        .sql("update mediation.mediator set leader = (id = ?) where team_id = ?")
        .params(mediator, team)
        .update();
  }

  void bind(UUID mediator, @Nullable UUID person) {
    database
        .sql(
            """
            update mediation.mediator
            set person_id = ?, first_person_id = coalesce(first_person_id, ?) where id = ?
            """)
        .param(person)
        .param(person)
        .param(mediator)
        .update();
  }

  /// The account that was bound to a mediator first, also where it is it no more.
  Optional<UUID> findFirstAccount(UUID mediator) {
    return database
        .sql(
            "select first_person_id from mediation.mediator where id = ? and first_person_id is not"
                + " null")
        .param(mediator)
        .query(UUID.class)
        .optional();
  }

  void end(UUID mediator, EndOfOffice cause, String number, LocalDate on, UUID by) {
    database
        .sql(
            """
            update mediation.mediator
            set ended_on = ?, end_cause = ?, end_number = ?, ended_by = ?, leader = false
            where id = ?
            """)
        .params(on, cause.name(), number, by, mediator)
        .update();
  }

  private Optional<MediationTeam> first(List<MediationTeam> found) {
    return filled(found).stream().findFirst();
  }

  private List<MediationTeam> filled(List<MediationTeam> teams) {
    Map<UUID, List<Mediator>> mediators =
        database
            .sql(MEDIATORS + "where m.team_id = any (?) order by m.leader desc, m.id")
            .param(teams.stream().map(MediationTeam::id).toArray(UUID[]::new))
            .query(MediationTeamTable::mediator)
            .list()
            .stream()
            .collect(Collectors.groupingBy(Mediator::teamId));
    return teams.stream()
        .map(each ->
            new MediationTeam(
                each.id(),
                each.villageId(),
                each.minorityArea(),
                each.minorityRepresented(),
                each.recognised(),
                mediators.getOrDefault(each.id(), List.of())))
        .toList();
  }

  private static MediationTeam bare(ResultSet row, int number) throws SQLException {
    return new MediationTeam(
        row.getObject("id", UUID.class),
        row.getObject("village_id", UUID.class),
        row.getBoolean("minority_area"),
        row.getObject("minority_represented", Boolean.class),
        row.getBoolean("recognised"),
        List.of());
  }

  private static Mediator mediator(ResultSet row, int number) throws SQLException {
    Timestamp refused = row.getTimestamp("refused_at");
    String cause = row.getString("end_cause");
    String form = row.getString("form");
    String leaderForm = row.getString("leader_form");
    return new Mediator(
        row.getObject("id", UUID.class),
        row.getObject("team_id", UUID.class),
        row.getString("name"),
        row.getBoolean("woman"),
        row.getBoolean("leader"),
        row.getObject("person_id", UUID.class),
        row.getObject("proposed_by", UUID.class),
        row.getTimestamp("proposed_at").toInstant(),
        refused == null ? null : refused.toInstant(),
        row.getString("decision_number"),
        row.getObject("decided_on", LocalDate.class),
        row.getObject("ended_on", LocalDate.class),
        cause == null ? null : EndOfOffice.valueOf(cause),
        form == null
            ? null
            : new Elected(
                Election.Form.valueOf(form),
                row.getObject("held_on", LocalDate.class),
                row.getInt("households"),
                row.getInt("votes")),
        leaderForm == null
            ? null
            : new LeaderElection(
                LeaderElection.Form.valueOf(leaderForm),
                row.getObject("leader_elected_on", LocalDate.class),
                row.getInt("leader_voters"),
                row.getInt("leader_votes")));
  }
}
