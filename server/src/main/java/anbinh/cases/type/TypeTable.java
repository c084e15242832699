package anbinh.cases.type;

import anbinh.cases.CaseType;
import anbinh.platform.sql.SqlClient;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The table of types of case. Safe for many threads.
@Component
class TypeTable {
  private static final String COLUMNS =
      """
      select code, name_vi as "names.vi", name_en as "names.en", name_ar as "names.ar",
        valid_from as "from", valid_to as "to"
      from cases.case_type
      """;

  private final SqlClient database;

  TypeTable(SqlClient database) {
    this.database = database;
  }

  public List<CaseType> list() {
    return database.list(CaseType.class, COLUMNS + "order by ordinal");
  }

  public Optional<CaseType> find(String code) {
    return database.find(CaseType.class, COLUMNS + "where code = ?", code);
  }

  /// All of them, which nobody else changes until the caller's transaction ends.
  List<CaseType> listForUpdate() {
    return database.list(CaseType.class, COLUMNS + "order by ordinal for update");
  }

  /// @throws DuplicateKeyException when the code is taken
  void insert(CaseType type) {
    database.update(
        """
        insert into cases.case_type (code, name_vi, name_en, name_ar, valid_from)
        values (:code, :names.vi, :names.en, :names.ar, :from)
        """,
        type);
  }

  void end(String code, LocalDate to) {
    database.update("update cases.case_type set valid_to = ? where code = ?", to, code);
  }
}
