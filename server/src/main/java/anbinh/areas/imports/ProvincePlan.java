package anbinh.areas.imports;

import anbinh.areas.Area;
import anbinh.areas.AreaKind;
import anbinh.areas.unit.Succession;
import anbinh.areas.unit.Unit;
import anbinh.platform.FoldedText;
import anbinh.platform.Ids;
import anbinh.platform.Inbound;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What taking a province out of an [AddressFile] adds to the units that there are. It decides and
/// writes nothing. Not thread-safe.
///
/// A unit that there is stays what and where it is: it is recognised by its code, else by its name
/// within the province, and at most gets its official code and kind. A former commune became what
/// the row's new *name* says where the row's new code is another unit's: 14 rows of Thanh Hóa have
/// such a code.
final class ProvincePlan {
  /// Since when there are two levels of local government, and these units.
  static final LocalDate SINCE = LocalDate.of(2025, 7, 1);

  private static final Pattern CODE = Pattern.compile("[0-9]{1,10}");
  private static final int MAX_NAME = 200;
  private static final String WARD = "Phường ";

  private final AreaImportSummary summary;
  private final Ids ids;
  private final List<Unit> units = new ArrayList<>();
  private final List<Succession> successions = new ArrayList<>();
  private final List<Numbered> numbered = new ArrayList<>();

  ProvincePlan(AreaImportSummary summary, Ids ids) {
    this.summary = summary;
    this.ids = ids;
  }

  /// What there is.
  ///
  /// @param present all present units
  /// @param past former communes of the province, with their districts
  record Known(List<Area> present, List<Unit> past) {
    Known {
      present = List.copyOf(present);
      past = List.copyOf(past);
    }
  }

  /// A present unit that gets its official code and kind.
  record Numbered(UUID id, String code, AreaKind kind) {}

  private record Former(@Nullable String code, String name, @Nullable String district) {
    String key() {
      return FoldedText.accentedWords(name)
          + "/"
          + (district == null ? "" : FoldedText.accentedWords(district));
    }
  }

  /// Units to add, a parent before what lies in it.
  List<Unit> units() {
    return List.copyOf(units);
  }

  List<Succession> successions() {
    return List.copyOf(successions);
  }

  List<Numbered> numbered() {
    return List.copyOf(numbered);
  }

  void make(AddressFile file, Known known) {
    Map<String, Area> byCode = new HashMap<>();
    known.present().forEach(area -> byCode.put(area.code(), area));
    Area other = byCode.get(file.code());
    if (other != null && other.kind() != AreaKind.PROVINCE) {
      summary.error(1, "province_code", "area-other-kind", other.code(), other.name());
      return;
    }
    Area province = findProvince(file, known.present()).orElse(null);
    if (province == null) {
      province = new Area(ids.next(), file.code(), file.name(), AreaKind.PROVINCE, null);
      add(province, "");
    } else if (!province.code().equals(file.code())) {
      summary.changed();
      numbered.add(new Numbered(province.id(), file.code(), AreaKind.PROVINCE));
    }
    Map<String, Area> byName = new HashMap<>();
    for (Area area : known.present()) {
      if (area.kind().isCommune() && province.id().equals(area.parentId())) {
        byName.put(FoldedText.accentedWords(area.name()), area);
      }
    }
    Map<String, Area> communes = new LinkedHashMap<>();
    Map<String, Area> named = new HashMap<>();
    for (AddressFile.Commune row : file.communes()) {
      summary.row();
      commune(row, province, byCode, byName)
          .ifPresent(area -> {
            if (communes.put(row.code(), area) != null) {
              summary.error(row.row(), "ward_code", "area-code-twice", row.code());
            }
            // Two of one name can only be told apart by their codes.
            if (named.put(FoldedText.accentedWords(row.name()), area) != null) {
              named.remove(FoldedText.accentedWords(row.name()));
            }
          });
    }
    formers(file, province, communes, named, known.past());
  }

  /// The province among the units that there are: by its code, else by its name.
  static Optional<Area> findProvince(AddressFile file, List<Area> present) {
    List<Area> provinces =
        present.stream().filter(area -> area.kind() == AreaKind.PROVINCE).toList();
    String name = FoldedText.accentedWords(file.name());
    return provinces.stream()
        .filter(area -> area.code().equals(file.code()))
        .findFirst()
        .or(() ->
            provinces.stream()
                .filter(area -> {
                  String own = FoldedText.accentedWords(area.name());
                  return own.equals(name) || name.endsWith(" " + own);
                })
                .findFirst());
  }

  private Optional<Area> commune(
      AddressFile.Commune row, Area province, Map<String, Area> byCode, Map<String, Area> byName) {
    if (!CODE.matcher(row.code()).matches()) {
      summary.error(row.row(), "ward_code", "area-code");
      return Optional.empty();
    }
    if (!isName(row.name())) {
      summary.error(row.row(), "name", "area-name");
      return Optional.empty();
    }
    AreaKind kind = kind(row.name());
    Area there = byCode.get(row.code());
    if (there == null) {
      there = byName.get(FoldedText.accentedWords(row.name()));
    }
    if (there == null) {
      var area = new Area(ids.next(), row.code(), row.name(), kind, province.id());
      add(area, province.name());
      return Optional.of(area);
    }
    if (!there.kind().isCommune() || !province.id().equals(there.parentId())) {
      summary.error(row.row(), "ward_code", "area-elsewhere", there.code(), there.name());
      return Optional.empty();
    }
    if (there.code().equals(row.code()) && there.kind() == kind) {
      summary.known();
    } else {
      summary.changed();
      numbered.add(new Numbered(there.id(), row.code(), kind));
    }
    return Optional.of(there);
  }

  private void formers(
      AddressFile file,
      Area province,
      Map<String, Area> communes,
      Map<String, Area> named,
      List<Unit> past) {
    Map<String, Former> formers = new LinkedHashMap<>();
    Map<String, Set<UUID>> became = new HashMap<>();
    for (AddressFile.Mapping row : file.mappings()) {
      summary.row();
      if (!isName(row.oldName())) {
        summary.error(row.row(), "old_ward_name", "area-name");
        continue;
      }
      if (row.district() != null && !isName(row.district())) {
        summary.error(row.row(), "old_district_name", "area-name");
        continue;
      }
      String newName = FoldedText.accentedWords(row.newName());
      Area byCode = communes.get(row.newCode());
      Area area =
          byCode != null && isCalled(byCode, row.newName(), file) ? byCode : named.get(newName);
      if (area == null) {
        summary.error(row.row(), "new_ward_name", "area-unknown-new", row.newName());
        continue;
      }
      if (!area.equals(byCode)) {
        summary.corrected();
      }
      String code = row.oldCode();
      var former =
          new Former(
              code != null && CODE.matcher(code).matches() ? code : null,
              row.oldName(),
              row.district());
      formers.putIfAbsent(former.key(), former);
      became.computeIfAbsent(former.key(), _ -> new LinkedHashSet<>()).add(area.id());
    }
    Set<String> knownFormers = new LinkedHashSet<>();
    past.forEach(
        unit -> knownFormers.add(new Former(null, unit.area().name(), unit.district()).key()));
    formers.forEach((key, former) -> {
      if (!knownFormers.contains(key)) {
        former(former, province, became.getOrDefault(key, Set.of()));
      }
    });
  }

  /// Whether the file calls it so; the unit itself may have another name by now.
  private static boolean isCalled(Area area, String name, AddressFile file) {
    String requested = FoldedText.accentedWords(name);
    return FoldedText.accentedWords(area.name()).equals(requested)
        || file.communes().stream()
            .anyMatch(row ->
                row.code().equals(area.code())
                    && FoldedText.accentedWords(row.name()).equals(requested));
  }

  /// One that went whole into another lies in it; one that was divided lies in the province.
  private void former(Former former, Area province, Set<UUID> became) {
    UUID parent = became.size() == 1 ? became.iterator().next() : province.id();
    var area =
        new Area(
            ids.next(),
            former.code() == null ? "" : former.code(),
            former.name(),
            kind(former.name()),
            parent);
    summary.past();
    units.add(new Unit(area, null, SINCE.minusDays(1), former.district(), null));
    became.forEach(id -> successions.add(new Succession(area.id(), id, SINCE)));
  }

  private void add(Area area, String above) {
    summary.fresh(area.code(), area.name(), above);
    units.add(Unit.since(area, SINCE));
  }

  private static boolean isName(String name) {
    return !name.isEmpty() && name.length() <= MAX_NAME && Inbound.isPlain(name);
  }

  private static AreaKind kind(String name) {
    return name.startsWith(WARD) ? AreaKind.WARD : AreaKind.COMMUNE;
  }
}
