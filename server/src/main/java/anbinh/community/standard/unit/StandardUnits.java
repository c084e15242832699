package anbinh.community.standard.unit;

import anbinh.areas.Area;
import anbinh.areas.Areas;
import anbinh.community.standard.UnitKind;
import anbinh.community.standard.assessment.Assessment;
import anbinh.community.standard.assessment.Exemption;
import anbinh.community.standard.assessment.ExemptionTable;
import anbinh.community.standard.assessment.StandardTable;
import anbinh.community.standard.criteria.Criteria;
import anbinh.community.standard.criteria.StandardVersion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// All units that there are, with their assessment of a year. Safe for many threads.
@Component
class StandardUnits {
  private final Areas areas;
  private final StandardTable assessments;
  private final ExemptionTable exemptions;
  private final Criteria criteria;

  StandardUnits(
      Areas areas, StandardTable assessments, ExemptionTable exemptions, Criteria criteria) {
    this.areas = areas;
    this.assessments = assessments;
    this.exemptions = exemptions;
    this.criteria = criteria;
  }

  /// A unit in a year.
  ///
  /// @param assessment null while it is not registered
  /// @param exemption null where the circular covers it
  /// @param days null where the law says nothing for the year
  record Unit(
      Area area,
      UnitKind kind,
      int year,
      @Nullable Assessment assessment,
      @Nullable Exemption exemption,
      StandardVersion.@Nullable Days days) {
    boolean registered() {
      return assessment != null;
    }

    boolean assessed() {
      return assessment != null && assessment.assessed();
    }

    boolean decided() {
      return assessment != null && assessment.decided();
    }

    boolean met() {
      return assessment != null && assessment.met();
    }

    /// Whether it is to be registered and assessed, as far as anybody knows.
    boolean counts() {
      return exemption == null;
    }

    /// The last day in time for what comes next; empty where nothing does.
    Optional<LocalDate> dueOn() {
      if (!counts() || decided() || days == null) {
        return Optional.empty();
      }
      return Optional.of(registered() ? days.decideBefore().minusDays(1) : days.registerUntil());
    }
  }

  LocalDate today() {
    return criteria.today();
  }

  /// All of a year in the order of their codes: those that are present, and past ones that were
  /// decided for it.
  List<Unit> list(int year) {
    Map<UUID, Assessment> found = assessments.ofYear(year);
    Map<UUID, Exemption> exempt = exemptions.ofYear(year);
    Map<UnitKind, StandardVersion.Days> days = new EnumMap<>(UnitKind.class);
    for (UnitKind kind : UnitKind.values()) {
      criteria.findVersion(kind, year).ifPresent(version -> days.put(kind, version.days(year)));
    }
    List<Unit> units = new ArrayList<>();
    Set<UUID> present = new HashSet<>();
    for (Area area : areas.list()) {
      present.add(area.id());
      UnitKind.of(area.kind())
          .ifPresent(kind ->
              units.add(
                  new Unit(
                      area,
                      kind,
                      year,
                      found.get(area.id()),
                      exempt.get(area.id()),
                      days.get(kind))));
    }
    found.values().stream()
        .filter(each -> each.decided() && !present.contains(each.areaId()))
        .forEach(each ->
            units.add(
                new Unit(
                    areas.get(each.areaId()),
                    each.kind(),
                    year,
                    each,
                    null,
                    days.get(each.kind()))));
    units.sort(Comparator.comparing(unit -> unit.area().code()));
    return units;
  }

  /// Those of the communes of a year: what lies in each and is no commune itself.
  Map<UUID, List<Unit>> byCommune(List<Unit> units) {
    Map<UUID, Area> all = new HashMap<>();
    areas.listEver().forEach(area -> all.put(area.id(), area));
    Map<UUID, List<Unit>> found = new HashMap<>();
    for (Unit unit : units) {
      if (unit.kind() != UnitKind.COMMUNE) {
        Area above = unit.area();
        while (above != null && !above.kind().isCommune()) {
          UUID parent = above.parentId();
          above = parent == null ? null : all.get(parent);
        }
        if (above != null) {
          found.computeIfAbsent(above.id(), _ -> new ArrayList<>()).add(unit);
        }
      }
    }
    return found;
  }
}
