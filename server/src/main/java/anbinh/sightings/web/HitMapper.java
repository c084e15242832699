package anbinh.sightings.web;

import anbinh.cameras.Camera;
import anbinh.cameras.store.Cameras;
import anbinh.identity.AreaScope;
import anbinh.identity.AreaTree;
import anbinh.platform.Ids;
import anbinh.sightings.PlateReading;
import anbinh.sightings.Sighting;
import anbinh.sightings.dictionary.Alignment;
import anbinh.sightings.dictionary.PlateCode;
import anbinh.sightings.dictionary.PlatePattern;
import anbinh.sightings.dictionary.ReaderCosts;
import anbinh.sightings.index.Hit;
import anbinh.sightings.index.PassQuery;
import anbinh.sightings.index.Scoring;
import anbinh.sightings.store.SightingTable;
import anbinh.sightings.web.SearchView.HitView;
import anbinh.sightings.web.SearchView.Match;
import anbinh.sightings.web.SearchView.Meaning;
import anbinh.sightings.web.SearchView.Reason;
import anbinh.vision.plate.Plates;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Shows hits as they are seen: with their camera, their picture, and why they were found. Safe for
/// many threads.
@Component
class HitMapper {
  private final SightingTable table;
  private final Cameras cameras;
  private final AreaTree areas;

  HitMapper(SightingTable table, Cameras cameras, AreaTree areas) {
    this.table = table;
    this.cameras = cameras;
    this.areas = areas;
  }

  /// In the order of the hits. A pass that was forgotten meanwhile, or whose camera stood outside
  /// the scope then, is left out.
  List<HitView> views(List<Hit> hits, Search search, ReaderCosts costs, AreaScope scope) {
    List<Long> positions = hits.stream().map(Hit::position).toList();
    Map<Long, Sighting> found =
        table.list(positions).stream()
            .filter(each -> scope.includes(each.areaId()))
            .collect(Collectors.toMap(Sighting::position, Function.identity()));
    Map<Long, String> pictures = table.pictures(found.keySet());
    Map<UUID, Camera> known =
        cameras.list(Ids.of(found.values(), Sighting::cameraId)).stream()
            .collect(Collectors.toMap(Camera::id, Function.identity()));
    Map<UUID, String> names = areas.names(Ids.of(found.values(), Sighting::areaId));
    return hits.stream()
        .filter(hit -> found.containsKey(hit.position()))
        .map(hit -> {
          Sighting sighting = Objects.requireNonNull(found.get(hit.position()));
          return view(
              hit,
              sighting,
              known.get(sighting.cameraId()),
              names.getOrDefault(sighting.areaId(), ""),
              match(hit, sighting, search.pattern(), costs),
              reasons(hit, sighting, search.everything()),
              pictures.get(hit.position()));
        })
        .toList();
  }

  private static HitView view(
      Hit hit,
      Sighting sighting,
      @Nullable Camera camera,
      String areaName,
      @Nullable Match match,
      Set<Reason> reasons,
      @Nullable String picture) {
    Camera.Place place = camera == null ? null : camera.place();
    return new HitView(
        sighting.position(),
        sighting.cameraId(),
        camera == null ? "" : camera.code(),
        camera == null ? "" : camera.name(),
        sighting.areaId(),
        areaName,
        place == null ? null : place.latitude(),
        place == null ? null : place.longitude(),
        sighting.fromAt(),
        sighting.toAt(),
        sighting.bestAt(),
        sighting.objectClass(),
        sighting.colours(),
        sighting.direction(),
        hit.cost(),
        match,
        reasons,
        sighting.readings(),
        sighting.model(),
        sighting.weakness(),
        sighting.classReason(),
        sighting.plateColour(),
        picture);
  }

  private static @Nullable Match match(
      Hit hit, Sighting sighting, @Nullable PlatePattern pattern, ReaderCosts costs) {
    List<PlateReading> readings =
        sighting.readings().stream().filter(each -> PlateCode.fits(each.text())).toList();
    if (pattern == null || hit.reading() < 0 || hit.reading() >= readings.size()) {
      return null;
    }
    String text = readings.get(hit.reading()).text();
    return new Match(
        text,
        Plates.read(text).stream().map(each -> new Meaning(each.kind(), each.text())).toList(),
        Alignment.of(
            pattern,
            PlateCode.of(text),
            costs.of(sighting.model(), sighting.cameraId().toString())));
  }

  private static Set<Reason> reasons(Hit hit, Sighting sighting, PassQuery query) {
    Set<Reason> reasons = EnumSet.noneOf(Reason.class);
    if (hit.reading() > 0) {
      reasons.add(Reason.LATER_READING);
    }
    switch (Scoring.type(query.types(), sighting.objectClass())) {
      case 0 -> {}
      case Scoring.UNKNOWN -> reasons.add(Reason.CLASS_UNKNOWN);
      case Scoring.NEAR_TYPE -> reasons.add(Reason.CLASS_NEAR);
      default -> reasons.add(Reason.CLASS_OTHER);
    }
    switch (Scoring.colour(query.colours(), sighting.colours())) {
      case 0 -> {}
      case Scoring.UNKNOWN -> reasons.add(Reason.COLOUR_UNKNOWN);
      case Scoring.NEAR_COLOUR -> reasons.add(Reason.COLOUR_NEAR);
      default -> reasons.add(Reason.COLOUR_OTHER);
    }
    if (query.direction() != null && query.direction() != sighting.direction()) {
      reasons.add(sighting.direction() == null ? Reason.DIRECTION_UNKNOWN : Reason.DIRECTION_OTHER);
    }
    return reasons;
  }
}
