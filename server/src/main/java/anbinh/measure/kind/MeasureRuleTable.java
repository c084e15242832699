package anbinh.measure.kind;

import anbinh.platform.sql.SqlClient;
import java.util.List;
import org.springframework.stereotype.Repository;

/// The rows of `measure.rule`. Safe for many threads.
@Repository
public class MeasureRuleTable {
  static final int MAX = 200;

  private final SqlClient database;

  MeasureRuleTable(SqlClient database) {
    this.database = database;
  }

  /// All of them, by kind and the latest first; there are never more than 200.
  public List<MeasureRule> list() {
    return database.list(
        MeasureRule.class,
        """
        select id, kind, from_on as "from", law, decided_by, longest_months, longest_months_minor,
          minors, publishing, checked, added_by, added_at
        from measure.rule order by kind, from_on desc, id desc limit 200
        """);
  }

  void insert(MeasureRule rule) {
    database.update(
        """
        insert into measure.rule (id, kind, from_on, law, decided_by, longest_months,
          longest_months_minor, minors, publishing, checked, added_by, added_at)
        values (:id, :kind, :from, :law, :decidedBy, :longestMonths, :longestMonthsMinor,
          :minors, :publishing, :checked, :addedBy, :addedAt)
        """,
        rule);
  }
}
