package anbinh.mediation.dispute;

import anbinh.mediation.ScopeQuestion;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Whom to turn to in place of a mediator, by the question that was answered with yes. Safe for
/// many threads.
@Repository
class Authorities {
  private final JdbcClient database;

  Authorities(JdbcClient database) {
    this.database = database;
  }

  enum AuthorityKind {
    POLICE,
    AMBULANCE,
    COMMUNE,
    CHILD_HOTLINE,
    VIOLENCE_HOTLINE,
    COURT
  }

  /// @param phone null where none is known for sure
  /// @param source what says so
  record AuthorityView(AuthorityKind authority, @Nullable String phone, String source) {}

  /// Those of a day, the first to call first.
  Map<ScopeQuestion, List<AuthorityView>> on(LocalDate day) {
    return database
        .sql(
            """
            select question, authority, phone, source from mediation.authority
            where valid_from <= :day and (valid_to is null or valid_to >= :day)
            order by question, place
            """)
        .param("day", day)
        .query((row, number) ->
            Map.entry(
                ScopeQuestion.valueOf(row.getString(1)),
                new AuthorityView(
                    AuthorityKind.valueOf(row.getString(2)), row.getString(3), row.getString(4))))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }
}
