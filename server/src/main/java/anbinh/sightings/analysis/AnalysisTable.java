package anbinh.sightings.analysis;

import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import anbinh.recording.Span;
import anbinh.sightings.analysis.NotAnalysed.Reason;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/// The rows of `sightings.analysed_camera` and `sightings.not_analysed`.
@Repository
class AnalysisTable {
  private static final String SELECT =
      """
      select camera_id, switched_on, switched_at, last_start, analysed_until, followed, lettering
      from sightings.analysed_camera
      """;

  private final SqlClient database;

  AnalysisTable(SqlClient database) {
    this.database = database;
  }

  List<AnalysedCamera> list() {
    return database.list(AnalysedCamera.class, SELECT + "order by camera_id");
  }

  /// Those that are switched on, that whose position lags most first.
  List<AnalysedCamera> listSwitchedOn() {
    return database.list(
        AnalysedCamera.class, SELECT + "where switched_on order by analysed_until, camera_id");
  }

  /// From now on. What was recorded while it was off is not analysed.
  ///
  /// @return whether it was off
  boolean switchOn(UUID cameraId, Instant now) {
    return database.update(
            """
            insert into sightings.analysed_camera as c
              (camera_id, switched_on, switched_at, last_start, analysed_until)
            values (:camera, true, :now, :now, :now)
            on conflict (camera_id) do update
            set switched_on = true, switched_at = :now, last_start = :now, analysed_until = :now,
              followed = false
            where not c.switched_on
            """,
            Values.of("camera", cameraId).and("now", now))
        > 0;
  }

  /// @return whether it was on
  boolean switchOff(UUID cameraId, Instant now) {
    return database.update(
            """
            update sightings.analysed_camera set switched_on = false, switched_at = ?
            where camera_id = ? and switched_on
            """,
            now,
            cameraId)
        > 0;
  }

  /// A segment has been dealt with. The position only goes on.
  ///
  /// @param followed whether it was analysed
  void move(UUID cameraId, Span segment, boolean followed) {
    database.update(
        """
        update sightings.analysed_camera
        set last_start = :from, analysed_until = greatest(analysed_until, :to),
          followed = :followed
        where camera_id = :camera and last_start < :from
        """,
        Values.of(segment).and("camera", cameraId).and("followed", followed));
  }

  /// The last segment cannot be gone on from.
  void setNotFollowed(UUID cameraId) {
    database.update(
        "update sightings.analysed_camera set followed = false where camera_id = ?", cameraId);
  }

  void countLettering(UUID cameraId, long more) {
    database.update(
        "update sightings.analysed_camera set lettering = lettering + ? where camera_id = ?",
        more,
        cameraId);
  }

  /// Adds to what was not analysed; one span is made of it and of one that it follows at once, for
  /// the same reason.
  void addNotAnalysed(UUID cameraId, Span span, Reason reason) {
    Values values =
        Values.of(span)
            .and("camera", cameraId)
            .and("reason", reason)
            .and("adjacent", span.from().minus(NextStep.TOLERANCE));
    int merged =
        database.update(
            """
            update sightings.not_analysed set to_at = greatest(to_at, :to)
            where camera_id = :camera and reason = :reason and to_at >= :adjacent
              and from_at <= :from
            """,
            values);
    if (merged == 0) {
      database.update(
          """
          insert into sightings.not_analysed (camera_id, from_at, to_at, reason)
          values (:camera, :from, :to, :reason) on conflict do nothing
          """,
          values);
    }
  }

  /// Of all cameras, in order.
  List<NotAnalysed> listNotAnalysed(Instant since) {
    return database.list(
        NotAnalysed.class,
        """
        select camera_id, from_at, to_at, reason from sightings.not_analysed
        where to_at > ? order by camera_id, from_at
        """,
        since);
  }

  /// Forgets some of what is older than a time.
  ///
  /// @return how many those were
  int deleteNotAnalysed(Instant before, int most) {
    return database.update(
        """
        delete from sightings.not_analysed where (camera_id, from_at) in
          (select camera_id, from_at from sightings.not_analysed where to_at < ? limit ?)
        """,
        before,
        most);
  }
}
