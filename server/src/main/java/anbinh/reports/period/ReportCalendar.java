package anbinh.reports.period;

import anbinh.platform.Site;
import anbinh.reports.ReportPeriod;
import anbinh.reports.ReportSettings;
import anbinh.reports.figure.Catalogue;
import anbinh.reports.figure.Figures;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Of which periods reports are asked, and by when. Safe for many threads.
@Component
class ReportCalendar {
  private final ReportSettings settings;
  private final ReportTable table;
  private final Catalogue catalogue;
  private final Figures figures;
  private final Site site;

  ReportCalendar(
      ReportSettings settings, ReportTable table, Catalogue catalogue, Figures figures, Site site) {
    this.settings = settings;
    this.table = table;
    this.catalogue = catalogue;
    this.figures = figures;
    this.site = site;
  }

  LocalDate today() {
    return figures.today();
  }

  Site site() {
    return site;
  }

  /// Whether a report of a period may be handed in: something is counted in it, and it does not end
  /// before the first day of the settings.
  boolean isTaken(ReportPeriod period) {
    LocalDate since = settings.since();
    return !catalogue.list(period).isEmpty() && (since == null || !period.last().isBefore(since));
  }

  /// Whether a report of a period is expected of each commune: of the kinds that the settings name,
  /// and none before the first report of the installation, unless they name a day.
  boolean isAskedFor(ReportPeriod period) {
    return asked().test(period);
  }

  /// The same of some periods, for which the first report is looked for once.
  Predicate<ReportPeriod> asked() {
    LocalDate since =
        Optional.ofNullable(settings.since()).or(() -> table.firstDay(site.zone())).orElse(null);
    return period ->
        since != null
            && !period.last().isBefore(since)
            && settings.periods().contains(period.kind())
            && isTaken(period);
  }

  /// The last day on which a report is in time; of one that was reopened, counted from that day.
  LocalDate due(ReportPeriod period, @Nullable Report report) {
    LocalDate reopened = report == null ? null : report.reopenedOn();
    return reopened == null ? settings.due(period) : reopened.plusDays(settings.dueDays());
  }
}
