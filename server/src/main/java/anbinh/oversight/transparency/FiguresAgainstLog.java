package anbinh.oversight.transparency;

import anbinh.audit.event.AuditLog;
import anbinh.platform.CheckReport;
import anbinh.platform.ConsistencyCheck;
import anbinh.platform.Finding;
import anbinh.seal.figures.CountOf;
import anbinh.seal.figures.Counts;
import anbinh.seal.json.Json;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Counts the log again and holds the published figures against it: those that the page is made of,
/// and those that were recorded when they were published.
@Component
class FiguresAgainstLog implements ConsistencyCheck {
  private final PublicationTable table;
  private final Counting counting;
  private final AuditLog log;

  FiguresAgainstLog(PublicationTable table, Counting counting, AuditLog log) {
    this.table = table;
    this.counting = counting;
    this.log = log;
  }

  @Override
  public String subject() {
    return "public figures against log";
  }

  @Override
  public String unit() {
    return "publications";
  }

  @Override
  public long run(CheckReport findings) {
    Map<String, Json.Obj> recorded = new HashMap<>();
    log.forEach(
        PageEvent.PUBLISHED,
        page -> page.forEach(each -> recorded.put(String.valueOf(each.objectId()), each.facts())));
    LocalDate first = LocalDate.MIN;
    long next = 0;
    long looked = 0;
    for (Publication each : table.list()) {
      String name = "figures through " + each.through();
      if (each.fromIndex() != next) {
        findings.accept(new Finding(name, "entries before " + each.fromIndex() + " were left out"));
      }
      Map<LocalDate, Map<CountOf, Long>> again =
          counting.count(each.fromIndex(), each.toIndex(), first);
      if (!again.equals(table.counts(each.through()))) {
        findings.accept(new Finding(name, "the log gives others: " + again));
      }
      Json.Obj said = recorded.remove(each.through().toString());
      if (said == null
          || !said.find("days").map(Counts.json(again, true)::equals).orElse(false)
          || !said.find("closed").map(Counts.json(again, false)::equals).orElse(false)) {
        findings.accept(new Finding(name, "the log does not say that they were published so"));
      }
      first = each.through().plusDays(1);
      next = each.toIndex();
      looked++;
    }
    recorded
        .keySet()
        .forEach(through ->
            findings.accept(
                new Finding(
                    "figures through " + through, "the log says that they were published")));
    return looked;
  }
}
