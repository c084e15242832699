package anbinh.sightings.web;

import anbinh.cameras.Camera;
import anbinh.cameras.store.Cameras;
import anbinh.identity.AreaScope;
import anbinh.identity.AreaTree;
import anbinh.platform.SearchTerms;
import anbinh.sightings.web.SearchView.Place;
import anbinh.sightings.web.SearchView.PlaceKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Finds the areas and cameras that words name. Safe for many threads.
@Component
class PlaceFinder {
  private static final int MAX_CAMERAS = 500;

  private final AreaTree areas;
  private final Cameras cameras;

  PlaceFinder(AreaTree areas, Cameras cameras) {
    this.areas = areas;
    this.cameras = cameras;
  }

  /// Areas in whose name all words stand; where there is none, cameras that they name. Nothing
  /// outside the scope is found.
  List<Place> find(String words, AreaScope scope) {
    SearchTerms terms = SearchTerms.parse(words);
    if (terms.words().isEmpty()) {
      return List.of();
    }
    Set<UUID> named = new HashSet<>(areas.named(terms.words().getFirst()));
    terms.words().forEach(word -> named.retainAll(areas.named(word)));
    named.removeIf(area -> !scope.includes(area));
    List<Place> places = new ArrayList<>();
    areas.names(named).forEach((id, name) -> places.add(new Place(PlaceKind.AREA, id, name)));
    if (places.isEmpty()) {
      for (Camera each : cameras.listNamed(terms, areas, scope.areas(), MAX_CAMERAS)) {
        places.add(new Place(PlaceKind.CAMERA, each.id(), each.code() + " " + each.name()));
      }
    }
    return places;
  }
}
