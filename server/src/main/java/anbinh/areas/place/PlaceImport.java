package anbinh.areas.place;

import anbinh.areas.AreaEvent;
import anbinh.areas.ListedPlaces;
import anbinh.areas.boundary.AreaShapes;
import anbinh.areas.place.PlaceTable.Part;
import anbinh.areas.unit.Areas;
import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.session.Access;
import anbinh.platform.Ids;
import anbinh.platform.Messages;
import anbinh.platform.sheet.ImportSummary;
import anbinh.platform.sheet.ReadList;
import anbinh.platform.sheet.SheetFile;
import anbinh.platform.sheet.SheetImport;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Takes lists of places: all of a list, or nothing. A list is the whole of each kind of places
/// that it names in a commune, so that what is wrong is corrected by sending it again. Safe for
/// many threads.
@Component
class PlaceImport extends SheetImport<Person, PlaceColumn, PlaceReport> {
  private static final int SAMPLE = 5;

  private final PlaceTable table;
  private final Areas areas;
  private final AreaShapes shapes;
  private final Access access;
  private final Ids ids;
  private final AuditLog log;

  PlaceImport(
      PlaceTable table,
      Areas areas,
      AreaShapes shapes,
      Access access,
      Messages messages,
      Ids ids,
      AuditLog log) {
    super(messages, "place-list", PlaceColumn.class);
    this.table = table;
    this.areas = areas;
    this.shapes = shapes;
    this.access = access;
    this.ids = ids;
    this.log = log;
  }

  @Override
  protected ReadList<PlaceReport> read(SheetFile file, Person by, boolean applying) {
    var summary = new ImportSummary(messages);
    Map<UUID, AreaShapes.AreaShape> known = shapes.all();
    Set<NamedPlace> places =
        new PlaceReading(
                words,
                new ListedPlaces(areas.list()),
                commune -> access.require(commune, Role.ADMINISTRATOR),
                commune ->
                    Optional.ofNullable(known.get(commune)).map(AreaShapes.AreaShape::bounds))
            .read(file, summary);
    Set<NamedPlace> before = before(places);
    List<NamedPlace> fresh = places.stream().filter(each -> !before.contains(each)).toList();
    int kept = places.size() - fresh.size();
    var report =
        new PlaceReport(
            file.sha256(),
            file.encoding(),
            summary.rows(),
            fresh.size(),
            kept,
            before.size() - kept,
            summary.errorCount(),
            summary.errors(),
            fresh.stream().limit(SAMPLE).map(NamedPlace::name).toList());
    boolean changes = report.added() > 0 || report.removed() > 0;
    return new ReadList<>(report, changes ? () -> write(places, report, by) : null);
  }

  private Set<NamedPlace> before(Set<NamedPlace> places) {
    Set<NamedPlace> before = new HashSet<>();
    places.stream()
        .map(each -> new Part(each.areaId(), each.kind()))
        .collect(Collectors.toSet())
        .forEach(part -> before.addAll(table.list(part)));
    return before;
  }

  private void write(Set<NamedPlace> places, PlaceReport report, Person by) {
    table.replace(places);
    log.record(
        Event.of(AreaEvent.PLACES_IMPORTED)
            .by(by.actor())
            .about("area-list", ids.next(), null)
            .fact("added", report.added())
            .fact("removed", report.removed())
            .fact("sha256", report.sha256()));
  }
}
