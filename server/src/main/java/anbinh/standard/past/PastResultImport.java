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
import anbinh.platform.sheet.ImportSummary;
import anbinh.platform.sheet.SheetFile;
import anbinh.standard.StandardEvent;
import anbinh.standard.criteria.Criteria;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Takes lists of results of past years: all of a list, or nothing. Safe for many threads.
@Component
class PastResultImport {
  private final PastResultTable table;
  private final PastResultVocabulary words;
  private final Messages messages;
  private final Criteria criteria;
  private final Areas areas;
  private final Access access;
  private final Ids ids;
  private final InstantSource clock;
  private final AuditLog log;

  PastResultImport(
      PastResultTable table,
      PastResultVocabulary words,
      Messages messages,
      Criteria criteria,
      Areas areas,
      Access access,
      Ids ids,
      InstantSource clock,
      AuditLog log) {
    this.table = table;
    this.words = words;
    this.messages = messages;
    this.criteria = criteria;
    this.areas = areas;
    this.access = access;
    this.ids = ids;
    this.clock = clock;
    this.log = log;
  }

  /// What taking a list would do.
  ///
  /// @throws Problem when it is no list of results, or a commune in it is not the person's
  ImportReport check(SheetFile file) {
    var summary = new ImportSummary<>(words, messages);
    var _ = reading(summary).read(file);
    return summary.report(file);
  }

  /// Takes a list.
  ///
  /// @param checked the SHA-256 of what was checked; null where nobody checked before
  /// @throws Problem as [#check] does, and when any row is wrong
  @Transactional
  public ImportReport take(SheetFile file, @Nullable String checked, Person by) {
    var summary = new ImportSummary<>(words, messages);
    List<PastResult> fresh = reading(summary).read(file);
    ImportReport report = summary.right(file, checked);
    if (fresh.isEmpty()) {
      return report;
    }
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
    return report;
  }

  private PastResultReading reading(ImportSummary<PastResultColumn> summary) {
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
