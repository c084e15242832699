package anbinh.situation.kind;

import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// The kinds and terms of a day, which the migrations bring. Safe for many threads.
@Repository
public class SituationKinds {
  private static final String KINDS =
      """
      select code, urgent, guarded, mediable from situation.kind
      where valid_from <= :day and (valid_to is null or valid_to >= :day)
      """;

  private final SqlClient database;

  SituationKinds(SqlClient database) {
    this.database = database;
  }

  /// In the order in which they are offered.
  public List<SituationKind> list(LocalDate day) {
    return database.list(SituationKind.class, KINDS + "order by place", Values.of("day", day));
  }

  public Optional<SituationKind> find(String code, LocalDate day) {
    return database.find(
        SituationKind.class, KINDS + "and code = :code", Values.of("day", day).and("code", code));
  }

  /// Of one that a report has, also where the kind ended since: by its last terms.
  ///
  /// @param urgent by the kind, or for danger or injury
  public SituationTerms terms(String code, boolean urgent, LocalDate day) {
    return database.get(
        (row, number) ->
            new SituationTerms(
                Duration.ofMinutes(row.getInt(1)),
                minutes(row.getObject(2, Integer.class)),
                Duration.ofMinutes(row.getInt(3)),
                Duration.ofMinutes(row.getInt(4))),
        """
        select acknowledge_minutes, write_minutes, decide_minutes, close_minutes
        from situation.term
        where kind = ? and urgent = ? and valid_from <= ? order by valid_from desc limit 1
        """,
        code,
        urgent,
        day);
  }

  private static @Nullable Duration minutes(@Nullable Integer count) {
    return count == null ? null : Duration.ofMinutes(count);
  }
}
