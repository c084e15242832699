package anbinh.measure.register;

import anbinh.measure.register.MeasureForms.HelperEnd;
import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/// The rows of `measure.helper`. Safe for many threads.
@Repository
class MeasureHelperTable {
  private final SqlClient database;

  MeasureHelperTable(SqlClient database) {
    this.database = database;
  }

  void insert(UUID measure, MeasureHelper helper, UUID by) {
    database.update(
        """
        insert into measure.helper (id, measure_id, person_id, member_id,
          assigned_by, assigned_at) values (:id, :measure, :personId, :memberId, :by, :since)
        """,
        Values.of(helper).and("measure", measure).and("by", by));
  }

  /// Somebody who helps as a member has an account now, and sees it by that.
  void account(UUID id, UUID person) {
    database.update("update measure.helper set person_id = ? where id = ?", person, id);
  }

  void end(UUID id, HelperEnd cause, Instant now) {
    database.update(
        "update measure.helper set ended_at = ?, cause = ? where id = ?", now, cause, id);
  }

  /// All who ever helped with one, in the order in which they were assigned.
  List<MeasureHelper> list(UUID measure) {
    return database.list(
        MeasureHelper.class,
        """
        select id, person_id, member_id, assigned_at as since, cause from measure.helper
        where measure_id = ? order by assigned_at, id
        """,
        measure);
  }
}
