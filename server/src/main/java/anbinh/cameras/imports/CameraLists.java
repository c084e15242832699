package anbinh.cameras.imports;

import anbinh.areas.Area;
import anbinh.areas.unit.Areas;
import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.cameras.CameraChanged;
import anbinh.cameras.CameraEvent;
import anbinh.cameras.CameraNetwork;
import anbinh.cameras.RecordingSwitch;
import anbinh.cameras.owner.OwnerTable;
import anbinh.cameras.store.CameraRecords;
import anbinh.cameras.store.CameraTable;
import anbinh.cameras.store.Cameras;
import anbinh.cameras.store.SwitchTable;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.session.Access;
import anbinh.platform.Ids;
import anbinh.platform.Messages;
import anbinh.platform.PlatformProblem;
import anbinh.platform.Problem;
import anbinh.platform.ShortCodes;
import anbinh.platform.SiteClock;
import anbinh.platform.sheet.SheetFile;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Takes lists of cameras into the register: all of a list, or nothing. Safe for many threads.
@Component
class CameraLists {
  private final CameraTable table;
  private final CameraRecords records;
  private final SwitchTable switches;
  private final OwnerTable owners;
  private final Areas areas;
  private final Access access;
  private final CameraNetwork network;
  private final CameraListVocabulary words;
  private final Messages messages;
  private final ShortCodes codes;
  private final Ids ids;
  private final SiteClock clock;
  private final AuditLog log;
  private final ApplicationEventPublisher events;

  CameraLists(
      CameraTable table,
      CameraRecords records,
      SwitchTable switches,
      OwnerTable owners,
      Areas areas,
      Access access,
      CameraNetwork network,
      CameraListVocabulary words,
      Messages messages,
      ShortCodes codes,
      Ids ids,
      SiteClock clock,
      AuditLog log,
      ApplicationEventPublisher events) {
    this.table = table;
    this.records = records;
    this.switches = switches;
    this.owners = owners;
    this.areas = areas;
    this.access = access;
    this.network = network;
    this.words = words;
    this.messages = messages;
    this.codes = codes;
    this.ids = ids;
    this.clock = clock;
    this.log = log;
    this.events = events;
  }

  /// What taking a list would do.
  ///
  /// @throws Problem when it is no list of cameras, or speaks of an area that is not the person's
  ListReport check(SheetFile file, Person person) {
    var known = new KnownAreas(person);
    return report(reading(file, person, known).read(_ -> {}), file, known);
  }

  /// Takes a list, all or nothing.
  ///
  /// @throws Problem as [#check] does, and when any row is wrong
  @Transactional
  ListReport take(SheetFile file, Person person) {
    var known = new KnownAreas(person);
    ListReading reading = reading(file, person, known);
    ListReport report = report(reading.read(_ -> {}), file, known);
    if (report.errorCount() > 0) {
      throw Problem.of(PlatformProblem.LIST_WRONG, report.errorCount()).with("list", report);
    }
    file.requireConfirmed();
    if (report.fresh() == 0) {
      return report;
    }
    List<String> taken = codes.next(Cameras.CODE_PREFIX, report.fresh());
    var taking =
        new CameraListImport(table, owners, ids, taken.iterator(), clock.now(), person.id());
    var _ = reading.read(taking::take);
    taking.flush();
    log.record(
        Event.of(CameraEvent.IMPORTED)
            .by(person.actor())
            .about("camera-list", ids.next(), taken.getFirst() + "…" + taken.getLast())
            .fact("cameras", report.fresh())
            .fact("firstCode", taken.getFirst())
            .fact("lastCode", taken.getLast())
            .fact("sha256", report.sha256()));
    for (UUID id : taking.toRecord()) {
      switches.insert(id, new RecordingSwitch(clock.now(), RecordingSwitch.State.ON, person.id()));
      events.publishEvent(new CameraChanged(id));
    }
    records.record(taking.taken());
    return report;
  }

  private ListReading reading(SheetFile file, Person person, KnownAreas known) {
    Set<String> references = table.references(access.scope(person, Role.ADMINISTRATOR).areas());
    return new ListReading(file, words, network, known::find, references, clock.today());
  }

  private ListReport report(CameraImportSummary tally, SheetFile file, KnownAreas known) {
    return tally.report(file, known.byCode, words, messages);
  }

  /// The areas of which a person's list may speak; any other is refused as a whole.
  private final class KnownAreas {
    private final Map<String, Area> byCode = new HashMap<>();
    private final Set<UUID> allowed = new HashSet<>();
    private final Person person;

    KnownAreas(Person person) {
      this.person = person;
      areas.list().forEach(area -> byCode.put(area.code(), area));
    }

    Optional<Area> find(String code) {
      UUID own = person.areaId();
      Optional<Area> area =
          code.isEmpty()
              ? Optional.ofNullable(own).flatMap(areas::find)
              : Optional.ofNullable(byCode.get(code));
      area.ifPresent(found -> {
        if (allowed.add(found.id())) {
          access.require(found.id(), Role.ADMINISTRATOR);
        }
      });
      return area;
    }
  }
}
