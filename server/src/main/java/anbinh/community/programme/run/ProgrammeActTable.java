package anbinh.community.programme.run;

import anbinh.community.programme.run.ProgrammeAct.Decision;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of what was proposed about programmes and decided of it. Safe for many threads.
@Repository
public class ProgrammeActTable {
  private static final String SELECT =
      """
      select a.id, a.programme_id, a.kind, a.version, a.reason, a.proposed_by, v.written_by,
        a.proposed_at, a.outcome, a.decision_reason, a.decided_by, a.decided_at, a.paper_number,
        a.paper_on, a.paper_signer
      from community.programme_act a
      join community.programme_version v
        on v.programme_id = a.programme_id and v.version = a.version
      """;

  private final JdbcClient database;

  ProgrammeActTable(JdbcClient database) {
    this.database = database;
  }

  public Optional<ProgrammeAct> findPending(UUID programmeId) {
    return database
        .sql(SELECT + "where a.programme_id = ? and a.outcome is null")
        .param(programmeId)
        .query(ProgrammeActTable::act)
        .optional();
  }

  /// Those of a programme, newest first.
  public List<ProgrammeAct> list(UUID programmeId) {
    return database
        .sql(SELECT + "where a.programme_id = ? order by a.id desc")
        .param(programmeId)
        .query(ProgrammeActTable::act)
        .list();
  }

  /// The day of the paper by which a programme first rested, proposed or concluded.
  public Optional<LocalDate> findFirstRest(UUID programmeId) {
    return database
        .sql(
            """
            select paper_on from community.programme_act
            where programme_id = :id and kind = 'REST' and outcome = 'ACCEPTED'
            union all
            select paper_on from community.programme_assessment
            where programme_id = :id and conclusion = 'REST' and state = 'CONFIRMED'
            order by paper_on limit 1
            """)
        .param("id", programmeId)
        .query(LocalDate.class)
        .optional();
  }

  void insert(ProgrammeAct act) {
    database
        .sql(
            """
            insert into community.programme_act
              (id, programme_id, kind, version, reason, proposed_by, proposed_at)
            values (:id, :programme, :kind, :version, :reason, :by, :at)
            """)
        .param("id", act.id())
        .param("programme", act.programmeId())
        .param("kind", act.kind().name())
        .param("version", act.version())
        .param("reason", act.reason())
        .param("by", act.proposedBy())
        .param("at", Timestamp.from(act.proposedAt()))
        .update();
  }

  /// Has what waits be about another text; who proposed it first stays.
  void move(UUID id, int version, @Nullable String reason) {
    database
        .sql(
            "update community.programme_act set version = :version, reason = :reason where id = :id")
        .param("version", version)
        .param("reason", reason)
        .param("id", id)
        .update();
  }

  void decide(UUID id, Decision decision) {
    database
        .sql(
            """
            update community.programme_act set outcome = :outcome, decision_reason = :reason,
              decided_by = :by, decided_at = :at, paper_number = :number, paper_on = :on,
              paper_signer = :signer
            where id = :id
            """)
        .param("outcome", decision.outcome().name())
        .param("reason", decision.reason())
        .param("by", decision.by())
        .param("at", Timestamp.from(decision.at()))
        .param("number", decision.number())
        .param("on", decision.on())
        .param("signer", decision.signer())
        .param("id", id)
        .update();
  }

  private static ProgrammeAct act(ResultSet row, int number) throws SQLException {
    @Nullable String outcome = row.getString("outcome");
    return new ProgrammeAct(
        row.getObject("id", UUID.class),
        row.getObject("programme_id", UUID.class),
        ProgrammeAct.Kind.valueOf(row.getString("kind")),
        row.getInt("version"),
        row.getString("reason"),
        row.getObject("proposed_by", UUID.class),
        row.getObject("written_by", UUID.class),
        row.getTimestamp("proposed_at").toInstant(),
        outcome == null
            ? null
            : new Decision(
                ProgrammeAct.Outcome.valueOf(outcome),
                row.getString("decision_reason"),
                row.getObject("decided_by", UUID.class),
                row.getTimestamp("decided_at").toInstant(),
                row.getString("paper_number"),
                row.getObject("paper_on", LocalDate.class),
                row.getString("paper_signer")));
  }
}
