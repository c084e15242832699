package anbinh.mediation.dispute;

import anbinh.mediation.ScopeQuestion;
import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// Whom to turn to in place of a mediator, by the question that was answered with yes. Safe for
/// many threads.
@Repository
class Authorities {
  private final SqlClient database;

  Authorities(SqlClient database) {
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
    return database.groups(
        ScopeQuestion.class,
        AuthorityView.class,
        """
        select question, authority, phone, source from mediation.authority
        where valid_from <= :day and (valid_to is null or valid_to >= :day)
        order by question, place
        """,
        Values.of("day", day));
  }
}
