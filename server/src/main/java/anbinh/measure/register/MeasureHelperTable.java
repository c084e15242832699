package anbinh.measure.register;

import anbinh.measure.register.MeasureForms.HelperEnd;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of `measure.helper`. Safe for many threads.
@Repository
class MeasureHelperTable {
  private final JdbcClient database;

  MeasureHelperTable(JdbcClient database) {
    this.database = database;
  }

  void insert(UUID measure, MeasureHelper helper, UUID by) {
    database
        .sql(
            """
            insert into measure.helper (id, measure_id, person_id, member_id,
              assigned_by, assigned_at) values (?, ?, ?, ?, ?, ?)
            """)
        .param(helper.id())
        .param(measure)
        .param(helper.personId())
        .param(helper.memberId())
        .param(by)
        .param(Timestamp.from(helper.since()))
        .update();
  }

  /// Somebody who helps as a member has an account now, and sees it by that.
  void account(UUID id, UUID person) {
    database
        .sql("update measure.helper set person_id = ? where id = ?")
        .params(person, id)
        .update();
  }

  void end(UUID id, HelperEnd cause, Instant now) {
    database
        .sql("update measure.helper set ended_at = ?, cause = ? where id = ?")
        .params(Timestamp.from(now), cause.name(), id)
        .update();
  }

  /// All who ever helped with one, in the order in which they were assigned.
  List<MeasureHelper> list(UUID measure) {
    return database
        .sql(
            """
            select id, person_id, member_id, assigned_at, cause from measure.helper
            where measure_id = ? order by assigned_at, id
            """)
        .param(measure)
        .query((row, number) -> {
          String cause = row.getString("cause");
          return new MeasureHelper(
              row.getObject("id", UUID.class),
              row.getObject("person_id", UUID.class),
              row.getObject("member_id", UUID.class),
              row.getTimestamp("assigned_at").toInstant(),
              cause == null ? null : HelperEnd.valueOf(cause));
        })
        .list();
  }
}
