package anbinh.reports.period;

import anbinh.reports.ReportPeriod;
import anbinh.reports.period.Report.Act;
import anbinh.reports.period.Report.Sight;
import anbinh.reports.period.Report.State;
import anbinh.reports.period.Report.Step;
import anbinh.reports.period.Report.Version;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of reports. Safe for many threads.
@Repository
public class ReportTable {
  private static final String SELECT =
      "select id, code, area_id, period, state, version, reopened_on from reports.report ";

  private final JdbcClient database;

  ReportTable(JdbcClient database) {
    this.database = database;
  }

  public Optional<Report> find(UUID id) {
    return database.sql(SELECT + "where id = ?").param(id).query(ReportTable::report).optional();
  }

  Optional<Report> find(UUID areaId, ReportPeriod period) {
    return database
        .sql(SELECT + "where area_id = ? and period = ?")
        .params(areaId, period.toString())
        .query(ReportTable::report)
        .optional();
  }

  Optional<Report> findForUpdate(UUID id) {
    return database
        .sql(SELECT + "where id = ? for update")
        .param(id)
        .query(ReportTable::report)
        .optional();
  }

  Optional<Report> findForUpdate(UUID areaId, ReportPeriod period) {
    return database
        .sql(SELECT + "where area_id = ? and period = ? for update")
        .params(areaId, period.toString())
        .query(ReportTable::report)
        .optional();
  }

  /// All of one period, by unit.
  public Map<UUID, Report> ofPeriod(ReportPeriod period) {
    Map<UUID, Report> found = new HashMap<>();
    database
        .sql(SELECT + "where period = ?")
        .param(period.toString())
        .query(ReportTable::report)
        .list()
        .forEach(each -> found.put(each.areaId(), each));
    return found;
  }

  /// What is known of one period of a unit: its report, what it handed in and how often it was
  /// reminded.
  ///
  /// @param at when what counts now was handed in: what stands, or of what was reopened what was
  ///   accepted last
  /// @param late whether any of it came after the day that is kept with it
  /// @param undated the last day on which something was handed in of which no such day is kept
  record Known(
      UUID areaId,
      String period,
      @Nullable Report report,
      @Nullable Instant at,
      boolean late,
      @Nullable LocalDate undated,
      int reminders,
      @Nullable LocalDate remindedOn) {
    static Known nothing(UUID areaId, ReportPeriod period) {
      return new Known(areaId, period.toString(), null, null, false, null, 0, null);
    }
  }

  /// All of one unit, by period; it is asked each minute for each page that is open.
  Map<String, Known> knownOf(UUID areaId, ZoneId zone) {
    return listKnown("area_id", areaId, zone).stream()
        .collect(Collectors.toMap(Known::period, known -> known));
  }

  /// All of one period, by unit.
  Map<UUID, Known> knownOf(ReportPeriod period, ZoneId zone) {
    return listKnown("period", period.toString(), zone).stream()
        .collect(Collectors.toMap(Known::areaId, known -> known));
  }

  /// In one question.
  private List<Known> listKnown(String column, Object value, ZoneId zone) {
    return database
        .sql(
            """
            with mine as (select * from reports.report where %1$s = :value),
            handed as (
              select r.id,
                (array_agg(v.counted_at order by v.version desc) filter (where r.state <> 'OPEN'
                  and case r.state when 'REOPENED' then v.accepted_at is not null
                    else v.version = r.version end))[1] as at,
                coalesce(bool_or(cast(v.counted_at at time zone :zone as date) > v.due_on), false)
                  as late,
                max(cast(v.counted_at at time zone :zone as date)) filter (where v.due_on is null)
                  as undated
              from mine r join reports.report_version v on v.report_id = r.id group by r.id),
            reminded as (
              select area_id, period, count(*) as count, max(on_day) as last
              from reports.reminder where %1$s = :value group by area_id, period)
            select area_id, period, r.id, r.code, r.state, r.version, r.reopened_on,
              h.at, coalesce(h.late, false) as late, h.undated,
              coalesce(m.count, 0) as reminders, m.last
            from mine r left join handed h on h.id = r.id
            full join reminded m using (area_id, period)
            """
                .formatted(column))
        .param("value", value)
        .param("zone", zone.getId())
        .query((row, number) ->
            new Known(
                row.getObject("area_id", UUID.class),
                row.getString("period"),
                row.getObject("id") == null ? null : report(row, number),
                instant(row.getTimestamp("at")),
                row.getBoolean("late"),
                row.getObject("undated", LocalDate.class),
                row.getInt("reminders"),
                row.getObject("last", LocalDate.class)))
        .list();
  }

  /// Leaves the one that there is, where somebody else was quicker.
  void insert(Report fresh, Instant now) {
    database
        .sql(
            """
            insert into reports.report (id, code, area_id, period, state, version, created_at)
            values (?, ?, ?, ?, 'OPEN', 0, ?) on conflict (area_id, period) do nothing
            """)
        .params(
            fresh.id(),
            fresh.code(),
            fresh.areaId(),
            fresh.period().toString(),
            Timestamp.from(now))
        .update();
  }

  void set(Report report) {
    database
        .sql("update reports.report set state = ?, version = ?, reopened_on = ? where id = ?")
        .param(report.state().name())
        .param(report.version())
        .param(report.reopenedOn())
        .param(report.id())
        .update();
  }

  void insert(UUID id, Version version) {
    database
        .sql(
            """
            insert into reports.report_version
              (report_id, version, figures, sha256, counted_at, submitted_by, due_on)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
        .param(id)
        .param(version.version())
        .param(version.figures())
        .param(version.sha256())
        .param(Timestamp.from(version.countedAt()))
        .param(version.submittedBy())
        .param(version.dueOn())
        .update();
  }

  void insertNote(UUID id, int version, String indicator, String words) {
    database
        .sql("insert into reports.report_note values (?, ?, ?, ?)")
        .params(id, version, indicator, words)
        .update();
  }

  void decided(UUID id, int version, Act act, UUID by, Instant at) {
    String column =
        switch (act) {
          case APPROVED -> "approved";
          case ACCEPTED -> "accepted";
          case LOCKED -> "locked";
          case SUBMITTED, RETURNED, REOPENED ->
              throw new IllegalArgumentException("nobody decides by " + act);
        };
    database
        .sql(
            "update reports.report_version set %s_by = ?, %s_at = ? where report_id = ? and version = ?"
                .formatted(column, column))
        .params(by, Timestamp.from(at), id, version)
        .update();
  }

  void insert(UUID id, Step step) {
    database
        .sql(
            """
            insert into reports.report_step (report_id, version, what, reason, by_id, at, sight)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
        .param(id)
        .param(step.version())
        .param(step.what().name())
        .param(step.reason())
        .param(step.by())
        .param(Timestamp.from(step.at()))
        .param(step.sight() == null ? null : step.sight().name())
        .update();
  }

  /// Oldest first.
  List<Version> versions(UUID id) {
    return database
        .sql("select * from reports.report_version where report_id = ? order by version")
        .param(id)
        .query(ReportTable::version)
        .list();
  }

  /// The last 200, oldest first.
  List<Step> steps(UUID id) {
    return database
        .sql(
            """
            select what, version, reason, by_id, at, sight from (
              select * from reports.report_step where report_id = ? order by seq desc limit 200) last
            order by seq
            """)
        .param(id)
        .query((row, number) ->
            new Step(
                Act.valueOf(row.getString("what")),
                row.getInt("version"),
                row.getString("reason"),
                row.getObject("by_id", UUID.class),
                row.getTimestamp("at").toInstant(),
                row.getString("sight") == null ? null : Sight.valueOf(row.getString("sight"))))
        .list();
  }

  /// By indicator.
  Map<String, String> notes(UUID id, int version) {
    Map<String, String> notes = new TreeMap<>();
    database
        .sql("select indicator, words from reports.report_note where report_id = ? and version = ?")
        .params(id, version)
        .query(row -> {
          notes.put(row.getString(1), row.getString(2));
        });
    return notes;
  }

  /// A report whose next step is somebody's, and who had a part in it.
  record Waiting(Report report, UUID submittedBy, @Nullable UUID approvedBy, Instant countedAt) {}

  /// What waits for an approval or an acceptance, oldest first.
  ///
  /// @param areas null for everywhere
  /// @param own of which unit approvals are asked for; null for all
  List<Waiting> listWaiting(@Nullable Collection<UUID> areas, @Nullable UUID own, int most) {
    return database
        .sql(
            """
            select r.id, r.code, r.area_id, r.period, r.state, r.version, r.reopened_on,
              v.submitted_by, v.approved_by, v.counted_at
            from reports.report r
            join reports.report_version v on v.report_id = r.id and v.version = r.version
            where r.state in ('SUBMITTED', 'APPROVED')
              and (r.state = 'APPROVED' or cast(:own as uuid) is null or r.area_id = :own)
              and (cast(:areas as uuid[]) is null or r.area_id = any (:areas))
            order by v.counted_at, r.id limit :most
            """)
        .param("areas", areas == null ? null : areas.toArray(UUID[]::new))
        .param("own", own)
        .param("most", most)
        .query((row, number) ->
            new Waiting(
                report(row, number),
                row.getObject("submitted_by", UUID.class),
                row.getObject("approved_by", UUID.class),
                row.getTimestamp("counted_at").toInstant()))
        .list();
  }

  /// What was reopened and not handed in again, of all periods.
  List<Report> listReopened() {
    return database.sql(SELECT + "where state = 'REOPENED'").query(ReportTable::report).list();
  }

  /// The day on which somebody first reported anything.
  Optional<LocalDate> firstDay(ZoneId zone) {
    return database
        .sql("select min(created_at) from reports.report")
        .query((row, number) -> Optional.ofNullable(row.getTimestamp(1)))
        .single()
        .map(at -> LocalDate.ofInstant(at.toInstant(), zone));
  }

  /// A reminder of a unit.
  ///
  /// @param number which one it is, from 1
  record Reminder(UUID areaId, int number, LocalDate on) {}

  /// Of one period by unit, oldest first.
  Map<UUID, List<Reminder>> reminders(ReportPeriod period) {
    return database
        .sql(
            "select area_id, number, on_day from reports.reminder where period = ? order by number")
        .param(period.toString())
        .query((row, number) ->
            new Reminder(
                row.getObject(1, UUID.class), row.getInt(2), row.getObject(3, LocalDate.class)))
        .list()
        .stream()
        .collect(Collectors.groupingBy(Reminder::areaId));
  }

  /// @return whether nobody had reminded it of the same before
  boolean remind(Reminder reminder, ReportPeriod period) {
    return database
            .sql("insert into reports.reminder values (?, ?, ?, ?) on conflict do nothing")
            .params(reminder.areaId(), period.toString(), reminder.number(), reminder.on())
            .update()
        > 0;
  }

  private static Report report(ResultSet row, int number) throws SQLException {
    return new Report(
        row.getObject("id", UUID.class),
        row.getString("code"),
        row.getObject("area_id", UUID.class),
        ReportPeriod.parse(row.getString("period")),
        State.valueOf(row.getString("state")),
        row.getInt("version"),
        row.getObject("reopened_on", LocalDate.class));
  }

  private static Version version(ResultSet row, int number) throws SQLException {
    return new Version(
        row.getInt("version"),
        row.getString("figures"),
        row.getString("sha256"),
        row.getTimestamp("counted_at").toInstant(),
        row.getObject("due_on", LocalDate.class),
        row.getObject("submitted_by", UUID.class),
        row.getObject("approved_by", UUID.class),
        instant(row.getTimestamp("approved_at")),
        row.getObject("accepted_by", UUID.class),
        instant(row.getTimestamp("accepted_at")),
        row.getObject("locked_by", UUID.class),
        instant(row.getTimestamp("locked_at")));
  }

  private static @Nullable Instant instant(@Nullable Timestamp at) {
    return at == null ? null : at.toInstant();
  }
}
