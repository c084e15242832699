package anbinh.areas.list;

import anbinh.areas.Area;
import anbinh.areas.AreaEvent;
import anbinh.areas.Areas;
import anbinh.areas.unit.Unit;
import anbinh.areas.unit.UnitTable;
import anbinh.audit.AuditLog;
import anbinh.audit.Event;
import anbinh.identity.Access;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.platform.Ids;
import anbinh.platform.Messages;
import anbinh.platform.Site;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Takes lists of villages into the tree: all of a list, or nothing. Safe for many threads.
@Component
class VillageImport {
  private final Areas areas;
  private final UnitTable table;
  private final Access access;
  private final VillageWords words;
  private final Messages messages;
  private final Ids ids;
  private final InstantSource clock;
  private final Site site;
  private final AuditLog log;

  VillageImport(
      Areas areas,
      UnitTable table,
      Access access,
      VillageWords words,
      Messages messages,
      Ids ids,
      InstantSource clock,
      Site site,
      AuditLog log) {
    this.areas = areas;
    this.table = table;
    this.access = access;
    this.words = words;
    this.messages = messages;
    this.ids = ids;
    this.clock = clock;
    this.site = site;
    this.log = log;
  }

  /// What taking a list would do.
  ///
  /// @throws anbinh.platform.Problem when it is no list of villages, or speaks of a commune that is
  ///   not the person's
  AreaReport check(byte[] file) {
    var tally = new AreaTally(messages);
    reading().read(file, tally);
    return tally.report(file);
  }

  /// Takes a list.
  ///
  /// @throws anbinh.platform.Problem as [#check] does, and when any row is wrong
  @Transactional
  AreaReport take(byte[] file, Person person) {
    var tally = new AreaTally(messages);
    List<VillageReading.Village> fresh = reading().read(file, tally);
    AreaReport report = tally.right(file);
    if (fresh.isEmpty()) {
      return report;
    }
    LocalDate today = LocalDate.ofInstant(clock.instant(), site.zone());
    table.insert(
        fresh.stream()
            .map(village ->
                Unit.since(
                    new Area(
                        ids.next(),
                        village.code(),
                        village.name(),
                        village.kind(),
                        village.commune().id()),
                    today))
            .toList());
    log.record(
        Event.of(AreaEvent.IMPORTED)
            .by(person.actor())
            .about("area-list", ids.next(), fresh.getFirst().code() + "…" + fresh.getLast().code())
            .fact("added", report.fresh())
            .fact("sha256", report.sha256()));
    return report;
  }

  private VillageReading reading() {
    List<Area> present = areas.list();
    Map<String, Area> byCode = new HashMap<>();
    present.stream()
        .filter(area -> area.kind().isCommune())
        .forEach(area -> byCode.put(area.code(), area));
    Set<UUID> allowed = new HashSet<>();
    return new VillageReading(
        words,
        messages,
        code -> {
          Optional<Area> commune = Optional.ofNullable(byCode.get(code));
          commune
              .map(Area::id)
              .filter(allowed::add)
              .ifPresent(id -> access.require(id, Role.ADMINISTRATOR));
          return commune;
        },
        present);
  }
}
