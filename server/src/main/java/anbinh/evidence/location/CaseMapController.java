package anbinh.evidence.location;

import anbinh.cameras.Camera;
import anbinh.cameras.SeenFrom;
import anbinh.cameras.store.Cameras;
import anbinh.cameras.view.FieldsOfView;
import anbinh.cases.CaseFile;
import anbinh.cases.Incident;
import anbinh.cases.Point;
import anbinh.cases.ReadableRequests;
import anbinh.cases.incident.Incidents;
import anbinh.cases.store.CaseViewLog;
import anbinh.cases.store.Cases;
import anbinh.evidence.location.CaseCameras.Named;
import anbinh.evidence.location.CaseMap.MapCamera;
import anbinh.evidence.location.CaseMap.MapIncident;
import anbinh.evidence.request.RequestLink;
import anbinh.identity.AreaScope;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.session.Access;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// `/api/cases/{id}/map`: for whoever may see the case. It says which cameras look at its places
/// and nothing of whether their footage exists: that is a search of its own, with an entry of its
/// own.
@RestController
@RequestMapping("/api/cases/{id}/map")
class CaseMapController {
  private static final Role[] READERS = {Role.INVESTIGATOR, Role.APPROVER};

  /// The nearest of those that see one of the places.
  private static final int MAX_SEEING = 100;

  private final Cases cases;
  private final Incidents incidents;
  private final CaseCameras named;
  private final ReadableRequests readable;
  private final Cameras cameras;
  private final FieldsOfView views;
  private final Access access;
  private final CaseViewLog looks;

  CaseMapController(
      Cases cases,
      Incidents incidents,
      CaseCameras named,
      ReadableRequests readable,
      Cameras cameras,
      FieldsOfView views,
      Access access,
      CaseViewLog looks) {
    this.looks = looks;
    this.cases = cases;
    this.incidents = incidents;
    this.named = named;
    this.readable = readable;
    this.cameras = cameras;
    this.views = views;
    this.access = access;
  }

  /// Those that were asked for first, then the others that see one of the places, the nearest
  /// first.
  @GetMapping
  CaseMap get(@PathVariable UUID id) {
    access.require(READERS);
    CaseFile found = cases.get(id);
    Person reader = access.require(found.areaId(), READERS);
    looks.record(found, reader);
    Map<UUID, List<Named>> asked = new LinkedHashMap<>();
    for (Named each : named.list(id)) {
      asked.computeIfAbsent(each.cameraId(), _ -> new ArrayList<>()).add(each);
    }
    Set<UUID> readableIds = readable.listReadable(reader, List.of(id));
    List<MapIncident> placed = placed(id);
    List<Point> places = new ArrayList<>();
    if (found.point() != null) {
      places.add(found.point());
    }
    placed.forEach(incident -> places.add(incident.point()));
    Map<UUID, Camera> seeing = seeing(places, access.scope(reader, READERS));
    List<MapCamera> shown = new ArrayList<>();
    asked.forEach((camera, names) ->
        cameras
            .find(camera)
            .ifPresent(each ->
                shown.add(
                    shown(
                        each,
                        links(names, readableIds),
                        names.stream().anyMatch(Named::extracted),
                        seeing.containsKey(camera),
                        found.isProtected()))));
    seeing.forEach((camera, each) -> {
      if (!asked.containsKey(camera)) {
        shown.add(shown(each, List.of(), false, true, false));
      }
    });
    return new CaseMap(found.point(), placed, found.protection(), shown);
  }

  private List<MapIncident> placed(UUID caseId) {
    List<MapIncident> placed = new ArrayList<>();
    for (Incident incident : incidents.list(caseId)) {
      Point point = incident.point();
      if (point != null && !incident.withdrawn()) {
        placed.add(new MapIncident(incident.id(), incident.title(), point));
      }
    }
    return placed;
  }

  private Map<UUID, Camera> seeing(List<Point> places, AreaScope scope) {
    List<SeenFrom> seen = new ArrayList<>();
    places.forEach(point -> seen.addAll(views.of(point.latitude(), point.longitude(), scope)));
    seen.sort(Comparator.comparingDouble(each -> each.sight().distanceMetres()));
    Map<UUID, Camera> seeing = new LinkedHashMap<>();
    for (SeenFrom each : seen) {
      if (seeing.size() < MAX_SEEING) {
        seeing.putIfAbsent(each.camera().id(), each.camera());
      }
    }
    return seeing;
  }

  private static List<RequestLink> links(List<Named> names, Set<UUID> readableIds) {
    return names.stream()
        .map(Named::request)
        .map(each -> new RequestLink(each.id(), each.code(), readableIds.contains(each.id())))
        .toList();
  }

  private static MapCamera shown(
      Camera camera,
      List<RequestLink> requests,
      boolean extracted,
      boolean seesPlace,
      boolean hidden) {
    return new MapCamera(
        camera.id(),
        camera.code(),
        camera.name(),
        camera.kind(),
        hidden ? null : camera.findPlace().map(FieldsOfView::sector).orElse(null),
        seesPlace,
        extracted,
        requests);
  }
}
