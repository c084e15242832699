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
import anbinh.platform.sheet.ReadList;
import anbinh.platform.sheet.SheetFile;
import anbinh.platform.sheet.SheetImport;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Takes lists of units into the tree: all of a list, or nothing. Safe for many threads.
@Component
class UnitImport extends SheetImport<Person, UnitColumn, AreaReport> {
  private final Areas areas;
  private final UnitTable table;
  private final Access access;
  private final Ids ids;
  private final SiteClock clock;
  private final AuditLog log;

  UnitImport(
      Areas areas,
      UnitTable table,
      Access access,
      Messages messages,
      Ids ids,
      SiteClock clock,
      AuditLog log) {
    super(messages, "unit-list", UnitColumn.class);
    this.areas = areas;
    this.table = table;
    this.access = access;
    this.ids = ids;
    this.clock = clock;
    this.log = log;
  }

  @Override
  protected ReadList<AreaReport> read(SheetFile file, Person by, boolean applying) {
    var summary = new AreaImportSummary(messages);
    List<UnitReading.Listed> fresh = reading().read(file, summary);
    AreaReport report = summary.report(file);
    return new ReadList<>(report, fresh.isEmpty() ? null : () -> write(fresh, report, by));
  }

  private void write(List<UnitReading.Listed> fresh, AreaReport report, Person by) {
    LocalDate today = clock.today();
    table.insert(fresh.stream().map(each -> Unit.since(each.area(), today)).toList());
    log.record(
        Event.of(AreaEvent.IMPORTED)
            .by(by.actor())
            .about(
                "area-list",
                ids.next(),
                fresh.getFirst().area().code() + "…" + fresh.getLast().area().code())
            .fact("added", report.fresh())
            .fact("sha256", report.sha256()));
  }

  private UnitReading reading() {
    Set<@Nullable UUID> allowed = new HashSet<>();
    return new UnitReading(
        words,
        ids,
        above -> {
          if (allowed.add(above)) {
            access.require(above, Role.ADMINISTRATOR);
          }
        },
        areas.list());
  }
}
