package anbinh.mediation.team;

import anbinh.mediation.team.Mediator.EndOfOffice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of releases that wait, and of yearly reviews. Safe for many threads.
@Repository
class ReleaseTable {
  private static final String PENDING =
      """
      select id, mediator_id, cause, reason, requested_by, requested_at
      from mediation.mediator_release where decided_at is null and
      """;

  private final JdbcClient database;

  ReleaseTable(JdbcClient database) {
    this.database = database;
  }

  void insert(Release release) {
    database
        .sql(
            """
            insert into mediation.mediator_release
              (id, mediator_id, cause, reason, requested_by, requested_at)
            values (?, ?, ?, ?, ?, ?)
            """)
        .params(
            release.id(),
            release.mediatorId(),
            release.cause().name(),
            release.reason(),
            release.requestedBy(),
            Timestamp.from(release.requestedAt()))
        .update();
  }

  Optional<Release> findPending(UUID mediator) {
    return database
        .sql(PENDING + " mediator_id = ?")
        .param(mediator)
        .query(ReleaseTable::release)
        .optional();
  }

  /// Those of some mediators.
  Map<UUID, Release> pending(Collection<UUID> mediators) {
    return database
        .sql(PENDING + " mediator_id = any (?)")
        .param(mediators.toArray(UUID[]::new))
        .query(ReleaseTable::release)
        .list()
        .stream()
        .collect(Collectors.toMap(Release::mediatorId, Function.identity()));
  }

  /// @param refusal why it was refused; null where it was accepted
  void decide(UUID id, @Nullable String refusal, UUID by, Instant now) {
    database
        .sql(
            """
            update mediation.mediator_release
            set accepted = ?, refusal = ?, decided_by = ?, decided_at = ? where id = ?
            """)
        .param(refusal == null)
        .param(refusal)
        .param(by)
        .param(Timestamp.from(now))
        .param(id)
        .update();
  }

  /// @return whether the year had none
  boolean insert(TeamReview review) {
    return database
            .sql(
                """
                insert into mediation.team_review
                  (team_id, year, held_on, organisation, activity, proposal, by_id, at)
                values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                """)
            .params(
                review.teamId(),
                review.year(),
                review.heldOn(),
                review.organisation(),
                review.activity(),
                review.proposal().name(),
                review.by(),
                Timestamp.from(review.at()))
            .update()
        == 1;
  }

  /// Those of a team, the last year first.
  List<TeamReview> reviews(UUID team) {
    return database
        .sql(
            """
            select team_id, year, held_on, organisation, activity, proposal, by_id, at
            from mediation.team_review where team_id = ? order by year desc
            """)
        .param(team)
        .query((row, number) ->
            new TeamReview(
                row.getObject("team_id", UUID.class),
                row.getInt("year"),
                row.getObject("held_on", LocalDate.class),
                row.getString("organisation"),
                row.getString("activity"),
                TeamReview.Proposal.valueOf(row.getString("proposal")),
                row.getObject("by_id", UUID.class),
                row.getTimestamp("at").toInstant()))
        .list();
  }

  private static Release release(ResultSet row, int number) throws SQLException {
    return new Release(
        row.getObject("id", UUID.class),
        row.getObject("mediator_id", UUID.class),
        EndOfOffice.valueOf(row.getString("cause")),
        row.getString("reason"),
        row.getObject("requested_by", UUID.class),
        row.getTimestamp("requested_at").toInstant());
  }
}
