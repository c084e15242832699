package anbinh.measure.kind;

import anbinh.measure.kind.MeasureRule.Decider;
import anbinh.measure.kind.MeasureRule.Minors;
import anbinh.measure.kind.MeasureRule.Publishing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of `measure.rule`. Safe for many threads.
@Repository
public class MeasureRuleTable {
  static final int MAX = 200;

  private final JdbcClient database;

  MeasureRuleTable(JdbcClient database) {
    this.database = database;
  }

  /// All of them, by kind and the latest first; there are never more than 200.
  public List<MeasureRule> list() {
    return database
        .sql(
            """
            select id, kind, from_on, law, decided_by, longest_months, longest_months_minor, minors,
              publishing, checked, added_by, added_at
            from measure.rule order by kind, from_on desc, id desc limit 200
            """)
        .query(MeasureRuleTable::rule)
        .list();
  }

  void insert(MeasureRule rule) {
    Instant at = rule.addedAt();
    database
        .sql(
            """
            insert into measure.rule (id, kind, from_on, law, decided_by, longest_months,
              longest_months_minor, minors, publishing, checked, added_by, added_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(rule.id())
        .param(rule.kind().name())
        .param(rule.from())
        .param(rule.law())
        .param(rule.decidedBy().name())
        .param(rule.longestMonths())
        .param(rule.longestMonthsMinor())
        .param(rule.minors().name())
        .param(rule.publishing().name())
        .param(rule.checked())
        .param(rule.addedBy())
        .param(at == null ? null : Timestamp.from(at))
        .update();
  }

  private static MeasureRule rule(ResultSet row, int number) throws SQLException {
    Timestamp at = row.getTimestamp("added_at");
    return new MeasureRule(
        row.getObject("id", UUID.class),
        MeasureKind.valueOf(row.getString("kind")),
        row.getObject("from_on", LocalDate.class),
        row.getString("law"),
        Decider.valueOf(row.getString("decided_by")),
        row.getObject("longest_months", Integer.class),
        row.getObject("longest_months_minor", Integer.class),
        Minors.valueOf(row.getString("minors")),
        Publishing.valueOf(row.getString("publishing")),
        row.getBoolean("checked"),
        row.getObject("added_by", UUID.class),
        at == null ? null : at.toInstant());
  }
}
