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
import anbinh.platform.sheet.ReadList;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

  /// What applying the file would do.
  ///
  /// @throws anbinh.platform.Problem when it is no GeoJSON, or speaks of a unit that is not the
  ///   person's
  AreaReport check(byte[] file, Person by) {
    return read(file, by).report();
  }

  /// @param checked the SHA-256 of what was checked; null where nobody checked before
  /// @throws anbinh.platform.Problem as [#check] does, when any feature is wrong, and when it is
  ///   another file than the checked one
  @Transactional
  AreaReport apply(byte[] file, @Nullable String checked, Person by) {
    return read(file, by).requireRight(checked).apply();
  }

  private ReadList<AreaReport> read(byte[] file, Person by) {
    var summary = new AreaImportSummary(messages);
    Map<UUID, Shape> shapes = read(file, summary);
    AreaReport report = summary.report(file);
    return new ReadList<>(report, shapes.isEmpty() ? null : () -> write(shapes, report, by));
  }

  private void write(Map<UUID, Shape> shapes, AreaReport report, Person by) {
    table.put(shapes, clock.instant());
    log.record(
        Event.of(AreaEvent.BOUNDARIES_IMPORTED)
            .by(by.actor())
            .about("area-list", ids.next(), null)
            .fact("boundaries", shapes.size())
            .fact("sha256", report.sha256()));
  }

  private Map<UUID, Shape> read(byte[] file, AreaImportSummary summary) {
    Map<String, Area> byCode = new HashMap<>();
    areas.list().forEach(area -> byCode.put(area.code(), area));
    Map<Area, Shape> shapes = new LinkedHashMap<>();
    GeoJson.read(
        file,
        feature -> {
          summary.row();
          String code = feature.code();
          Area area = code == null ? null : byCode.get(code);
          if (code == null) {
            summary.error(feature.number(), "code", "required");
          } else if (area == null) {
            summary.error(feature.number(), "code", "area-unknown", code);
          }
          if (feature.wrong() != null) {
            summary.error(feature.number(), "geometry", feature.wrong());
          }
          if (area != null && feature.shape() != null) {
            access.require(area.id(), Role.ADMINISTRATOR);
            if (shapes.putIfAbsent(area, feature.shape()) != null) {
              summary.error(feature.number(), "code", "area-code-twice", area.code());
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
            summary.changed();
          } else {
            summary.fresh(area.code(), area.name(), "");
          }
        });
    return byId;
  }
}
