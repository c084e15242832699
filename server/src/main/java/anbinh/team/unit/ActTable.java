package anbinh.team.unit;

import anbinh.team.Paper;
import anbinh.team.unit.TeamAct.Decision;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of `team.act`; they are only added to. Safe for many threads.
@Repository
public class ActTable {
  private static final int BATCH = 1_000;
  private static final String SELECT =
      """
      select a.id, a.team_id, a.kind, a.planned, a.areas, a.from_on, a.reason, a.proposed_by,
        a.proposed_at, a.proposed_event, a.imported, a.outcome, a.decision_reason, a.decided_by,
        a.decided_at, a.decided_event, a.paper_number, a.paper_on, a.paper_signer
      from team.act a
      """;

  private final JdbcClient database;
  private final JdbcTemplate batches;

  ActTable(JdbcClient database, JdbcTemplate batches) {
    this.database = database;
    this.batches = batches;
  }

  public void insert(Collection<TeamAct> acts) {
    batches.batchUpdate(
        """
        insert into team.act (id, team_id, kind, planned, areas, from_on, reason,
          proposed_by, proposed_at, proposed_event, imported, outcome, decision_reason,
          decided_by, decided_at, decided_event, paper_number, paper_on, paper_signer)
        values (?, ?, ?, ?, cast(? as uuid[]), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        acts,
        BATCH,
        (row, act) -> {
          Decision decision = act.decision();
          Paper paper = decision == null ? null : decision.paper();
          row.setObject(1, act.id());
          row.setObject(2, act.teamId());
          row.setString(3, act.kind().name());
          row.setObject(4, act.planned(), Types.INTEGER);
          row.setString(5, act.planned() == null ? null : literal(act.areas()));
          row.setObject(6, act.from());
          row.setString(7, act.reason());
          row.setObject(8, act.proposedBy());
          row.setTimestamp(9, Timestamp.from(act.proposedAt()));
          row.setObject(10, act.proposedEvent());
          row.setBoolean(11, act.imported());
          row.setString(12, decision == null ? null : decision.outcome().name());
          row.setString(13, decision == null ? null : decision.reason());
          row.setObject(14, decision == null ? null : decision.by());
          row.setTimestamp(15, decision == null ? null : Timestamp.from(decision.at()));
          row.setObject(16, decision == null ? null : decision.event());
          row.setString(17, paper == null ? null : paper.number());
          row.setObject(18, paper == null ? null : paper.on());
          row.setString(19, paper == null ? null : paper.signer());
        });
  }

  void decide(UUID id, @Nullable LocalDate from, Decision decision) {
    Paper paper = decision.paper();
    database
        .sql(
            """
            update team.act set from_on = :from, outcome = :outcome,
              decision_reason = :reason, decided_by = :by, decided_at = :at,
              decided_event = :event, paper_number = :number, paper_on = :on,
              paper_signer = :signer
            where id = :id
            """)
        .param("from", from)
        .param("outcome", decision.outcome().name())
        .param("reason", decision.reason())
        .param("by", decision.by())
        .param("at", Timestamp.from(decision.at()))
        .param("event", decision.event())
        .param("number", paper == null ? null : paper.number())
        .param("on", paper == null ? null : paper.on())
        .param("signer", paper == null ? null : paper.signer())
        .param("id", id)
        .update();
  }

  public Optional<TeamAct> findPending(UUID teamId) {
    return database
        .sql(SELECT + "where a.team_id = ? and a.outcome is null")
        .param(teamId)
        .query(ActTable::act)
        .optional();
  }

  /// Those of a team, newest first.
  public List<TeamAct> list(UUID teamId) {
    return database
        .sql(SELECT + "where a.team_id = ? order by a.id desc")
        .param(teamId)
        .query(ActTable::act)
        .list();
  }

  /// What waits in some communes for somebody else than who proposed it, oldest first.
  ///
  /// @param communes null for everywhere
  /// @param after the last one that was seen; null at the start
  public List<TeamAct> listPending(
      @Nullable Collection<UUID> communes,
      Collection<UUID> without,
      @Nullable UUID after,
      int most) {
    return database
        .sql(
            SELECT
                + """
                join team.team t on t.id = a.team_id
                where a.outcome is null and a.proposed_by <> all (:without)
                  and (cast(:communes as uuid[]) is null or t.commune_id = any (:communes))
                  and (cast(:after as uuid) is null or a.id > :after)
                order by a.id limit :most
                """)
        .param("communes", communes == null ? null : communes.toArray(UUID[]::new))
        .param("without", without.toArray(UUID[]::new))
        .param("after", after)
        .param("most", most)
        .query(ActTable::act)
        .list();
  }

  private static String literal(List<UUID> ids) {
    return "{" + String.join(",", ids.stream().map(UUID::toString).toList()) + "}";
  }

  private static TeamAct act(ResultSet row, int number) throws SQLException {
    @Nullable Array areas = row.getArray("areas");
    @Nullable String outcome = row.getString("outcome");
    return new TeamAct(
        row.getObject("id", UUID.class),
        row.getObject("team_id", UUID.class),
        TeamAct.Kind.valueOf(row.getString("kind")),
        row.getObject("planned", Integer.class),
        areas == null ? List.of() : List.of((UUID[]) areas.getArray()),
        row.getObject("from_on", LocalDate.class),
        row.getString("reason"),
        row.getObject("proposed_by", UUID.class),
        row.getTimestamp("proposed_at").toInstant(),
        row.getObject("proposed_event", UUID.class),
        row.getBoolean("imported"),
        outcome == null ? null : decision(row, outcome));
  }

  private static Decision decision(ResultSet row, String outcome) throws SQLException {
    @Nullable String number = row.getString("paper_number");
    return new Decision(
        TeamAct.Outcome.valueOf(outcome),
        row.getString("decision_reason"),
        row.getObject("decided_by", UUID.class),
        row.getTimestamp("decided_at").toInstant(),
        row.getObject("decided_event", UUID.class),
        number == null
            ? null
            : new Paper(
                number, row.getObject("paper_on", LocalDate.class), row.getString("paper_signer")));
  }
}
