package anbinh.situation.report;

import anbinh.situation.SituationEvent;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What is appended to a report and never changed: its history, who has a part in it, and which
/// additions came in. Safe for many threads.
@Repository
public class SituationTrail {
  private final JdbcClient database;

  SituationTrail(JdbcClient database) {
    this.database = database;
  }

  /// One line of a report's history: what, when, who, and no word of why.
  ///
  /// @param by null for the reporter, and for the server
  public record Step(Instant at, SituationEvent what, @Nullable UUID by, @Nullable StepMark mark) {}

  /// What is unusual about a step.
  public enum StepMark {
    LATE,
    CHANGED,
    CORRECTED,
    AFTER_END
  }

  public void addStep(UUID id, Step step) {
    database
        .sql(
            """
            insert into situation.step (situation_id, at, what, by, mark)
            values (?, ?, ?, ?, ?)
            """)
        .param(id)
        .param(Timestamp.from(step.at()))
        .param(step.what().name())
        .param(step.by())
        .param(step.mark() == null ? null : step.mark().name())
        .update();
  }

  /// Oldest first.
  public List<Step> listSteps(UUID id) {
    return database
        .sql(
            """
            select at, what, by, mark from situation.step
            where situation_id = ? order by seq
            """)
        .param(id)
        .query((row, number) ->
            new Step(
                row.getTimestamp(1).toInstant(),
                SituationEvent.valueOf(row.getString(2)),
                row.getObject(3, UUID.class),
                row.getString(4) == null ? null : StepMark.valueOf(row.getString(4))))
        .list();
  }

  public void addConflict(UUID id, UUID person) {
    database
        .sql(
            """
            insert into situation.conflict (situation_id, person_id) values (?, ?)
            on conflict do nothing
            """)
        .params(id, person)
        .update();
  }

  /// Who has, or may have, a part in it.
  public Set<UUID> conflicts(UUID id) {
    return Set.copyOf(
        database
            .sql("select person_id from situation.conflict where situation_id = ?")
            .param(id)
            .query((row, number) -> row.getObject(1, UUID.class))
            .list());
  }

  /// In which of some situations one of an officer's accounts has a part.
  public Set<UUID> withPart(Collection<UUID> some, Collection<UUID> accounts) {
    return database
        .sql(
            """
            select situation_id from situation.conflict
            where situation_id = any (?) and person_id = any (?)
            """)
        .params(some.toArray(UUID[]::new), accounts.toArray(UUID[]::new))
        .query((row, number) -> row.getObject(1, UUID.class))
        .set();
  }

  /// Notes that an addition came in.
  ///
  /// @return false where it did before
  public boolean insertAddition(UUID additionId, UUID id) {
    return database
            .sql(
                """
                insert into situation.addition (id, situation_id) values (?, ?)
                on conflict do nothing
                """)
            .params(additionId, id)
            .update()
        > 0;
  }

  /// Whether an addition is of this report.
  public boolean hasAddition(UUID additionId, UUID id) {
    return database
        .sql(
            "select exists (select from situation.addition" + " where id = ? and situation_id = ?)")
        .params(additionId, id)
        .query(Boolean.class)
        .single();
  }

  /// Says that it is for the officers above those of its commune too.
  ///
  /// @return false where it was before
  public boolean setAbove(UUID id) {
    return database
            .sql("update situation.situation set above = true where id = ? and not above")
            .param(id)
            .update()
        > 0;
  }

  /// Notes until when what is overdue may still be done before it is for the officers above too.
  public void setAboveAt(UUID id, Instant at) {
    database
        .sql("update situation.situation set above_at = ? where id = ?")
        .params(Timestamp.from(at), id)
        .update();
  }

  public boolean isAbove(UUID id) {
    return database
        .sql("select above from situation.situation where id = ?")
        .param(id)
        .query(Boolean.class)
        .single();
  }
}
