package anbinh.mediation.team;

import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// The rows of releases that wait, and of yearly reviews. Safe for many threads.
@Repository
class ReleaseTable {
  private static final String PENDING =
      """
      select id, mediator_id, cause, reason, requested_by, requested_at
      from mediation.mediator_release where decided_at is null and
      """;

  private final SqlClient database;

  ReleaseTable(SqlClient database) {
    this.database = database;
  }

  void insert(Release release) {
    database.update(
        """
        insert into mediation.mediator_release
          (id, mediator_id, cause, reason, requested_by, requested_at)
        values (:id, :mediatorId, :cause, :reason, :requestedBy, :requestedAt)
        """,
        release);
  }

  Optional<Release> findPending(UUID mediator) {
    return database.find(Release.class, PENDING + " mediator_id = ?", mediator);
  }

  /// Those of some mediators.
  Map<UUID, Release> pending(Collection<UUID> mediators) {
    return database.list(Release.class, PENDING + " mediator_id = any (?)", mediators).stream()
        .collect(Collectors.toMap(Release::mediatorId, Function.identity()));
  }

  /// How many wait in some areas that none of some accounts asked for, of who still serves.
  ///
  /// @param areas null for everywhere
  int countWaiting(@Nullable Collection<UUID> areas, Collection<UUID> without) {
    return database.get(
        Integer.class,
        """
        select count(*) from mediation.mediator_release r
        join mediation.mediator m on m.id = r.mediator_id
        join mediation.team t on t.id = m.team_id
        where r.decided_at is null and r.requested_by <> all (:without) and m.ended_on is null
          and (cast(:areas as uuid[]) is null or t.village_id = any (:areas))
        """,
        Values.of("areas", areas).and("without", without));
  }

  /// @param refusal why it was refused; null where it was accepted
  void decide(UUID id, @Nullable String refusal, UUID by, Instant now) {
    database.update(
        """
        update mediation.mediator_release
        set accepted = :accepted, refusal = :refusal, decided_by = :by,
        decided_at = :now where id = :id
        """,
        Values.of("accepted", refusal == null)
            .and("refusal", refusal)
            .and("by", by)
            .and("now", now)
            .and("id", id));
  }

  /// @return whether the year had none
  boolean insert(TeamReview review) {
    return database.update(
            """
            insert into mediation.team_review
              (team_id, year, held_on, organisation, activity, proposal, by_id, at)
            values (:teamId, :year, :heldOn, :organisation, :activity, :proposal, :by, :at)
            on conflict do nothing
            """,
            review)
        == 1;
  }

  /// Those of a team, the last year first.
  List<TeamReview> reviews(UUID team) {
    return database.list(
        TeamReview.class,
        """
        select team_id, year, held_on, organisation, activity, proposal, by_id as by, at
        from mediation.team_review where team_id = ? order by year desc
        """,
        team);
  }
}
