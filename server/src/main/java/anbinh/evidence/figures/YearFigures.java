package anbinh.evidence.figures;

import anbinh.areas.Area;
import anbinh.areas.unit.Areas;
import anbinh.cases.CaseFile;
import anbinh.cases.store.CaseFigures;
import anbinh.cases.store.Cases;
import anbinh.cases.type.CaseTypes;
import anbinh.evidence.figures.FiguresView.FigureLine;
import anbinh.identity.AreaScope;
import anbinh.platform.Site;
import java.time.Instant;
import java.time.Year;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Counts the figures of a year by commune and type of case: the types that could be chosen in the
/// year, and those that cases of it have.
@Component
class YearFigures {
  private final CaseFigures cases;
  private final Cases register;
  private final CaseTypes types;
  private final RequestCounts requests;
  private final Areas areas;
  private final Site site;

  YearFigures(
      CaseFigures cases,
      Cases register,
      CaseTypes types,
      RequestCounts requests,
      Areas areas,
      Site site) {
    this.cases = cases;
    this.register = register;
    this.types = types;
    this.requests = requests;
    this.areas = areas;
    this.site = site;
  }

  private record Key(UUID area, String type) {}

  /// @param year by the site's calendar
  /// @param seen the areas whose figures the reader sees
  /// @param own those of them whose single cases the reader may see
  FiguresView count(Year year, AreaScope seen, AreaScope own) {
    Instant from = year.atDay(1).atStartOfDay(site.zone()).toInstant();
    Instant to = year.plusYears(1).atDay(1).atStartOfDay(site.zone()).toInstant();
    Map<UUID, Area> known = new HashMap<>();
    areas.listEver().forEach(area -> known.put(area.id(), area));
    Map<Key, Counts> byKey = new HashMap<>();
    Set<UUID> guarded = new HashSet<>();
    for (CaseFigures.Line line : cases.listLines(year, seen)) {
      add(
          byKey,
          guarded,
          commune(line.areaId(), known),
          line.type(),
          new Counts(
              line.opened(), line.closed(), line.clarified(), line.clarifiedByFootage(), 0, 0),
          own.includes(line.areaId()));
    }
    List<RequestCounts.OfCase> ofCases = requests.count(from, to, seen);
    Map<UUID, CaseFile> files =
        register.find(ofCases.stream().map(RequestCounts.OfCase::caseId).toList());
    for (RequestCounts.OfCase found : ofCases) {
      CaseFile file = files.get(found.caseId());
      if (file != null) {
        add(
            byKey,
            guarded,
            commune(found.areaId(), known),
            file.type(),
            new Counts(0, 0, 0, 0, found.requests(), found.extractions()),
            own.includes(found.areaId()));
      }
    }
    return view(year, from, to, byKey, guarded, names(byKey, known));
  }

  private static void add(
      Map<Key, Counts> byKey,
      Set<UUID> guarded,
      UUID commune,
      String type,
      Counts counts,
      boolean exact) {
    byKey.merge(new Key(commune, type), counts, Counts::plus);
    if (!exact) {
      guarded.add(commune);
    }
  }

  /// The commune that an area lies in; itself where it lies in none.
  private static UUID commune(UUID area, Map<UUID, Area> known) {
    Area at = known.get(area);
    while (at != null && !at.kind().isCommune()) {
      at = at.parentId() == null ? null : known.get(at.parentId());
    }
    return at == null ? area : at.id();
  }

  private static Map<UUID, String> names(Map<Key, Counts> byKey, Map<UUID, Area> known) {
    Map<UUID, String> names = new HashMap<>();
    for (Key key : byKey.keySet()) {
      Area area = known.get(key.area());
      names.put(key.area(), area == null ? "" : area.name());
    }
    return names;
  }

  private FiguresView view(
      Year year,
      Instant from,
      Instant to,
      Map<Key, Counts> byKey,
      Set<UUID> guarded,
      Map<UUID, String> names) {
    Map<UUID, Counts> byArea = new HashMap<>();
    Map<String, Counts> byType = new LinkedHashMap<>();
    types.list().stream()
        .filter(type -> type.validIn(year))
        .forEach(type -> byType.put(type.code(), Counts.NONE));
    Map<String, String> typeNames = types.names();
    Counts total = Counts.NONE;
    List<FigureLine> lines = new ArrayList<>();
    for (Map.Entry<Key, Counts> entry : byKey.entrySet()) {
      UUID area = entry.getKey().area();
      String type = entry.getKey().type();
      byArea.merge(area, entry.getValue(), Counts::plus);
      byType.merge(type, entry.getValue(), Counts::plus);
      total = total.plus(entry.getValue());
      lines.add(
          FigureLine.of(
              area,
              names.getOrDefault(area, ""),
              type,
              typeNames.getOrDefault(type, type),
              entry.getValue(),
              !guarded.contains(area)));
    }
    boolean exact = guarded.isEmpty();
    Comparator<FigureLine> byName =
        Comparator.comparing((FigureLine line) -> String.valueOf(line.areaName()))
            .thenComparing(line -> String.valueOf(line.areaId()))
            .thenComparing(line -> String.valueOf(line.type()));
    return new FiguresView(
        year.getValue(),
        from,
        to,
        exact,
        FigureLine.of(null, null, null, null, total, exact),
        byArea.entrySet().stream()
            .map(entry ->
                FigureLine.of(
                    entry.getKey(),
                    names.getOrDefault(entry.getKey(), ""),
                    null,
                    null,
                    entry.getValue(),
                    !guarded.contains(entry.getKey())))
            .sorted(byName)
            .toList(),
        byType.entrySet().stream()
            .map(entry ->
                FigureLine.of(
                    null,
                    null,
                    entry.getKey(),
                    typeNames.getOrDefault(entry.getKey(), entry.getKey()),
                    entry.getValue(),
                    exact))
            .toList(),
        lines.stream().sorted(byName).toList());
  }
}
