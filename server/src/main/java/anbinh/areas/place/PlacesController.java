package anbinh.areas.place;

import anbinh.areas.Area;
import anbinh.areas.Bounds;
import anbinh.areas.boundary.AreaShapes;
import anbinh.areas.boundary.AreaShapes.AreaShape;
import anbinh.areas.unit.AreaSearch;
import anbinh.areas.unit.AreaSearch.FormerName;
import anbinh.areas.unit.Areas;
import anbinh.platform.Page;
import anbinh.platform.SearchTerms;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Where something is by its name; anybody signed in may ask.
@RestController
@RequestMapping("/api/places")
class PlacesController {
  private static final int MAX_FOUND = 20;
  private static final int MAX_AREAS = 8;

  private final PlaceTable table;
  private final AreaSearch units;
  private final AreaShapes shapes;
  private final Areas areas;

  PlacesController(PlaceTable table, AreaSearch units, AreaShapes shapes, Areas areas) {
    this.table = table;
    this.units = units;
    this.shapes = shapes;
    this.areas = areas;
  }

  /// A place on the map.
  ///
  /// @param kind of an area or of a place within one
  /// @param former what it was called before; of an area only where it was found by that name
  /// @param within the name of the unit that it lies in; null at the top
  /// @param bounds of an area; null of what is at a point
  record FoundPlace(
      String kind,
      String name,
      @Nullable String former,
      @Nullable String within,
      double latitude,
      double longitude,
      @Nullable Bounds bounds) {}

  /// Areas whose boundary is known, then streets and landmarks, the best ones first.
  @GetMapping("/search")
  Page<FoundPlace> search(@RequestParam(defaultValue = "") String q) {
    SearchTerms words = SearchTerms.parse(q);
    return words.words().isEmpty()
        ? Page.all(List.of())
        : Page.all(Stream.concat(areas(q), places(q, words)).limit(MAX_FOUND).toList());
  }

  private Stream<FoundPlace> areas(String q) {
    Map<UUID, AreaShape> known = shapes.all();
    List<AreaSearch.Found> found =
        units.search(q, MAX_FOUND).stream()
            .filter(each -> known.containsKey(each.unit().area().id()))
            .limit(MAX_AREAS)
            .toList();
    Map<UUID, String> names =
        areas.names(
            found.stream()
                .map(each -> each.unit().area().parentId())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    return found.stream()
        .map(each -> {
          Area area = each.unit().area();
          AreaShape shape = Objects.requireNonNull(known.get(area.id()));
          return new FoundPlace(
              area.kind().name(),
              area.name(),
              former(each.former()),
              area.parentId() == null ? null : names.get(area.parentId()),
              shape.latitude(),
              shape.longitude(),
              shape.bounds());
        });
  }

  private static @Nullable String former(@Nullable FormerName former) {
    if (former == null) {
      return null;
    }
    return former.district() == null ? former.name() : former.name() + ", " + former.district();
  }

  private Stream<FoundPlace> places(String q, SearchTerms words) {
    return table.search(q, words, MAX_FOUND).stream()
        .map(each ->
            new FoundPlace(
                each.kind().name(),
                each.name(),
                each.former(),
                each.within(),
                each.latitude(),
                each.longitude(),
                null));
  }
}
