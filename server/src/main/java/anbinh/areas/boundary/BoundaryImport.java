package anbinh.areas.boundary;

import anbinh.areas.Area;
import anbinh.areas.AreaEvent;
import anbinh.areas.imports.AreaImportSummary;
import anbinh.areas.imports.AreaReport;
import anbinh.areas.unit.Areas;
import anbinh.areas.unit.BoundaryTable;
import anbinh.areas.unit.Shape;
import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.session.Access;
import anbinh.platform.Ids;
import anbinh.platform.Messages;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Takes boundaries out of [GeoJson]: all of a file, or nothing. Safe for many threads.
@Component
class BoundaryImport {
  private final Areas areas;
  private final BoundaryTable table;
  private final Access access;
  private final Messages messages;
  private final Ids ids;
  private final InstantSource clock;
  private final AuditLog log;

  BoundaryImport(
      Areas areas,
      BoundaryTable table,
      Access access,
      Messages messages,
      Ids ids,
      InstantSource clock,
      AuditLog log) {
    this.areas = areas;
    this.table = table;
    this.access = access;
    this.messages = messages;
    this.ids = ids;
    this.clock = clock;
    this.log = log;
  }

  /// What taking the boundaries would do.
  ///
  /// @throws anbinh.platform.Problem when it is no GeoJSON, or speaks of a unit that is not the
  ///   person's
  AreaReport check(byte[] file) {
    var tally = new AreaImportSummary(messages);
    read(file, tally);
    return tally.report(file);
  }

  /// Takes them.
  ///
  /// @throws anbinh.platform.Problem as [#check] does, and when any feature is wrong
  @Transactional
  AreaReport take(byte[] file, Person person) {
    var tally = new AreaImportSummary(messages);
    Map<UUID, Shape> shapes = read(file, tally);
    AreaReport report = tally.right(file);
    if (!shapes.isEmpty()) {
      table.put(shapes, clock.instant());
      log.record(
          Event.of(AreaEvent.BOUNDARIES_IMPORTED)
              .by(person.actor())
              .about("area-list", ids.next(), null)
              .fact("boundaries", shapes.size())
              .fact("sha256", report.sha256()));
    }
    return report;
  }

  private Map<UUID, Shape> read(byte[] file, AreaImportSummary tally) {
    Map<String, Area> byCode = new HashMap<>();
    areas.list().forEach(area -> byCode.put(area.code(), area));
    Map<Area, Shape> shapes = new LinkedHashMap<>();
    GeoJson.read(
        file,
        feature -> {
          tally.row();
          String code = feature.code();
          Area area = code == null ? null : byCode.get(code);
          if (code == null) {
            tally.error(feature.number(), "code", "required");
          } else if (area == null) {
            tally.error(feature.number(), "code", "area-unknown", code);
          }
          if (feature.wrong() != null) {
            tally.error(feature.number(), "geometry", feature.wrong());
          }
          if (area != null && feature.shape() != null) {
            access.require(area.id(), Role.ADMINISTRATOR);
            if (shapes.putIfAbsent(area, feature.shape()) != null) {
              tally.error(feature.number(), "code", "area-code-twice", area.code());
            }
          }
        });
    Map<UUID, Shape> byId = new LinkedHashMap<>();
    shapes.forEach((area, shape) -> byId.put(area.id(), shape));
    Set<UUID> known = table.known(byId.keySet());
    shapes
        .keySet()
        .forEach(area -> {
          if (known.contains(area.id())) {
            tally.changed();
          } else {
            tally.fresh(area.code(), area.name(), "");
          }
        });
    return byId;
  }
}
