package anbinh.cases.type;

import anbinh.cases.CaseType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The table of types of case. Safe for many threads.
@Component
public class TypeTable {
  private static final String COLUMNS =
      "select code, name_vi, name_en, name_ar, valid_from, valid_to from cases.case_type ";

  private final JdbcClient database;

  TypeTable(JdbcClient database) {
    this.database = database;
  }

  public List<CaseType> list() {
    return database.sql(COLUMNS + "order by ordinal").query(TypeTable::type).list();
  }

  public Optional<CaseType> find(String code) {
    return database.sql(COLUMNS + "where code = ?").param(code).query(TypeTable::type).optional();
  }

  /// All of them, which nobody else changes until the caller's transaction ends.
  List<CaseType> listForUpdate() {
    return database.sql(COLUMNS + "order by ordinal for update").query(TypeTable::type).list();
  }

  /// @throws DuplicateKeyException when the code is taken
  void insert(CaseType type) {
    database
        .sql(
            """
            insert into cases.case_type (code, name_vi, name_en, name_ar, valid_from)
            values (?, ?, ?, ?, ?)
            """)
        .param(type.code())
        .param(type.names().vi())
        .param(type.names().en())
        .param(type.names().ar())
        .param(type.from())
        .update();
  }

  void end(String code, LocalDate to) {
    database
        .sql("update cases.case_type set valid_to = ? where code = ?")
        .params(to, code)
        .update();
  }

  private static CaseType type(ResultSet row, int number) throws SQLException {
    return new CaseType(
        row.getString("code"),
        new CaseType.Names(
            row.getString("name_vi"), row.getString("name_en"), row.getString("name_ar")),
        row.getObject("valid_from", LocalDate.class),
        row.getObject("valid_to", LocalDate.class));
  }
}
