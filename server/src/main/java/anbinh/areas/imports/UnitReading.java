package anbinh.areas.imports;

import anbinh.areas.Area;
import anbinh.areas.AreaKind;
import anbinh.areas.unit.Unit;
import anbinh.platform.FoldedText;
import anbinh.platform.Ids;
import anbinh.platform.sheet.SheetCells;
import anbinh.platform.sheet.SheetFile;
import anbinh.platform.sheet.SheetVocabulary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads a list of units by all rules; it writes nothing. Not thread-safe.
///
/// A unit may lie in one that there is or in one of the same list, in whatever order they stand. A
/// unit that there is, by its code or by what it lies in and its name however its accents were
/// composed, is left as it is. A new village without a code gets the next one of its commune that
/// no row says: the commune's, a hyphen, three digits.
final class UnitReading {
  private static final int MAX_NAME = 200;
  private static final int MAX_CODE = 64;
  private static final int MAX_IN_COMMUNE = 999;
  private static final Pattern PROVINCE_CODE = Pattern.compile("[0-9]{2}");
  private static final Pattern COMMUNE_CODE = Pattern.compile("[0-9]{5}");

  private final SheetVocabulary<UnitColumn> words;
  private final Ids ids;
  private final Consumer<@Nullable UUID> right;
  private final Map<String, Area> byCode = new HashMap<>();
  private final Map<UUID, Map<String, Area>> byName = new HashMap<>();
  private final Map<UUID, Integer> lastNumbers = new HashMap<>();
  private final Map<UUID, Integer> rowOf = new HashMap<>();

  /// @param right refuses what lies in a unit that is not the person's; null where it lies in none
  /// @param present all units that there are
  UnitReading(
      SheetVocabulary<UnitColumn> words,
      Ids ids,
      Consumer<@Nullable UUID> right,
      List<Area> present) {
    this.words = words;
    this.ids = ids;
    this.right = right;
    Map<UUID, Area> byId = new HashMap<>();
    present.forEach(area -> byId.put(area.id(), area));
    for (Area area : present) {
      byCode.put(area.code(), area);
      Area above = area.parentId() == null ? null : byId.get(area.parentId());
      if (above != null) {
        know(above, area);
      }
    }
  }

  /// A new unit, and what it lies in.
  record Listed(Area area, @Nullable Area above) {}

  /// A row whose cells were right by themselves.
  private record Read(
      SheetCells<UnitColumn> cells,
      @Nullable String above,
      @Nullable String code,
      String name,
      AreaKind kind) {}

  /// The new ones, those above first.
  ///
  /// @throws anbinh.platform.Problem when it is no list of units
  List<Listed> read(SheetFile file, AreaImportSummary summary) {
    List<Read> found = new ArrayList<>();
    summary.read(file, words, cells -> row(cells).ifPresent(found::add));
    found.sort(
        Comparator.<Read>comparingInt(each -> level(each.kind()))
            .thenComparing(each -> each.code() == null));
    List<Listed> fresh = new ArrayList<>();
    for (Read each : found) {
      unit(each, summary)
          .ifPresent(unit -> {
            fresh.add(unit);
            Area above = unit.above();
            summary.fresh(
                unit.area().code(), unit.area().name(), above == null ? "" : above.name());
          });
    }
    return fresh;
  }

  private static Optional<Read> row(SheetCells<UnitColumn> cells) {
    String above = cells.text(UnitColumn.ABOVE, MAX_CODE);
    String code = cells.text(UnitColumn.CODE, MAX_CODE);
    String given = cells.name(UnitColumn.NAME, MAX_NAME);
    UnitColumn.Kind kind = cells.choice(UnitColumn.KIND, UnitColumn.Kind.class);
    if (cells.wrong() || given == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Read(
            cells,
            above,
            code,
            name(Unit.written(given), kind),
            kind == null ? AreaKind.RESIDENTIAL_AREA : kind.kind()));
  }

  private Optional<Listed> unit(Read read, AreaImportSummary summary) {
    Area above = read.above() == null ? null : byCode.get(read.above());
    if (!fits(read, above)) {
      return Optional.empty();
    }
    if (above == null || !rowOf.containsKey(above.id())) {
      right.accept(above == null ? null : above.id());
    }
    Area coded = read.code() == null ? null : byCode.get(read.code());
    Area named =
        above == null ? null : byName.getOrDefault(above.id(), Map.of()).get(key(read.name()));
    if (coded != null && (!lies(coded, above) || (named != null && !named.equals(coded)))) {
      read.cells().reject(UnitColumn.CODE, "area-code-other", coded.name());
      return Optional.empty();
    }
    Area known = coded == null ? named : coded;
    if (known != null) {
      Integer before = rowOf.get(known.id());
      if (before == null) {
        summary.known();
      } else if (named == null) {
        read.cells().reject(UnitColumn.CODE, "area-code-other", known.name());
      } else {
        read.cells().reject(UnitColumn.NAME, "area-repeated", before);
      }
      return Optional.empty();
    }
    String code = read.code() == null ? nextCode(read, above) : read.code();
    if (code == null || !isCode(read, code, above)) {
      return Optional.empty();
    }
    var area =
        new Area(ids.next(), code, read.name(), read.kind(), above == null ? null : above.id());
    byCode.put(code, area);
    rowOf.put(area.id(), read.cells().row());
    if (above != null) {
      know(above, area);
    }
    return Optional.of(new Listed(area, above));
  }

  /// Whether it can lie where the list says.
  private static boolean fits(Read read, @Nullable Area above) {
    if (read.above() == null) {
      if (read.kind() != AreaKind.PROVINCE) {
        read.cells().reject(UnitColumn.ABOVE, "required");
        return false;
      }
      return true;
    }
    if (above == null) {
      read.cells().reject(UnitColumn.ABOVE, "area-unknown", read.above());
      return false;
    }
    if (!read.kind().fitsBelow(above.kind())) {
      read.cells().reject(UnitColumn.ABOVE, "area-fits", above.name());
      return false;
    }
    return true;
  }

  private static boolean lies(Area area, @Nullable Area above) {
    return Objects.equals(area.parentId(), above == null ? null : above.id());
  }

  private @Nullable String nextCode(Read read, @Nullable Area above) {
    if (above == null || level(read.kind()) < 2) {
      read.cells().reject(UnitColumn.CODE, "required");
      return null;
    }
    int number = lastNumbers.merge(above.id(), 1, Integer::sum);
    if (number > MAX_IN_COMMUNE) {
      read.cells().reject(UnitColumn.ABOVE, "area-too-many", MAX_IN_COMMUNE);
      return null;
    }
    return String.format(Locale.ROOT, "%s-%03d", above.code(), number);
  }

  private boolean isCode(Read read, String code, @Nullable Area above) {
    boolean fits =
        switch (read.kind()) {
          case PROVINCE -> PROVINCE_CODE.matcher(code).matches();
          case COMMUNE, WARD -> COMMUNE_CODE.matcher(code).matches();
          case RESIDENTIAL_AREA, AGENCY, ENTERPRISE, SCHOOL ->
              above != null && code.matches(Pattern.quote(above.code()) + "-[0-9]{3}");
        };
    if (!fits) {
      read.cells().reject(UnitColumn.CODE, "area-list-code");
    }
    return fits;
  }

  private void know(Area above, Area area) {
    byName.computeIfAbsent(above.id(), _ -> new HashMap<>()).put(key(area.name()), area);
    lastNumbers.merge(above.id(), number(above, area), Math::max);
  }

  /// Of the tree, from the top.
  private static int level(AreaKind kind) {
    return switch (kind) {
      case PROVINCE -> 0;
      case COMMUNE, WARD -> 1;
      case RESIDENTIAL_AREA -> 2;
      case AGENCY, ENTERPRISE, SCHOOL -> 3;
    };
  }

  /// With the word of its kind before it, unless it has one.
  private static String name(String given, UnitColumn.@Nullable Kind kind) {
    if (kind == null) {
      return given;
    }
    for (UnitColumn.Kind each : UnitColumn.Kind.values()) {
      if (!each.word().isEmpty() && startsWith(given, each.word())) {
        return given;
      }
    }
    return (kind.word() + " " + given).strip();
  }

  /// In a name that was typed without accents the word may be, too: `Ban Công` has no `Bản` in it.
  private static boolean startsWith(String name, String word) {
    String accented = key(name);
    return accented.startsWith(key(word) + " ")
        || (accented.equals(FoldedText.words(name))
            && accented.startsWith(FoldedText.words(word) + " "));
  }

  private static String key(String name) {
    return FoldedText.accentedWords(name);
  }

  /// The three digits behind the code of what it lies in; 0 when it has another code.
  private static int number(Area above, Area area) {
    String start = above.code() + "-";
    String rest = area.code().startsWith(start) ? area.code().substring(start.length()) : "";
    return rest.matches("[0-9]{3}") ? Integer.parseInt(rest) : 0;
  }
}
