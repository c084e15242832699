package anbinh.reports.custom;

import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/// The rows of indicators that the province defined. Safe for many threads.
@Repository
class CustomIndicatorTable {
  private static final String SELECT =
      """
      select i.id, i.code, v.version, v.name_vi, v.name_en, v.name_ar, v.numerator,
        v.numerator_part, v.denominator, v.denominator_part, v.retired, v.by_id, v.at
      from reports.custom_indicator i
      join reports.custom_indicator_version v on v.indicator_id = i.id
      """;

  private static final String LAST =
      """
      where v.version = (
        select max(version) from reports.custom_indicator_version where indicator_id = i.id)
      """;

  private final SqlClient database;

  CustomIndicatorTable(SqlClient database) {
    this.database = database;
  }

  /// As they stand.
  List<CustomIndicator> list() {
    return database.list(CustomIndicator.class, SELECT + LAST + "order by i.code");
  }

  void lock(UUID id) {
    var _ =
        database.list(
            UUID.class, "select id from reports.custom_indicator where id = ? for update", id);
  }

  Optional<CustomIndicator> find(UUID id) {
    return database.find(CustomIndicator.class, SELECT + LAST + "and i.id = ?", id);
  }

  void add(CustomIndicator indicator) {
    database.update(
        "insert into reports.custom_indicator (id, code, created_at) values (:id, :code, :at)",
        Values.of(indicator));
    addVersion(indicator);
  }

  void addVersion(CustomIndicator indicator) {
    database.update(
        """
        insert into reports.custom_indicator_version (indicator_id, version, name_vi, name_en,
          name_ar, numerator, numerator_part, denominator, denominator_part, retired, by_id, at)
        values (:id, :version, :nameVi, :nameEn, :nameAr, :numerator, :numeratorPart,
          :denominator, :denominatorPart, :retired, :byId, :at)
        """,
        Values.of(indicator));
  }
}
