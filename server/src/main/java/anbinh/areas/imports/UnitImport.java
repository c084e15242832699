package anbinh.areas.imports;

import anbinh.areas.AreaEvent;
import anbinh.areas.unit.Areas;
import anbinh.areas.unit.Unit;
import anbinh.areas.unit.UnitTable;
import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.session.Access;
import anbinh.platform.Ids;
import anbinh.platform.Messages;
import anbinh.platform.SiteClock;
import anbinh.platform.sheet.SheetFile;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Takes lists of units into the tree: all of a list, or nothing. Safe for many threads.
@Component
class UnitImport {
  private final Areas areas;
  private final UnitTable table;
  private final Access access;
  private final UnitVocabulary words;
  private final Messages messages;
  private final Ids ids;
  private final SiteClock clock;
  private final AuditLog log;

  UnitImport(
      Areas areas,
      UnitTable table,
      Access access,
      UnitVocabulary words,
      Messages messages,
      Ids ids,
      SiteClock clock,
      AuditLog log) {
    this.areas = areas;
    this.table = table;
    this.access = access;
    this.words = words;
    this.messages = messages;
    this.ids = ids;
    this.clock = clock;
    this.log = log;
  }

  /// What taking a list would do.
  ///
  /// @throws anbinh.platform.Problem when it is no list of units, or speaks of a unit that is not
  ///   the person's
  AreaReport check(SheetFile file) {
    var tally = new AreaImportSummary(messages);
    reading().read(file, tally);
    return tally.report(file);
  }

  /// Takes a list.
  ///
  /// @throws anbinh.platform.Problem as [#check] does, and when any row is wrong
  @Transactional
  AreaReport take(SheetFile file, Person person) {
    var tally = new AreaImportSummary(messages);
    List<UnitReading.Listed> fresh = reading().read(file, tally);
    AreaReport report = tally.right(file);
    if (fresh.isEmpty()) {
      return report;
    }
    LocalDate today = clock.today();
    table.insert(fresh.stream().map(each -> Unit.since(each.area(), today)).toList());
    log.record(
        Event.of(AreaEvent.IMPORTED)
            .by(person.actor())
            .about(
                "area-list",
                ids.next(),
                fresh.getFirst().area().code() + "…" + fresh.getLast().area().code())
            .fact("added", report.fresh())
            .fact("sha256", report.sha256()));
    return report;
  }

  private UnitReading reading() {
    Set<@Nullable UUID> allowed = new HashSet<>();
    return new UnitReading(
        words,
        messages,
        ids,
        above -> {
          if (allowed.add(above)) {
            access.require(above, Role.ADMINISTRATOR);
          }
        },
        areas.list());
  }
}
