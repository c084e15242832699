package anbinh.standard.criteria;

import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import anbinh.standard.UnitKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/// The tables of versions and criteria. Safe for many threads.
@Repository
class CriteriaTable {
  /// Where a province's stand: behind those of the law.
  private static final int OWN = 1000;

  private static final String COLUMNS =
      """
      select id, kind, code, from_year, to_year, answer, percent, law, vi, en, ar, added_by
      from standard.criterion
      """;

  private final SqlClient database;
  private final Requirements requirements;

  CriteriaTable(SqlClient database, Requirements requirements) {
    this.database = database;
    this.requirements = requirements;
  }

  List<StandardVersion> versions() {
    return database.list(
        CriteriaTable::version, "select * from standard.version order by kind, from_year");
  }

  /// Those that have to be met in a year, in the order of the law.
  List<Criterion> list(UnitKind kind, int year) {
    Map<String, List<StandardCondition>> conditions = requirements.conditions(kind);
    return database.list(
        (row, _) -> criterion(row, conditions.getOrDefault(row.getString("code"), List.of())),
        COLUMNS
            + """
            where kind = ? and from_year <= ? and (to_year is null or to_year >= ?)
            order by ordinal, code
            """,
        kind,
        year,
        year);
  }

  /// All that there ever were.
  List<Criterion> list() {
    return database.list(
        CriteriaTable::criterion, COLUMNS + "order by kind, ordinal, code, from_year");
  }

  Optional<Criterion> findForUpdate(UUID id) {
    return database.find(CriteriaTable::criterion, COLUMNS + "where id = ? for update", id);
  }

  /// Keeps others from adding or ending criteria until the transaction ends.
  void lock() {
    var _ =
        database.list(
            String.class, "select kind from standard.version order by kind, from_year for update");
  }

  void insert(Criterion criterion, UUID by, Instant now) {
    database.update(
        """
        insert into standard.criterion (id, kind, code, ordinal, from_year, answer,
          percent, law, vi, en, ar, added_by, added_at)
        values (:id, :kind, :code, :ordinal, :from, :answer, :percent, :law, :words.vi, :words.en,
          :words.ar, :by, :now)
        """,
        Values.of(criterion).and("ordinal", OWN).and("by", by).and("now", now));
  }

  void end(UUID id, int lastYear) {
    database.update("update standard.criterion set to_year = ? where id = ?", lastYear, id);
  }

  private static StandardVersion version(ResultSet row, int number) throws SQLException {
    return new StandardVersion(
        UnitKind.valueOf(row.getString("kind")),
        row.getInt("from_year"),
        row.getObject("to_year", Integer.class),
        row.getString("law"),
        row.getString("article"),
        MonthDay.parse(row.getString("period_from")),
        MonthDay.parse(row.getString("period_to")),
        MonthDay.parse(row.getString("register_until")),
        MonthDay.parse(row.getString("decide_before")),
        StandardVersion.Level.valueOf(row.getString("authority")));
  }

  private static Criterion criterion(ResultSet row, int number) throws SQLException {
    return criterion(row, List.of());
  }

  /// @param conditions of the Circular for this code, which a province's own has not
  private static Criterion criterion(ResultSet row, List<StandardCondition> conditions)
      throws SQLException {
    boolean own = row.getObject("added_by", UUID.class) != null;
    return new Criterion(
        row.getObject("id", UUID.class),
        UnitKind.valueOf(row.getString("kind")),
        row.getString("code"),
        row.getInt("from_year"),
        row.getObject("to_year", Integer.class),
        AnswerKind.valueOf(row.getString("answer")),
        row.getObject("percent", Integer.class),
        row.getString("law"),
        new Criterion.DecisionReason(row.getString("vi"), row.getString("en"), row.getString("ar")),
        own,
        own ? List.of() : conditions);
  }
}
