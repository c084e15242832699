package anbinh.sightings.analysis.job;

import anbinh.identity.AreaScope;
import anbinh.platform.sql.Conditions;
import anbinh.platform.sql.ListQueries;
import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import anbinh.recording.Span;
import anbinh.sightings.analysis.NextStep;
import anbinh.sightings.analysis.job.AnalysisJobGap.Reason;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// The rows of `sightings.analysis_job` and `sightings.analysis_job_gap`. Safe for many threads.
@Repository
class AnalysisJobTable {
  private static final String SELECT =
      """
      select id, case_id, camera_id, area_id, from_at as "span.from", to_at as "span.to", state,
        requested_by, requested_at, started_at, ended_at, cancelled_by, last_start, analysed_until,
        followed, recorded_millis, analysed_millis, found, known
      from sightings.analysis_job
      """;

  private static final String OPEN = "where state in ('WAITING', 'RUNNING') ";

  private final SqlClient database;
  private final ListQueries lists;

  AnalysisJobTable(SqlClient database, ListQueries lists) {
    this.database = database;
    this.lists = lists;
  }

  void insert(AnalysisJob job) {
    database.update(
        """
        insert into sightings.analysis_job (id, case_id, camera_id, area_id, from_at, to_at, state,
          requested_by, requested_at, last_start, analysed_until, recorded_millis)
        values (:id, :caseId, :cameraId, :areaId, :span.from, :span.to, :state, :requestedBy,
          :requestedAt, :lastStart, :analysedUntil, :recordedMillis)
        """,
        job);
  }

  Optional<AnalysisJob> find(UUID id) {
    return database.find(AnalysisJob.class, SELECT + "where id = ?", id);
  }

  Optional<AnalysisJob> findForUpdate(UUID id) {
    return database.find(AnalysisJob.class, SELECT + "where id = ? for update", id);
  }

  /// The one that runs, and then those that wait, in the order of their turns.
  List<AnalysisJob> listOpen() {
    return database.list(
        AnalysisJob.class, SELECT + OPEN + "order by state = 'RUNNING' desc, requested_at, id");
  }

  int countWaiting(UUID requestedBy) {
    return database.get(
        Integer.class,
        """
        select count(*) from sightings.analysis_job where state = 'WAITING' and requested_by = ?
        """,
        requestedBy);
  }

  /// Those of a case, newest first.
  List<AnalysisJob> list(UUID caseId) {
    return database.list(AnalysisJob.class, SELECT + "where case_id = ? order by id desc", caseId);
  }

  /// Those of some areas, newest first.
  ///
  /// @param after the last one already seen; null at the start
  List<AnalysisJob> list(AreaScope scope, @Nullable UUID after, int rows) {
    Conditions where = conditions(scope).and("id < :after", "after", after);
    return lists.list(
        AnalysisJob.class,
        SELECT + where.text() + "order by id desc limit :rows",
        where.values().and("rows", rows));
  }

  int count(AreaScope scope, int most) {
    return conditions(scope).count(lists, "sightings.analysis_job", most);
  }

  private static Conditions conditions(AreaScope scope) {
    return new Conditions().within("area_id", scope.areas());
  }

  /// It is its turn.
  void start(UUID id, Instant now) {
    database.update(
        """
        update sightings.analysis_job set state = 'RUNNING', started_at = ?
        where id = ? and state = 'WAITING'
        """,
        now,
        id);
  }

  void end(UUID id, AnalysisJobState state, @Nullable UUID cancelledBy, Instant now) {
    database.update(
        """
        update sightings.analysis_job set state = :state, cancelled_by = :by, ended_at = :now
        where id = :id
        """,
        Values.of("id", id).and("state", state).and("by", cancelledBy).and("now", now));
  }

  /// A segment has been dealt with. The position only goes on.
  ///
  /// @param followed whether it was analysed
  /// @param analysedMillis how much of the job's span it has, where it was; zero otherwise
  void move(UUID id, Span segment, boolean followed, long analysedMillis) {
    database.update(
        """
        update sightings.analysis_job
        set last_start = :from, analysed_until = greatest(analysed_until, :to),
          followed = :followed, analysed_millis = analysed_millis + :millis,
          recorded_millis = greatest(recorded_millis, analysed_millis + :millis)
        where id = :id and last_start < :from
        """,
        Values.of(segment).and("id", id).and("followed", followed).and("millis", analysedMillis));
  }

  /// All that was stored of the span is analysed or stands among what was not; what was counted
  /// when it was asked for differs by the seams between segments.
  void setRecorded(UUID id) {
    database.update(
        """
        update sightings.analysis_job set recorded_millis = analysed_millis + coalesce(
          (select sum(extract(epoch from to_at - from_at) * 1000)
            from sightings.analysis_job_gap where job_id = id), 0)
        where id = ?
        """,
        id);
  }

  /// The last segment cannot be gone on from, or need not be.
  void setNotFollowed(UUID id) {
    database.update("update sightings.analysis_job set followed = false where id = ?", id);
  }

  void countPasses(UUID id, int found, int known) {
    database.update(
        "update sightings.analysis_job set found = found + ?, known = known + ? where id = ?",
        found,
        known,
        id);
  }

  /// Adds to what was not analysed; one span is made of it and of one that it follows at once, for
  /// the same reason.
  void addGap(UUID id, Span span, Reason reason) {
    Values values =
        Values.of(span)
            .and("id", id)
            .and("reason", reason)
            .and("adjacent", span.from().minus(NextStep.TOLERANCE));
    int merged =
        database.update(
            """
            update sightings.analysis_job_gap
            set to_at = greatest(to_at, :to), segments = segments + 1
            where job_id = :id and reason = :reason and to_at >= :adjacent and from_at <= :from
            """,
            values);
    if (merged == 0) {
      database.update(
          """
          insert into sightings.analysis_job_gap (job_id, from_at, to_at, segments, reason)
          values (:id, :from, :to, 1, :reason) on conflict do nothing
          """,
          values);
    }
  }

  /// What was not analysed of some jobs, in order of time.
  List<AnalysisJobGap> listGaps(Collection<UUID> ids) {
    return database.list(
        AnalysisJobGap.class,
        """
        select job_id, from_at, to_at, segments, reason from sightings.analysis_job_gap
        where job_id = any(?) order by from_at
        """,
        ids);
  }

  /// Forgets some that are over and whose span ended before a time.
  ///
  /// @return how many those were
  int delete(Instant before, int most) {
    return database.update(
        """
        delete from sightings.analysis_job where id in
          (select id from sightings.analysis_job where ended_at is not null and to_at < ? limit ?)
        """,
        before,
        most);
  }
}
