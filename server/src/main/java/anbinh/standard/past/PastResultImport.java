package anbinh.standard.past;

import anbinh.areas.ListedPlaces;
import anbinh.areas.unit.Areas;
import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.session.Access;
import anbinh.platform.Ids;
import anbinh.platform.Messages;
import anbinh.platform.PlatformProblem;
import anbinh.platform.Problem;
import anbinh.platform.sheet.ImportReport;
import anbinh.platform.sheet.ReadList;
import anbinh.platform.sheet.SheetFile;
import anbinh.platform.sheet.SheetImport;
import anbinh.platform.sheet.SimpleSummary;
import anbinh.standard.StandardEvent;
import anbinh.standard.criteria.Criteria;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/// Takes lists of results of past years: all of a list, or nothing. Safe for many threads.
@Component
class PastResultImport extends SheetImport<Person, PastResultColumn, ImportReport> {
  private final PastResultTable table;
  private final Criteria criteria;
  private final Areas areas;
  private final Access access;
  private final Ids ids;
  private final InstantSource clock;
  private final AuditLog log;

  PastResultImport(
      PastResultTable table,
      Messages messages,
      Criteria criteria,
      Areas areas,
      Access access,
      Ids ids,
      InstantSource clock,
      AuditLog log) {
    super(messages, "past-result-list", PastResultColumn.class);
    this.table = table;
    this.criteria = criteria;
    this.areas = areas;
    this.access = access;
    this.ids = ids;
    this.clock = clock;
    this.log = log;
  }

  @Override
  protected ReadList<ImportReport> read(SheetFile file, Person by, boolean applying) {
    var summary = new SimpleSummary(messages);
    List<PastResult> fresh = reading(summary).read(file);
    ImportReport report = summary.report(file);
    return new ReadList<>(report, fresh.isEmpty() ? null : () -> write(fresh, report, by));
  }

  private void write(List<PastResult> fresh, ImportReport report, Person by) {
    UUID event =
        log.record(
            Event.of(StandardEvent.PAST_IMPORTED)
                .by(by.actor())
                .about("past-result-list", ids.next(), null)
                .fact("results", report.added())
                .fact("sha256", report.sha256()));
    try {
      table.insert(fresh, by.id(), clock.instant().truncatedTo(ChronoUnit.MICROS), event);
    } catch (DuplicateKeyException other) {
      throw Problem.of(PlatformProblem.CONFLICT).because(other);
    }
  }

  private PastResultReading reading(SimpleSummary summary) {
    return new PastResultReading(
        words,
        summary,
        ids,
        criteria.today(),
        new ListedPlaces(areas.list()),
        commune -> access.require(commune, Role.COMMUNITY_OFFICER),
        table);
  }
}
