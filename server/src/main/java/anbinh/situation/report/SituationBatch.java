package anbinh.situation.report;

import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import anbinh.situation.report.SituationTrail.Step;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Inserts many reports at once, with their history. Safe for many threads.
@Repository
public class SituationBatch {
  private final SqlClient database;
  private final SituationTable table;

  SituationBatch(SqlClient database, SituationTable table) {
    this.database = database;
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
        database.list(
            String.class, "select code from situation.situation where code = any (?)", codes));
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void insert(List<Row> rows) {
    database.batch(
        """
        insert into situation.situation (id, code, channel, commune_id, village_id, team_id, kind,
          danger, injured, urgent, own_guarded, guarded, state, outcome, revision, happened_at,
          happened_precision, noted_at, received_at, skew_seconds, late, changed, receiver_id,
          identity_officer_id, acknowledged_at, written_at, decided_at, closed_at, due_what, due_at,
          escalated_at, waiting_since, content_cipher, erased_at)
        values (:id, :code, :channel, :place.communeId, :place.villageId, :teamId, :nature.kind,
          :nature.danger, :nature.injured, :nature.urgent, :nature.ownGuarded, :nature.guarded,
          :state, :conduct.outcome, :revision, :times.happenedAt, :times.precision, :times.notedAt,
          :times.receivedAt, :times.skewSeconds, :times.late, :marks.changed, :conduct.receiverId,
          :conduct.identityOfficerId, :conduct.acknowledgedAt, :conduct.writtenAt,
          :conduct.decidedAt, :conduct.closedAt, :due.what, :due.at, :due.escalatedAt,
          :conduct.waitingSince, :content, :erasedAt)
        """,
        rows.stream()
            .map(row -> {
              SituationContent content = row.content();
              return Values.of(row.situation())
                  .and("content", content == null ? null : table.encrypted(content));
            })
            .toList());
    database.batch(
        """
        insert into situation.step (situation_id, at, what, by, mark)
        values (:situation, :at, :what, :by, :mark)
        """,
        rows.stream()
            .flatMap(row ->
                row.steps().stream()
                    .map(step -> Values.of(step).and("situation", row.situation().id())))
            .toList());
  }
}
