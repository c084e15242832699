package anbinh.reports.round;

import anbinh.areas.Area;
import anbinh.areas.Areas;
import anbinh.audit.AuditLog;
import anbinh.audit.Event;
import anbinh.platform.Site;
import anbinh.reports.ReportEvent;
import anbinh.reports.ReportPeriod;
import anbinh.reports.ReportSettings;
import anbinh.reports.figure.Figures;
import anbinh.reports.round.ReportTable.Reminder;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Reminds communes whose report of the last period is late: on the day after it was due, and so
/// many days later again. Safe for many threads; of the same nobody is reminded twice.
@Component
class ReportReminders {
  private final ReportTable table;
  private final ReportSettings settings;
  private final Figures figures;
  private final Areas areas;
  private final Site site;
  private final AuditLog log;

  ReportReminders(
      ReportTable table,
      ReportSettings settings,
      Figures figures,
      Areas areas,
      Site site,
      AuditLog log) {
    this.table = table;
    this.settings = settings;
    this.figures = figures;
    this.areas = areas;
    this.site = site;
    this.log = log;
  }

  /// @return how many were reminded
  @Transactional
  public int remind() {
    LocalDate today = figures.today();
    int count = 0;
    for (ReportPeriod.Kind kind : settings.periods()) {
      ReportPeriod last = ReportPeriod.of(kind, today).previous();
      if (isAskedFor(last) && today.isAfter(settings.due(last))) {
        count += remind(last, today);
      }
    }
    return count;
  }

  /// Whether a period is one of those that reports are asked of: none before the first report of
  /// the installation, unless the settings name a day.
  boolean isAskedFor(ReportPeriod period) {
    return Optional.ofNullable(settings.since())
        .or(() -> table.firstDay(site.zone()))
        .filter(since -> !period.last().isBefore(since))
        .isPresent();
  }

  private int remind(ReportPeriod period, LocalDate today) {
    Map<UUID, Report> reports = table.ofPeriod(period);
    Map<UUID, Reminder> before = table.reminders(period);
    int count = 0;
    for (Area each : areas.list()) {
      Report report = reports.get(each.id());
      boolean missing = report == null || !report.state().handedIn();
      if (each.kind().isCommune() && missing) {
        Reminder next = next(each.id(), before.get(each.id()), today);
        count += next != null && table.remind(next, period) ? 1 : 0;
      }
    }
    if (count > 0) {
      log.record(
          Event.of(ReportEvent.REMINDED)
              .about("report-period", period.toString(), null)
              .fact("units", count));
    }
    return count;
  }

  private @Nullable Reminder next(UUID area, @Nullable Reminder last, LocalDate today) {
    if (last == null) {
      return new Reminder(area, 1, today);
    }
    return last.number() < settings.reminders()
            && !today.isBefore(last.on().plusDays(settings.remindEvery()))
        ? new Reminder(area, last.number() + 1, today)
        : null;
  }
}
