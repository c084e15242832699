package anbinh.reports.period;

import anbinh.platform.sql.SqlClient;
import anbinh.platform.sql.Values;
import anbinh.reports.ReportPeriod;
import anbinh.reports.period.Report.Action;
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
import org.springframework.stereotype.Repository;

/// The rows of reports. Safe for many threads.
@Repository
public class ReportTable {
  private static final String SELECT =
      "select id, code, area_id, period, state, version, reopened_on from reports.report ";

  private final SqlClient database;

  ReportTable(SqlClient database) {
    this.database = database;
  }

  public Optional<Report> find(UUID id) {
    return database.find(ReportTable::report, SELECT + "where id = ?", id);
  }

  Optional<Report> find(UUID areaId, ReportPeriod period) {
    return database.find(
        ReportTable::report,
        SELECT + "where area_id = ? and period = ?",
        areaId,
        period.toString());
  }

  Optional<Report> findForUpdate(UUID id) {
    return database.find(ReportTable::report, SELECT + "where id = ? for update", id);
  }

  Optional<Report> findForUpdate(UUID areaId, ReportPeriod period) {
    return database.find(
        ReportTable::report,
        SELECT + "where area_id = ? and period = ? for update",
        areaId,
        period.toString());
  }

  /// All of one period, by unit.
  public Map<UUID, Report> ofPeriod(ReportPeriod period) {
    Map<UUID, Report> found = new HashMap<>();
    database
        .list(ReportTable::report, SELECT + "where period = ?", period.toString())
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
    return database.list(
        (row, number) ->
            new Known(
                row.getObject("area_id", UUID.class),
                row.getString("period"),
                row.getObject("id") == null ? null : report(row, number),
                instant(row.getTimestamp("at")),
                row.getBoolean("late"),
                row.getObject("undated", LocalDate.class),
                row.getInt("reminders"),
                row.getObject("last", LocalDate.class)),
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
            .formatted(column),
        Values.of("value", value).and("zone", zone.getId()));
  }

  /// Leaves the one that there is, where somebody else was quicker.
  void insert(Report fresh, Instant now) {
    database.update(
        """
        insert into reports.report (id, code, area_id, period, state, version, created_at)
        values (?, ?, ?, ?, 'OPEN', 0, ?) on conflict (area_id, period) do nothing
        """,
        fresh.id(),
        fresh.code(),
        fresh.areaId(),
        fresh.period().toString(),
        now);
  }

  void set(Report report) {
    database.update(
        "update reports.report set state = ?, version = ?, reopened_on = ? where id = ?",
        report.state(),
        report.version(),
        report.reopenedOn(),
        report.id());
  }

  void insert(UUID id, Version version) {
    database.update(
        """
        insert into reports.report_version
          (report_id, version, figures, sha256, counted_at, submitted_by, due_on)
        values (:id, :version, :figures, :sha256, :countedAt, :submittedBy, :dueOn)
        """,
        Values.of(version).and("id", id));
  }

  void insertNote(UUID id, int version, String indicator, String words) {
    database.update(
        "insert into reports.report_note values (?, ?, ?, ?)", id, version, indicator, words);
  }

  void decided(UUID id, int version, Action action, UUID by, Instant at) {
    String column =
        switch (action) {
          case APPROVED -> "approved";
          case ACCEPTED -> "accepted";
          case LOCKED -> "locked";
          case SUBMITTED, RETURNED, REOPENED ->
              throw new IllegalArgumentException("nobody decides by " + action);
        };
    database.update(
        "update reports.report_version set %s_by = ?, %s_at = ? where report_id = ? and version = ?"
            .formatted(column, column),
        by,
        at,
        id,
        version);
  }

  void insert(UUID id, Step step) {
    database.update(
        """
        insert into reports.report_step (report_id, version, what, reason, by_id, at, sight)
        values (:id, :version, :what, :reason, :by, :at, :sight)
        """,
        Values.of(step).and("id", id));
  }

  /// Oldest first.
  List<Version> versions(UUID id) {
    return database.list(
        Version.class,
        "select * from reports.report_version where report_id = ? order by version",
        id);
  }

  /// The last 200, oldest first.
  List<Step> steps(UUID id) {
    return database.list(
        Step.class,
        """
        select what, version, reason, by_id as by, at, sight from (
          select * from reports.report_step where report_id = ? order by seq desc limit 200) last
        order by seq
        """,
        id);
  }

  /// By indicator.
  Map<String, String> notes(UUID id, int version) {
    return new TreeMap<>(
        database.map(
            String.class,
            String.class,
            "select indicator, words from reports.report_note where report_id = ? and version = ?",
            id,
            version));
  }

  /// A report whose next step is somebody's, and who had a part in it.
  record Waiting(Report report, UUID submittedBy, @Nullable UUID approvedBy, Instant countedAt) {}

  /// What waits for an approval or an acceptance, oldest first.
  ///
  /// @param areas null for everywhere
  /// @param own of which unit approvals are asked for; null for all
  List<Waiting> listWaiting(@Nullable Collection<UUID> areas, @Nullable UUID own, int most) {
    return database.list(
        (row, number) ->
            new Waiting(
                report(row, number),
                row.getObject("submitted_by", UUID.class),
                row.getObject("approved_by", UUID.class),
                row.getTimestamp("counted_at").toInstant()),
        """
        select r.id, r.code, r.area_id, r.period, r.state, r.version, r.reopened_on,
          v.submitted_by, v.approved_by, v.counted_at
        from reports.report r
        join reports.report_version v on v.report_id = r.id and v.version = r.version
        where r.state in ('SUBMITTED', 'APPROVED')
          and (r.state = 'APPROVED' or cast(:own as uuid) is null or r.area_id = :own)
          and (cast(:areas as uuid[]) is null or r.area_id = any (:areas))
        order by v.counted_at, r.id limit :most
        """,
        Values.of("areas", areas).and("own", own).and("most", most));
  }

  /// What was reopened and not handed in again, of all periods.
  List<Report> listReopened() {
    return database.list(ReportTable::report, SELECT + "where state = 'REOPENED'");
  }

  /// The day on which somebody first reported anything.
  Optional<LocalDate> firstDay(ZoneId zone) {
    return database
        .find(Instant.class, "select min(created_at) from reports.report")
        .map(at -> LocalDate.ofInstant(at, zone));
  }

  /// A reminder of a unit.
  ///
  /// @param number which one it is, from 1
  record Reminder(UUID areaId, int number, LocalDate on) {}

  /// Of one period by unit, oldest first.
  Map<UUID, List<Reminder>> reminders(ReportPeriod period) {
    return database.groups(
        UUID.class,
        Reminder.class,
        """
        select area_id, number, on_day as "on" from reports.reminder
        where period = ? order by number
        """,
        period.toString());
  }

  /// @return whether nobody had reminded it of the same before
  boolean remind(Reminder reminder, ReportPeriod period) {
    return database.update(
            "insert into reports.reminder values (?, ?, ?, ?) on conflict do nothing",
            reminder.areaId(),
            period.toString(),
            reminder.number(),
            reminder.on())
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

  private static @Nullable Instant instant(@Nullable Timestamp at) {
    return at == null ? null : at.toInstant();
  }
}
