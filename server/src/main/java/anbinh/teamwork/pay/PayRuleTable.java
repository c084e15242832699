package anbinh.teamwork.pay;

import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// The rows of rules of pay and of the types of villages. Safe for many threads.
@Repository
class PayRuleTable {
  private static final int MAX_RULES = 500;
  private static final String SELECT =
      """
      select r.id, r.kind, r.village_type, r.position, r.unit, r.value, r.from_on as "from",
        r.source, r.checked, r.added_by, r.added_at, r.ended_at is not null as ended,
        e.until_on as until, e.source as until_source
      from teamwork.pay_rule r
      left join lateral (select until_on, source from teamwork.pay_rule_end
        where rule_id = r.id order by number desc limit 1) e on true
      """;

  private final SqlClient database;

  PayRuleTable(SqlClient database) {
    this.database = database;
  }

  /// All of them, by kind and the latest first; there are never more than 500.
  List<PayRule> list() {
    return database.list(
        PayRule.class,
        SELECT + "order by r.kind, r.village_type, r.position, r.from_on desc, r.id limit 500");
  }

  boolean isFull() {
    return database.get(Integer.class, "select count(*) from teamwork.pay_rule") >= MAX_RULES;
  }

  Optional<PayRule> findForUpdate(UUID id) {
    return database.find(PayRule.class, SELECT + "where r.id = ? for update of r", id);
  }

  void insert(PayRule rule) {
    database.update(
        """
        insert into teamwork.pay_rule (id, kind, village_type, position, unit, value, from_on,
          source, checked, added_by, added_at)
        values (:id, :kind, :villageType, :position, :unit, :value, :from, :source, :checked,
          :addedBy, :addedAt)
        """,
        rule);
  }

  void end(UUID id, UUID by, Instant at) {
    database.update(
        "update teamwork.pay_rule set ended_by = ?, ended_at = ? where id = ?", by, at, id);
  }

  /// @param until null where it goes on
  void end(UUID id, @Nullable LocalDate until, String source, UUID by, Instant at) {
    database.update(
        """
        insert into teamwork.pay_rule_end (rule_id, number, until_on, source, by_id, at)
        select :rule, coalesce(max(number), 0) + 1, cast(:until as date), :source, :by, :at
        from teamwork.pay_rule_end where rule_id = :rule
        """,
        Values.of("rule", id)
            .and("until", until)
            .and("source", source)
            .and("by", by)
            .and("at", at));
  }

  /// What was said of a village's type.
  record TypeFrom(UUID areaId, LocalDate from, int type, String paper, Instant at) {}

  /// Of each village in the order in which it counts, the last one first.
  List<TypeFrom> types(Collection<UUID> areas) {
    return database.list(
        TypeFrom.class,
        """
        select area_id, from_on as "from", type, paper, at from teamwork.village_type
        where area_id = any (?) order by area_id, from_on desc, at desc
        """,
        areas);
  }

  void insert(TypeFrom type, UUID by) {
    database.update(
        """
        insert into teamwork.village_type (area_id, from_on, type, paper, by_id, at)
        values (:areaId, :from, :type, :paper, :by, :at)
        """,
        Values.of(type).and("by", by));
  }
}
