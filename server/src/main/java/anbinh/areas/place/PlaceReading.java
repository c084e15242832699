package anbinh.areas.place;

import anbinh.areas.Area;
import anbinh.areas.Bounds;
import anbinh.areas.ListedPlaces;
import anbinh.areas.PlaceKind;
import anbinh.platform.sheet.ImportSummary;
import anbinh.platform.sheet.SheetCells;
import anbinh.platform.sheet.SheetFile;
import anbinh.platform.sheet.SheetVocabulary;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads a list of places by all rules; it writes nothing. Not thread-safe.
final class PlaceReading {
  private static final int MAX_CODE = 64;
  private static final int MAX_NAME = 120;
  private static final int MAX_LATITUDE = 90;
  private static final int MAX_LONGITUDE = 180;
  private static final double MICRODEGREES = 1e6;

  private final SheetVocabulary<PlaceColumn> words;
  private final ListedPlaces areas;
  private final Consumer<UUID> right;
  private final Function<UUID, Optional<Bounds>> boundsOf;

  /// @param right refuses a commune that is not the person's
  /// @param boundsOf where a commune lies, where its boundary is known
  PlaceReading(
      SheetVocabulary<PlaceColumn> words,
      ListedPlaces areas,
      Consumer<UUID> right,
      Function<UUID, Optional<Bounds>> boundsOf) {
    this.words = words;
    this.areas = areas;
    this.right = right;
    this.boundsOf = boundsOf;
  }

  /// The places that a list names, in its order.
  ///
  /// @throws anbinh.platform.Problem when it is no list of places, or a commune in it is not the
  ///   person's
  Set<NamedPlace> read(SheetFile file, ImportSummary summary) {
    Map<NamedPlace, Integer> rowOf = new LinkedHashMap<>();
    Set<UUID> allowed = new HashSet<>();
    summary.read(
        file,
        words,
        cells ->
            row(cells, allowed)
                .ifPresent(place -> {
                  Integer before = rowOf.putIfAbsent(place, cells.row());
                  if (before != null) {
                    cells.reject(PlaceColumn.NAME, "place-repeated", before);
                  }
                }));
    return rowOf.keySet();
  }

  private Optional<NamedPlace> row(SheetCells<PlaceColumn> cells, Set<UUID> allowed) {
    Area commune = commune(cells, allowed);
    PlaceKind kind = cells.choice(PlaceColumn.KIND, PlaceKind.class);
    String name = cells.name(PlaceColumn.NAME, MAX_NAME);
    String former = cells.name(PlaceColumn.FORMER, MAX_NAME);
    Double latitude = cells.number(PlaceColumn.LATITUDE, MAX_LATITUDE);
    Double longitude = cells.number(PlaceColumn.LONGITUDE, MAX_LONGITUDE);
    if (commune != null && latitude != null && longitude != null) {
      boundsOf
          .apply(commune.id())
          .filter(bounds -> !bounds.isNear(latitude, longitude))
          .ifPresent(_ -> cells.reject(PlaceColumn.LATITUDE, "place-elsewhere", commune.name()));
    }
    return cells.wrong()
            || commune == null
            || kind == null
            || name == null
            || latitude == null
            || longitude == null
        ? Optional.empty()
        : Optional.of(
            new NamedPlace(
                commune.id(), kind, name, former, rounded(latitude), rounded(longitude)));
  }

  private @Nullable Area commune(SheetCells<PlaceColumn> cells, Set<UUID> allowed) {
    String code = cells.text(PlaceColumn.COMMUNE, MAX_CODE);
    Area commune = code == null ? null : areas.findCommune(code).orElse(null);
    if (commune == null) {
      if (code != null) {
        cells.reject(PlaceColumn.COMMUNE, "area-unknown", code);
      }
    } else if (allowed.add(commune.id())) {
      right.accept(commune.id());
    }
    return commune;
  }

  private static double rounded(double degrees) {
    return Math.rint(degrees * MICRODEGREES) / MICRODEGREES;
  }
}
