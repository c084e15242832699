package anbinh.reports.period;

import anbinh.areas.Area;
import anbinh.areas.unit.Areas;
import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.reports.ReportEvent;
import anbinh.reports.ReportPeriod;
import anbinh.reports.ReportSettings;
import anbinh.reports.period.ReportTable.Reminder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Reminds communes whose report of the last period, or one that was reopened, is late: on the day
/// after it was due, and so many days later again. Who submits and who approves there find it among
/// what waits for them ([ReportWaiting]) until it is handed in. Safe for many threads; of the same
/// nobody is reminded twice.
@Component
class ReportReminders {
  private final ReportTable table;
  private final ReportSettings settings;
  private final ReportCalendar calendar;
  private final Areas areas;
  private final AuditLog log;

  ReportReminders(
      ReportTable table,
      ReportSettings settings,
      ReportCalendar calendar,
      Areas areas,
      AuditLog log) {
    this.table = table;
    this.settings = settings;
    this.calendar = calendar;
    this.areas = areas;
    this.log = log;
  }

  /// @return how many were reminded
  @Transactional
  public int remind() {
    LocalDate today = calendar.today();
    List<Area> communes = areas.list().stream().filter(each -> each.kind().isCommune()).toList();
    Map<ReportPeriod, List<Late>> late = new HashMap<>();
    for (ReportPeriod.Kind kind : settings.periods()) {
      ReportPeriod last = ReportPeriod.of(kind, today).previous();
      if (calendar.isAskedFor(last) && today.isAfter(settings.due(last))) {
        late.put(last, missing(last, communes));
      }
    }
    Map<UUID, Area> present = communes.stream().collect(Collectors.toMap(Area::id, each -> each));
    for (Report report : table.listReopened()) {
      Area unit = present.get(report.areaId());
      if (unit != null && today.isAfter(calendar.due(report.period(), report))) {
        late.computeIfAbsent(report.period(), _ -> new ArrayList<>())
            .add(new Late(unit, report.reopenedOn()));
      }
    }
    int count = 0;
    for (Map.Entry<ReportPeriod, List<Late>> each : late.entrySet()) {
      count += remind(each.getKey(), each.getValue(), today);
    }
    return count;
  }

  /// @param since reminders until this day, its reopening, were of what was handed in by then
  private record Late(Area unit, @Nullable LocalDate since) {}

  private List<Late> missing(ReportPeriod period, List<Area> communes) {
    Map<UUID, Report> reports = table.ofPeriod(period);
    List<Late> found = new ArrayList<>();
    for (Area each : communes) {
      Report report = reports.get(each.id());
      if (report == null || !report.state().handedIn()) {
        found.add(new Late(each, null));
      }
    }
    return found;
  }

  private int remind(ReportPeriod period, List<Late> late, LocalDate today) {
    Map<UUID, List<Reminder>> before = table.reminders(period);
    int count = 0;
    for (Late each : late) {
      Reminder next = next(each, before.getOrDefault(each.unit().id(), List.of()), today);
      count += next != null && table.remind(next, period) ? 1 : 0;
    }
    if (count > 0) {
      log.record(
          Event.of(ReportEvent.REMINDED)
              .about("report-period", period.toString(), null)
              .fact("units", count));
    }
    return count;
  }

  private @Nullable Reminder next(Late late, List<Reminder> before, LocalDate today) {
    LocalDate since = late.since();
    List<Reminder> ofThis =
        before.stream().filter(each -> since == null || each.on().isAfter(since)).toList();
    boolean dueAgain =
        ofThis.isEmpty() || !today.isBefore(ofThis.getLast().on().plusDays(settings.remindEvery()));
    return ofThis.size() < settings.reminders() && dueAgain
        ? new Reminder(late.unit().id(), before.size() + 1, today)
        : null;
  }
}
