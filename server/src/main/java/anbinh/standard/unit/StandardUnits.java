package anbinh.standard.unit;

import anbinh.areas.Area;
import anbinh.areas.unit.Areas;
import anbinh.identity.AreaScope;
import anbinh.standard.StandardException;
import anbinh.standard.UnitKind;
import anbinh.standard.assessment.Assessment;
import anbinh.standard.assessment.Exemption;
import anbinh.standard.assessment.ExemptionTable;
import anbinh.standard.assessment.StandardTable;
import anbinh.standard.criteria.Criteria;
import anbinh.standard.criteria.StandardVersion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
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
  /// @param present whether there still is such a unit
  /// @param assessment null while it is not registered
  /// @param exemption null where the circular covers it
  /// @param days null where the law says nothing for the year
  /// @param exceptions why it was decided to meet the standard where something stood against that
  record Unit(
      Area area,
      UnitKind kind,
      boolean present,
      int year,
      @Nullable Assessment assessment,
      @Nullable Exemption exemption,
      StandardVersion.@Nullable Days days,
      List<StandardException> exceptions) {
    Unit {
      exceptions = List.copyOf(exceptions);
    }

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

  /// All of a year in the order of their codes: those that are present, and once the period of
  /// their kind is over those that there were on its last day; what was merged or divided before
  /// counts as what it became. And whatever else is registered and present, or was decided for it.
  List<Unit> list(int year) {
    return list(year, new AreaScope.Everywhere());
  }

  /// The same of a reader's areas. Of a village or a commune no more is read than what lies there.
  List<Unit> list(int year, AreaScope scope) {
    Map<UnitKind, StandardVersion.Days> days = new EnumMap<>(UnitKind.class);
    criteria.versions(year).forEach((kind, version) -> days.put(kind, version.days(year)));
    Map<UUID, Area> present = byId(present(scope));
    Map<UUID, Area> listed = listed(year, days, present, scope);
    Map<UUID, Assessment> found = assessments(year, scope);
    Set<UUID> gone = new HashSet<>();
    for (Assessment each : found.values()) {
      Area area = present.get(each.areaId());
      if (area != null) {
        listed.putIfAbsent(area.id(), area);
      } else if (each.decided() && !listed.containsKey(each.areaId())) {
        gone.add(each.areaId());
      }
    }
    areas.listEver(gone).forEach(area -> listed.put(area.id(), area));
    Map<UUID, Exemption> exempt = exemptions.ofYear(year);
    Map<UUID, List<StandardException>> exceptions = assessments.exceptionsOfYear(year);
    List<Unit> units = new ArrayList<>();
    for (Area area : listed.values()) {
      Assessment assessment = found.get(area.id());
      Optional.ofNullable(assessment)
          .map(Assessment::kind)
          .or(() -> UnitKind.of(area.kind()))
          .ifPresent(kind ->
              units.add(
                  new Unit(
                      area,
                      kind,
                      present.containsKey(area.id()),
                      year,
                      assessment,
                      exempt.get(area.id()),
                      days.get(kind),
                      assessment == null
                          ? List.of()
                          : exceptions.getOrDefault(assessment.id(), List.of()))));
    }
    units.sort(
        Comparator.comparing((Unit unit) -> unit.area().code())
            .thenComparing(unit -> unit.area().id().toString()));
    return units;
  }

  private static Map<UUID, Area> byId(List<Area> areas) {
    Map<UUID, Area> all = new HashMap<>();
    areas.forEach(area -> all.put(area.id(), area));
    return all;
  }

  private List<Area> present(AreaScope scope) {
    return switch (scope) {
      case AreaScope.Everywhere _ -> areas.list();
      case AreaScope.Within within -> areas.list(within.areas());
    };
  }

  private Map<UUID, Assessment> assessments(int year, AreaScope scope) {
    return switch (scope) {
      case AreaScope.Everywhere _ -> assessments.ofYear(year);
      case AreaScope.Within within -> assessments.ofYear(year, within.areas());
    };
  }

  /// Those of each kind that there were on the last day of its period, or are there today while it
  /// runs.
  private Map<UUID, Area> listed(
      int year,
      Map<UnitKind, StandardVersion.Days> days,
      Map<UUID, Area> present,
      AreaScope scope) {
    LocalDate today = today();
    Map<LocalDate, Collection<Area>> there = new HashMap<>();
    Map<UUID, Area> listed = new HashMap<>();
    for (UnitKind kind : UnitKind.values()) {
      StandardVersion.Days of = days.get(kind);
      LocalDate last = of == null ? LocalDate.of(year, 12, 31) : of.periodTo();
      Collection<Area> units =
          last.isBefore(today)
              ? there.computeIfAbsent(last, day -> past(day, scope))
              : present.values();
      units.stream()
          .filter(area -> UnitKind.of(area.kind()).filter(kind::equals).isPresent())
          .forEach(area -> listed.put(area.id(), area));
    }
    return listed;
  }

  private List<Area> past(LocalDate day, AreaScope scope) {
    return areas.listOn(day).stream().filter(area -> scope.includes(area.id())).toList();
  }

  /// Those of the communes of a year: what lies in each and is no commune itself.
  Map<UUID, List<Unit>> byCommune(List<Unit> units) {
    Map<UUID, Area> all = byId(areas.listEver());
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
