package anbinh.standard.past;

import anbinh.areas.Area;
import anbinh.areas.ListedPlaces;
import anbinh.platform.Ids;
import anbinh.platform.sheet.SheetCells;
import anbinh.platform.sheet.SheetFile;
import anbinh.platform.sheet.SheetVocabulary;
import anbinh.platform.sheet.SimpleSummary;
import anbinh.standard.StandardOutcome;
import anbinh.standard.UnitKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Reads a list of results of past years by all rules; it writes nothing. What a list said before
/// is left as it is, and what it says otherwise is a mistake. Not thread-safe.
final class PastResultReading {
  /// Circular 23/2012/TT-BCA is the first of the standard.
  private static final int FIRST_YEAR = 2012;

  private static final int MAX_CODE = 64;
  private static final int MAX_PLACE = 200;
  private static final int MAX_NUMBER = 60;

  private final SheetVocabulary<PastResultColumn> words;
  private final SimpleSummary summary;
  private final Ids ids;
  private final LocalDate today;
  private final ListedPlaces places;
  private final Consumer<UUID> right;
  private final PastResultTable table;

  /// @param right refuses a commune that is not the person's
  PastResultReading(
      SheetVocabulary<PastResultColumn> words,
      SimpleSummary summary,
      Ids ids,
      LocalDate today,
      ListedPlaces places,
      Consumer<UUID> right,
      PastResultTable table) {
    this.words = words;
    this.summary = summary;
    this.ids = ids;
    this.today = today;
    this.places = places;
    this.right = right;
    this.table = table;
  }

  /// A right row.
  private record Read(SheetCells<PastResultColumn> cells, Area unit, PastResult result) {}

  /// The new ones.
  ///
  /// @throws anbinh.platform.Problem when it is no list of results, or a commune in it is not the
  ///   person's
  List<PastResult> read(SheetFile file) {
    List<Read> found = new ArrayList<>();
    Set<UUID> allowed = new HashSet<>();
    summary.read(file, words, cells -> row(cells, allowed).ifPresent(found::add));
    Set<UUID> units = new HashSet<>();
    found.forEach(each -> units.add(each.unit().id()));
    Map<String, PastResult> known = new HashMap<>();
    table.list(units, null).forEach(each -> known.put(key(each), each));
    Set<String> assessed = table.assessed(units);
    Map<String, Integer> rowOf = new HashMap<>();
    List<PastResult> fresh = new ArrayList<>();
    for (Read each : found) {
      String key = key(each.result());
      PastResult there = known.get(key);
      Integer before = rowOf.putIfAbsent(key, each.cells().row());
      if (before != null) {
        each.cells().reject(PastResultColumn.UNIT, "past-result-repeated", before);
      } else if (assessed.contains(key)) {
        each.cells().reject(PastResultColumn.YEAR, "past-result-assessed");
      } else if (there != null) {
        List<PastResultColumn> otherwise = differences(there, each.result());
        otherwise.forEach(column -> each.cells().reject(column, "past-result-otherwise"));
        if (otherwise.isEmpty()) {
          summary.known();
        }
      } else {
        fresh.add(each.result());
        summary.added(each.unit().name() + " " + each.result().year());
      }
    }
    return fresh;
  }

  private Optional<Read> row(SheetCells<PastResultColumn> cells, Set<UUID> allowed) {
    Area unit = unit(cells, allowed);
    Integer year = cells.whole(PastResultColumn.YEAR, FIRST_YEAR, today.getYear() - 1);
    StandardOutcome outcome = cells.choice(PastResultColumn.OUTCOME, StandardOutcome.class);
    String decision = cells.text(PastResultColumn.DECISION, MAX_NUMBER);
    LocalDate on = cells.day(PastResultColumn.DECIDED_ON);
    String certificate = cells.text(PastResultColumn.CERTIFICATE, MAX_NUMBER);
    if (outcome == StandardOutcome.MET) {
      if (!cells.has(PastResultColumn.DECISION)) {
        cells.reject(PastResultColumn.DECISION, "required");
      }
      if (!cells.has(PastResultColumn.DECIDED_ON)) {
        cells.reject(PastResultColumn.DECIDED_ON, "required");
      }
    } else if (outcome != null && certificate != null) {
      cells.reject(PastResultColumn.CERTIFICATE, "past-result-certificate");
    }
    if (on != null && on.isAfter(today)) {
      cells.reject(PastResultColumn.DECIDED_ON, "past-or-present");
    } else if (on != null && year != null && on.getYear() != year && on.getYear() != year + 1) {
      cells.reject(PastResultColumn.DECIDED_ON, "past-result-day", year, year + 1);
    }
    return cells.wrong() || unit == null || year == null || outcome == null
        ? Optional.empty()
        : Optional.of(
            new Read(
                cells,
                unit,
                new PastResult(ids.next(), unit.id(), year, outcome, decision, on, certificate)));
  }

  private @Nullable Area unit(SheetCells<PastResultColumn> cells, Set<UUID> allowed) {
    String code = cells.text(PastResultColumn.COMMUNE, MAX_CODE);
    String place = cells.text(PastResultColumn.UNIT, MAX_PLACE);
    Area commune = code == null ? null : places.findCommune(code).orElse(null);
    if (code != null && commune == null) {
      cells.reject(PastResultColumn.COMMUNE, "past-result-commune");
    }
    if (commune == null) {
      return null;
    }
    if (allowed.add(commune.id())) {
      right.accept(commune.id());
    }
    if (place == null) {
      return commune;
    }
    Area unit =
        places
            .findVillage(commune, place)
            .or(() -> places.find(place).filter(area -> commune.id().equals(area.parentId())))
            .filter(area -> UnitKind.of(area.kind()).isPresent())
            .orElse(null);
    if (unit == null) {
      cells.reject(PastResultColumn.UNIT, "past-result-unit", place, commune.name());
    }
    return unit;
  }

  /// What a row says otherwise than what there is. A list may have no certificates.
  private static List<PastResultColumn> differences(PastResult there, PastResult said) {
    List<PastResultColumn> columns = new ArrayList<>();
    if (said.outcome() != there.outcome()) {
      columns.add(PastResultColumn.OUTCOME);
    }
    if (!Objects.equals(said.decision(), there.decision())) {
      columns.add(PastResultColumn.DECISION);
    }
    if (!Objects.equals(said.decidedOn(), there.decidedOn())) {
      columns.add(PastResultColumn.DECIDED_ON);
    }
    String certificate = said.certificate();
    if (certificate != null && !certificate.equals(there.certificate())) {
      columns.add(PastResultColumn.CERTIFICATE);
    }
    return columns;
  }

  private static String key(PastResult result) {
    return result.areaId() + " " + result.year();
  }
}
