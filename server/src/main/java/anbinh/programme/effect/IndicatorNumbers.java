package anbinh.programme.effect;

import anbinh.areas.Area;
import anbinh.areas.AreaKind;
import anbinh.areas.unit.Areas;
import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.identity.Person;
import anbinh.platform.FieldProblems;
import anbinh.platform.Ids;
import anbinh.platform.Problem;
import anbinh.platform.SiteClock;
import anbinh.programme.Indicator;
import anbinh.programme.ProgrammeEvent;
import anbinh.programme.effect.IndicatorTable.Entered;
import anbinh.programme.kind.ProgrammeText;
import anbinh.programme.lifecycle.ProgrammeAreas;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Has numbers entered that records here do not have, for the areas of a commune and a quarter at
/// once; rights are the caller's to check. Safe for many threads.
@Component
public class IndicatorNumbers {
  private static final int MAX_AREAS = 200;

  private final IndicatorTable table;
  private final ProgrammeAreas places;
  private final Areas areas;
  private final Ids ids;
  private final SiteClock clock;
  private final AuditLog log;

  IndicatorNumbers(
      IndicatorTable table,
      ProgrammeAreas places,
      Areas areas,
      Ids ids,
      SiteClock clock,
      AuditLog log) {
    this.table = table;
    this.places = places;
    this.areas = areas;
    this.ids = ids;
    this.clock = clock;
    this.log = log;
  }

  /// @param value null to withdraw the number that was seen
  /// @param replaces the number that was seen and gives way to this one; null for none yet
  public record IndicatorNumber(
      @NotNull UUID areaId,
      @Nullable @Min(0) @Max(100_000) Integer value,
      @Nullable UUID replaces) {}

  /// @param source the report, such as *Báo cáo quý III/2026*
  /// @param reason why numbers are replaced or withdrawn; needed where any is
  public record NewIndicatorNumbers(
      @NotNull UUID communeId,
      @NotNull Indicator indicator,
      @NotNull @Min(2000) @Max(2199) Integer year,
      @NotNull @Min(1) @Max(4) Integer quarter,
      @NotNull SourceKind sourceKind,
      @NotBlank @Size(max = 200) String source,
      @Nullable @Size(max = 500) String reason,
      @NotEmpty @Size(max = MAX_AREAS) List<@NotNull @Valid IndicatorNumber> values) {}

  /// The commune and its villages, in the order of their codes.
  public List<Area> areasOf(UUID communeId) {
    Set<UUID> below = areas.below(communeId);
    return areas.list().stream()
        .filter(each ->
            each.id().equals(communeId)
                || (each.kind() == AreaKind.RESIDENTIAL_AREA && below.contains(each.id())))
        .toList();
  }

  List<Entered> list(UUID communeId, Indicator indicator, Quarter quarter) {
    return table.list(
        indicator, areasOf(communeId).stream().map(Area::id).toList(), quarter, quarter);
  }

  /// What was ever entered for an area of a commune and a quarter, newest first, at most 200.
  List<Entered> history(UUID communeId, UUID areaId, Indicator indicator, Quarter quarter) {
    return areasOf(communeId).stream().anyMatch(each -> each.id().equals(areaId))
        ? table.history(indicator, areaId, quarter)
        : List.of();
  }

  /// Enters all or none; a quarter of an area has one number at a time.
  @Transactional
  public void enter(NewIndicatorNumbers requested, Person by) {
    UUID commune = requested.communeId();
    if (places.communeOf(commune).filter(commune::equals).isEmpty()) {
      throw Problem.invalid("communeId", "programme-commune");
    }
    table.lockForUpdate(commune);
    var quarter = new Quarter(requested.year(), requested.quarter());
    var problems = new FieldProblems();
    if (requested.indicator().counted()) {
      problems.reject("indicator", "programme-counted");
    }
    if (!quarter.lastDay().isBefore(clock.today())) {
      problems.reject("quarter", "programme-quarter-open");
    }
    String source = ProgrammeText.written("source", requested.source(), problems);
    String reason = ProgrammeText.optional("reason", requested.reason(), problems);
    if (reason == null && requested.values().stream().anyMatch(each -> each.replaces() != null)) {
      problems.reject("reason", "required");
    }
    Set<UUID> known = areasOf(commune).stream().map(Area::id).collect(Collectors.toSet());
    Map<UUID, Entered> there =
        table.list(requested.indicator(), known, quarter, quarter).stream()
            .collect(Collectors.toMap(Entered::areaId, Function.identity()));
    Set<UUID> seen = new HashSet<>();
    for (int i = 0; i < requested.values().size(); i++) {
      String field = "values[" + i + "]";
      problem(requested.values().get(i), known, there, seen)
          .ifPresent(code -> problems.reject(field, code));
    }
    problems.requireNone();
    for (IndicatorNumber each : requested.values()) {
      UUID id = ids.next();
      Entered old = there.get(each.areaId());
      if (old != null) {
        table.replace(old.id(), id);
      }
      table.insert(
          new Entered(
              id,
              each.areaId(),
              requested.indicator(),
              quarter,
              each.value(),
              requested.sourceKind(),
              source,
              each.replaces() == null ? null : reason,
              by.id(),
              clock.now()));
    }
    log.record(
        Event.of(ProgrammeEvent.INDICATORS_ENTERED)
            .by(by.actor())
            .about("area", commune, null)
            .fact("indicator", requested.indicator())
            .fact("year", requested.year())
            .fact("quarter", requested.quarter())
            .fact("areas", requested.values().size()));
  }

  private static Optional<String> problem(
      IndicatorNumber number, Set<UUID> known, Map<UUID, Entered> there, Set<UUID> seen) {
    if (!known.contains(number.areaId())) {
      return Optional.of("programme-area");
    }
    if (!seen.add(number.areaId())) {
      return Optional.of("programme-area-twice");
    }
    Entered old = there.get(number.areaId());
    if (number.value() == null && number.replaces() == null) {
      return Optional.of("programme-nothing-there");
    }
    return Objects.equals(old == null ? null : old.id(), number.replaces())
        ? Optional.empty()
        : Optional.of("programme-quarter-taken");
  }
}
