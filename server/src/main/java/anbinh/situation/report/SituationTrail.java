package anbinh.situation.report;

import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import anbinh.situation.SituationEvent;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// What is appended to a report and never changed: its history, who has a part in it, and which
/// additions came in. Safe for many threads.
@Repository
public class SituationTrail {
  private final SqlClient database;

  SituationTrail(SqlClient database) {
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
    database.update(
        """
        insert into situation.step (situation_id, at, what, by, mark)
        values (:id, :at, :what, :by, :mark)
        """,
        Values.of(step).and("id", id));
  }

  /// Oldest first.
  public List<Step> listSteps(UUID id) {
    return database.list(
        Step.class,
        """
        select at, what, by, mark from situation.step
        where situation_id = ? order by seq
        """,
        id);
  }

  public void addConflict(UUID id, UUID person) {
    database.update(
        """
        insert into situation.conflict (situation_id, person_id) values (?, ?)
        on conflict do nothing
        """,
        id,
        person);
  }

  /// Who has, or may have, a part in it.
  public Set<UUID> conflicts(UUID id) {
    return Set.copyOf(
        database.list(
            UUID.class, "select person_id from situation.conflict where situation_id = ?", id));
  }

  /// In which of some situations one of an officer's accounts has a part.
  public Set<UUID> withPart(Collection<UUID> some, Collection<UUID> accounts) {
    return Set.copyOf(
        database.list(
            UUID.class,
            """
            select situation_id from situation.conflict
            where situation_id = any (?) and person_id = any (?)
            """,
            some,
            accounts));
  }

  /// Notes that an addition came in.
  ///
  /// @return false where it did before
  public boolean insertAddition(UUID additionId, UUID id) {
    return database.update(
            """
            insert into situation.addition (id, situation_id) values (?, ?)
            on conflict do nothing
            """,
            additionId,
            id)
        > 0;
  }

  /// Whether an addition is of this report.
  public boolean hasAddition(UUID additionId, UUID id) {
    return database.exists(
        "select from situation.addition where id = ? and situation_id = ?", additionId, id);
  }

  /// Says that it is for the officers above those of its commune too.
  ///
  /// @return false where it was before
  public boolean setAbove(UUID id) {
    return database.update(
            "update situation.situation set above = true where id = ? and not above", id)
        > 0;
  }

  /// Notes until when what is overdue may still be done before it is for the officers above too.
  public void setAboveAt(UUID id, Instant at) {
    database.update("update situation.situation set above_at = ? where id = ?", at, id);
  }

  public boolean isAbove(UUID id) {
    return database.get(Boolean.class, "select above from situation.situation where id = ?", id);
  }
}
