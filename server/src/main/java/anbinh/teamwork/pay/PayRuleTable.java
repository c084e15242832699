package anbinh.teamwork.pay;

import anbinh.team.Position;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of rules of pay and of the types of villages. Safe for many threads.
@Repository
class PayRuleTable {
  private static final int MAX_RULES = 500;
  private static final String SELECT =
      """
      select r.id, r.kind, r.village_type, r.position, r.unit, r.value, r.from_on, r.source,
        r.checked, r.added_by, r.added_at, r.ended_at, e.until_on, e.source as until_source
      from teamwork.pay_rule r
      left join lateral (select until_on, source from teamwork.pay_rule_end
        where rule_id = r.id order by number desc limit 1) e on true
      """;

  private final JdbcClient database;

  PayRuleTable(JdbcClient database) {
    this.database = database;
  }

  /// All of them, by kind and the latest first; there are never more than 500.
  List<PayRule> list() {
    return database
        .sql(SELECT + "order by r.kind, r.village_type, r.position, r.from_on desc, r.id limit 500")
        .query(PayRuleTable::rule)
        .list();
  }

  boolean isFull() {
    return database.sql("select count(*) from teamwork.pay_rule").query(Integer.class).single()
        >= MAX_RULES;
  }

  Optional<PayRule> findForUpdate(UUID id) {
    return database
        .sql(SELECT + "where r.id = ? for update of r")
        .param(id)
        .query(PayRuleTable::rule)
        .optional();
  }

  void insert(PayRule rule) {
    Integer type = rule.villageType();
    Position position = rule.position();
    Instant at = rule.addedAt();
    database
        .sql(
            """
            insert into teamwork.pay_rule (id, kind, village_type, position, unit, value, from_on,
              source, checked, added_by, added_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(rule.id())
        .param(rule.kind().name())
        .param(type)
        .param(position == null ? null : position.name())
        .param(rule.unit().name())
        .param(rule.value())
        .param(rule.from())
        .param(rule.source())
        .param(rule.checked())
        .param(rule.addedBy())
        .param(at == null ? null : Timestamp.from(at))
        .update();
  }

  void end(UUID id, UUID by, Instant at) {
    database
        .sql("update teamwork.pay_rule set ended_by = ?, ended_at = ? where id = ?")
        .params(by, Timestamp.from(at), id)
        .update();
  }

  /// @param until null where it goes on
  void end(UUID id, @Nullable LocalDate until, String source, UUID by, Instant at) {
    database
        .sql(
            """
            insert into teamwork.pay_rule_end (rule_id, number, until_on, source, by_id, at)
            select :rule, coalesce(max(number), 0) + 1, cast(:until as date), :source, :by, :at
            from teamwork.pay_rule_end where rule_id = :rule
            """)
        .param("rule", id)
        .param("until", until)
        .param("source", source)
        .param("by", by)
        .param("at", Timestamp.from(at))
        .update();
  }

  /// What was said of a village's type.
  record TypeFrom(UUID areaId, LocalDate from, int type, String paper, Instant at) {}

  /// Of each village in the order in which it counts, the last one first.
  List<TypeFrom> types(Collection<UUID> areas) {
    return database
        .sql(
            """
            select area_id, from_on, type, paper, at from teamwork.village_type
            where area_id = any (?) order by area_id, from_on desc, at desc
            """)
        .param(areas.toArray(UUID[]::new))
        .query((row, number) ->
            new TypeFrom(
                row.getObject("area_id", UUID.class),
                row.getObject("from_on", LocalDate.class),
                row.getInt("type"),
                row.getString("paper"),
                row.getTimestamp("at").toInstant()))
        .list();
  }

  void insert(TypeFrom type, UUID by) {
    database
        .sql(
            """
            insert into teamwork.village_type (area_id, from_on, type, paper, by_id, at)
            values (?, ?, ?, ?, ?, ?)
            """)
        .params(
            type.areaId(), type.from(), type.type(), type.paper(), by, Timestamp.from(type.at()))
        .update();
  }

  private static PayRule rule(ResultSet row, int number) throws SQLException {
    @Nullable String position = row.getString("position");
    @Nullable Timestamp added = row.getTimestamp("added_at");
    return new PayRule(
        row.getObject("id", UUID.class),
        PayRule.Kind.valueOf(row.getString("kind")),
        row.getObject("village_type", Integer.class),
        position == null ? null : Position.valueOf(position),
        PayRule.Unit.valueOf(row.getString("unit")),
        row.getBigDecimal("value"),
        row.getObject("from_on", LocalDate.class),
        row.getObject("until_on", LocalDate.class),
        row.getString("until_source"),
        row.getString("source"),
        row.getBoolean("checked"),
        row.getObject("added_by", UUID.class),
        added == null ? null : added.toInstant(),
        row.getTimestamp("ended_at") != null);
  }
}
