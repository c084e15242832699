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
import anbinh.platform.SiteClock;
import anbinh.platform.sheet.ReadList;
import anbinh.platform.sheet.SheetFile;
import anbinh.platform.sheet.SheetImport;
import anbinh.platform.sql.ShortCodes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Takes lists of cameras into the register: all of a list, or nothing. Safe for many threads.
@Component
class CameraLists extends SheetImport<Person, ListColumn, ListReport> {
  private final CameraTable table;
  private final CameraRecords records;
  private final SwitchTable switches;
  private final OwnerTable owners;
  private final Areas areas;
  private final Access access;
  private final CameraNetwork network;
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
      Messages messages,
      ShortCodes codes,
      Ids ids,
      SiteClock clock,
      AuditLog log,
      ApplicationEventPublisher events) {
    super(messages, "camera-list", ListColumn.class);
    this.table = table;
    this.records = records;
    this.switches = switches;
    this.owners = owners;
    this.areas = areas;
    this.access = access;
    this.network = network;
    this.codes = codes;
    this.ids = ids;
    this.clock = clock;
    this.log = log;
    this.events = events;
  }

  @Override
  protected ReadList<ListReport> read(SheetFile file, Person by, boolean applying) {
    var known = new KnownAreas(by);
    ListReading reading = reading(file, by, known);
    ListReport report = reading.read(_ -> {}).report(file, known.byCode);
    return new ReadList<>(report, report.fresh() == 0 ? null : () -> write(reading, report, by));
  }

  private void write(ListReading reading, ListReport report, Person by) {
    List<String> taken = codes.next(Cameras.CODE_PREFIX, report.fresh());
    var batches = new CameraListImport(table, owners, ids, taken.iterator(), clock.now(), by.id());
    var _ = reading.read(batches::add);
    batches.flush();
    log.record(
        Event.of(CameraEvent.IMPORTED)
            .by(by.actor())
            .about("camera-list", ids.next(), taken.getFirst() + "…" + taken.getLast())
            .fact("cameras", report.fresh())
            .fact("firstCode", taken.getFirst())
            .fact("lastCode", taken.getLast())
            .fact("sha256", report.sha256()));
    for (UUID id : batches.toRecord()) {
      switches.insert(id, new RecordingSwitch(clock.now(), RecordingSwitch.State.ON, by.id()));
      events.publishEvent(new CameraChanged(id));
    }
    records.record(batches.added());
  }

  private ListReading reading(SheetFile file, Person person, KnownAreas known) {
    Set<String> references = table.references(access.scope(person, Role.ADMINISTRATOR).areas());
    return new ListReading(file, words, messages, network, known::find, references, clock.today());
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
