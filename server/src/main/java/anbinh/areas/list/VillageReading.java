package anbinh.areas.list;

import anbinh.areas.Area;
import anbinh.areas.AreaKind;
import anbinh.areas.unit.Unit;
import anbinh.platform.FoldedText;
import anbinh.platform.Messages;
import anbinh.platform.sheet.ErrorLine;
import anbinh.platform.sheet.SheetCells;
import anbinh.platform.sheet.SheetRows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads a list of villages by all rules; it writes nothing. Not thread-safe.
///
/// A village that there is, by its commune and its name however its accents were composed, is left
/// as it is. A new one gets the next code of its commune: the commune's, a hyphen, three digits.
final class VillageReading {
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_CODE = 64;
  private static final int MOST_IN_COMMUNE = 999;

  private final VillageWords words;
  private final Messages messages;
  private final Function<String, Optional<Area>> communes;
  private final Map<UUID, Map<String, Area>> known = new HashMap<>();
  private final Map<UUID, Integer> lastNumbers = new HashMap<>();

  /// @param communes by what the list says; it refuses those that are not the person's
  /// @param present all units that there are
  VillageReading(
      VillageWords words,
      Messages messages,
      Function<String, Optional<Area>> communes,
      List<Area> present) {
    this.words = words;
    this.messages = messages;
    this.communes = communes;
    Map<UUID, Area> byId = new HashMap<>();
    present.forEach(area -> byId.put(area.id(), area));
    for (Area area : present) {
      UUID parentId = area.parentId();
      Area parent = parentId == null ? null : byId.get(parentId);
      if (parentId != null && parent != null) {
        known.computeIfAbsent(parentId, _ -> new HashMap<>()).put(key(area.name()), area);
        lastNumbers.merge(parentId, number(parent, area), Math::max);
      }
    }
  }

  /// A new village.
  record Village(Area commune, String code, String name, AreaKind kind) {}

  /// The new ones.
  ///
  /// @throws anbinh.platform.Problem when it is no list of villages
  List<Village> read(byte[] file, AreaTally tally) {
    List<Village> fresh = new ArrayList<>();
    Map<String, Integer> seen = new HashMap<>();
    var rows = new SheetRows<>(file, words);
    while (rows.hasNext()) {
      SheetRows.Row<VillageColumn> row = rows.next();
      tally.row();
      var cells =
          new SheetCells<>(words, row, error -> tally.error(ErrorLine.of(error, words, messages)));
      read(cells, row.number(), seen, tally)
          .ifPresent(village -> {
            fresh.add(village);
            tally.fresh(village.code(), village.name(), village.commune().name());
          });
    }
    return fresh;
  }

  private Optional<Village> read(
      SheetCells<VillageColumn> cells, int row, Map<String, Integer> seen, AreaTally tally) {
    String code = cells.text(VillageColumn.COMMUNE, LONGEST_CODE);
    String given = cells.text(VillageColumn.NAME, LONGEST_NAME);
    VillageColumn.Kind kind = cells.choice(VillageColumn.KIND, VillageColumn.Kind.class);
    Area commune = code == null ? null : communes.apply(code).orElse(null);
    if (code != null && commune == null) {
      cells.reject(VillageColumn.COMMUNE, "area-unknown-commune");
    }
    if (cells.wrong() || commune == null || given == null) {
      return Optional.empty();
    }
    String name = name(Unit.written(given), kind);
    Integer before = seen.putIfAbsent(commune.id() + " " + key(name), row);
    if (before != null) {
      cells.reject(VillageColumn.NAME, "area-repeated", before);
      return Optional.empty();
    }
    if (known.getOrDefault(commune.id(), Map.of()).containsKey(key(name))) {
      tally.known();
      return Optional.empty();
    }
    int number = lastNumbers.merge(commune.id(), 1, Integer::sum);
    if (number > MOST_IN_COMMUNE) {
      cells.reject(VillageColumn.COMMUNE, "area-too-many", MOST_IN_COMMUNE);
      return Optional.empty();
    }
    return Optional.of(
        new Village(
            commune,
            String.format(Locale.ROOT, "%s-%03d", commune.code(), number),
            name,
            kind == null ? AreaKind.RESIDENTIAL_AREA : kind.kind()));
  }

  /// With the word of its kind before it, unless it has one.
  private static String name(String given, VillageColumn.@Nullable Kind kind) {
    if (kind == null) {
      return given;
    }
    String folded = FoldedText.words(given);
    for (VillageColumn.Kind each : VillageColumn.Kind.values()) {
      if (!each.word().isEmpty() && folded.startsWith(FoldedText.words(each.word()) + " ")) {
        return given;
      }
    }
    return (kind.word() + " " + given).strip();
  }

  private static String key(String name) {
    return FoldedText.accentedWords(name);
  }

  /// The three digits behind the commune's code; 0 when it has another code.
  private static int number(Area commune, Area area) {
    String start = commune.code() + "-";
    String rest = area.code().startsWith(start) ? area.code().substring(start.length()) : "";
    return rest.matches("[0-9]{3}") ? Integer.parseInt(rest) : 0;
  }
}
