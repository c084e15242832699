package anbinh.situation.report;

import anbinh.situation.report.Situation.Conduct;
import anbinh.situation.report.Situation.Nature;
import anbinh.situation.report.Situation.Times;
import anbinh.situation.report.SituationTrail.Step;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Inserts many reports at once, with their history. Safe for many threads.
@Repository
public class SituationBatch {
  private static final int BATCH = 500;

  private final JdbcClient database;
  private final JdbcTemplate batches;
  private final SituationTable table;

  SituationBatch(JdbcClient database, JdbcTemplate batches, SituationTable table) {
    this.database = database;
    this.batches = batches;
    this.table = table;
  }

  /// @param content null where it is erased
  public record Row(Situation situation, @Nullable SituationContent content, List<Step> steps) {
    public Row {
      steps = List.copyOf(steps);
    }
  }

  /// Which of some codes are taken.
  public Set<String> taken(List<String> codes) {
    return Set.copyOf(
        database
            .sql("select code from situation.situation where code = any (?)")
            .param(codes.toArray(String[]::new))
            .query(String.class)
            .list());
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void insert(List<Row> rows) {
    batches.batchUpdate(
        """
        insert into situation.situation (id, code, channel, commune_id, village_id, team_id, kind,
          danger, injured, urgent, own_guarded, guarded, state, outcome, revision, happened_at,
          happened_precision, noted_at, received_at, skew_seconds, late, changed, receiver_id,
          identity_officer_id, acknowledged_at, written_at, decided_at, closed_at, due_what, due_at,
          escalated_at, waiting_since, content_cipher, erased_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
          ?, ?, ?, ?, ?, ?)
        """,
        rows,
        BATCH,
        this::bind);
    record Of(UUID id, Step step) {}
    List<Of> steps = new ArrayList<>();
    rows.forEach(row -> row.steps().forEach(step -> steps.add(new Of(row.situation().id(), step))));
    batches.batchUpdate(
        """
        insert into situation.step (situation_id, at, what, by, mark)
        values (?, ?, ?, ?, ?)
        """,
        steps,
        BATCH,
        (row, each) -> {
          Step step = each.step();
          row.setObject(1, each.id());
          row.setTimestamp(2, Timestamp.from(step.at()));
          row.setString(3, step.what().name());
          row.setObject(4, step.by());
          row.setString(5, step.mark() == null ? null : step.mark().name());
        });
  }

  private void bind(PreparedStatement row, Row made) throws SQLException {
    Situation one = made.situation();
    Nature nature = one.nature();
    Times times = one.times();
    Conduct conduct = one.conduct();
    row.setObject(1, one.id());
    row.setString(2, one.code());
    row.setString(3, one.channel().name());
    row.setObject(4, one.place().communeId());
    row.setObject(5, one.place().villageId());
    row.setObject(6, one.teamId());
    row.setString(7, nature.kind());
    row.setBoolean(8, nature.danger());
    row.setBoolean(9, nature.injured());
    row.setBoolean(10, nature.urgent());
    row.setBoolean(11, nature.ownGuarded());
    row.setBoolean(12, nature.guarded());
    row.setString(13, one.state().name());
    row.setString(14, conduct.outcome() == null ? null : conduct.outcome().name());
    row.setInt(15, one.revision());
    row.setTimestamp(16, timestamp(times.happenedAt()));
    row.setString(17, times.precision().name());
    row.setTimestamp(18, timestamp(times.notedAt()));
    row.setTimestamp(19, timestamp(times.receivedAt()));
    row.setInt(20, times.skewSeconds());
    row.setBoolean(21, times.late());
    row.setBoolean(22, one.marks().changed());
    row.setObject(23, conduct.receiverId());
    row.setObject(24, conduct.identityOfficerId());
    row.setTimestamp(25, timestamp(conduct.acknowledgedAt()));
    row.setTimestamp(26, timestamp(conduct.writtenAt()));
    row.setTimestamp(27, timestamp(conduct.decidedAt()));
    row.setTimestamp(28, timestamp(conduct.closedAt()));
    row.setString(29, one.due().what() == null ? null : one.due().what().name());
    row.setTimestamp(30, timestamp(one.due().at()));
    row.setTimestamp(31, timestamp(one.due().escalatedAt()));
    row.setTimestamp(32, timestamp(conduct.waitingSince()));
    SituationContent content = made.content();
    row.setBytes(33, content == null ? null : table.encrypted(content));
    row.setTimestamp(34, timestamp(one.erasedAt()));
  }

  private static @Nullable Timestamp timestamp(@Nullable Instant at) {
    return at == null ? null : Timestamp.from(at);
  }
}
