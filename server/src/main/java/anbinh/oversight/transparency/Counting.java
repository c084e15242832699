package anbinh.oversight.transparency;

import anbinh.audit.event.AuditLog;
import anbinh.audit.event.LoggedEvent;
import anbinh.platform.Site;
import anbinh.seal.figures.CountOf;
import anbinh.seal.figures.Counts;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Counts a part of the log by day; the same part always gives the same.
@Component
class Counting {
  private static final int PAGE = 1_000;

  private final AuditLog log;
  private final Site site;

  Counting(AuditLog log, Site site) {
    this.log = log;
    this.site = site;
  }

  /// @param to the place of the first entry that does not count
  /// @param first the first day that was not published before; what is older counts on it
  Map<LocalDate, Map<CountOf, Long>> count(long from, long to, LocalDate first) {
    Counts counts = new Counts(first);
    long next = from;
    boolean more = true;
    while (more) {
      List<LoggedEvent> page = log.listBetween(next, to, CountOf.TYPES, PAGE);
      page.forEach(entry ->
          counts.add(
              LocalDate.ofInstant(entry.at(), site.zone()), entry.type(), entry.facts().members()));
      more = !page.isEmpty();
      next = more ? page.getLast().index() + 1 : to;
    }
    return counts.days();
  }
}
