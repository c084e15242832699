package anbinh.programme.effect;

import anbinh.areas.Area;
import anbinh.areas.AreaKind;
import anbinh.areas.unit.Areas;
import anbinh.identity.AreaScope;
import anbinh.mediation.figures.MediationFigures;
import anbinh.mediation.figures.MediationFigures.Counts;
import anbinh.mediation.figures.MediationFigures.OfVillage;
import anbinh.platform.SiteClock;
import anbinh.programme.Indicator;
import anbinh.programme.effect.EffectReading.Circumstances;
import anbinh.programme.effect.IndicatorTable.Entered;
import anbinh.programme.lifecycle.Programme;
import anbinh.programme.lifecycle.ProgrammeAreas;
import anbinh.programme.lifecycle.ProgrammeProposalTable;
import anbinh.programme.lifecycle.ProgrammeTable;
import anbinh.programme.lifecycle.Programmes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Sets an indicator before a programme began beside after, and beside other areas of its commune
/// that had none of its kind. Safe for many threads.
@Component
class ProgrammeEffects {
  private final Areas areas;
  private final ProgrammeAreas places;
  private final ProgrammeTable programmes;
  private final ProgrammeProposalTable proposals;
  private final IndicatorTable entered;
  private final MediationFigures mediations;
  private final SiteClock clock;

  ProgrammeEffects(
      Areas areas,
      ProgrammeAreas places,
      ProgrammeTable programmes,
      ProgrammeProposalTable proposals,
      IndicatorTable entered,
      MediationFigures mediations,
      SiteClock clock) {
    this.areas = areas;
    this.places = places;
    this.programmes = programmes;
    this.proposals = proposals;
    this.entered = entered;
    this.mediations = mediations;
    this.clock = clock;
  }

  /// What was read, with all that is known by quarter.
  ///
  /// @param quarters from the first of the earlier ones to the last that is over
  /// @param own of the areas of the programme, where all of them are known
  /// @param others the mean of the areas without one, where any is known
  public record Read(
      Window window,
      EffectReading reading,
      List<Quarter> quarters,
      Map<Quarter, Long> own,
      Map<Quarter, Double> others) {
    public Read {
      quarters = List.copyOf(quarters);
      own = Map.copyOf(own);
      others = Map.copyOf(others);
    }
  }

  /// @throws anbinh.platform.Problem when it was not launched
  public Read read(Programme programme, Indicator indicator) {
    LocalDate launched = programme.launchedOn();
    if (launched == null) {
      throw Programmes.wrongState(programme);
    }
    LocalDate today = clock.today();
    LocalDate stopped = proposals.findFirstRest(programme.id()).orElse(programme.endedOn());
    Window window = Window.of(launched, stopped == null ? today.minusDays(1) : stopped);
    Quarter first = window.earlier().getFirst();
    Quarter over = Quarter.of(today).plus(-1);
    int length = Math.clamp(first.until(over) + 1L, 0, 32);
    List<Quarter> quarters = first.row(length);
    Set<UUID> others = others(programme, window);
    Values values = values(programme, indicator, others, quarters, window);
    var reading =
        EffectReading.of(
            window,
            programme.areaIds(),
            others,
            values.known(),
            new Circumstances(
                programmesBegan(programme, window),
                values.sources(),
                values.began() != null
                    && window.before().contains(values.began())
                    && !values.began().equals(first)));
    return new Read(
        window,
        reading,
        quarters,
        own(programme.areaIds(), quarters, values.known()),
        means(others, quarters, values.known()));
  }

  /// Villages of the commune that had no programme of the kind from before to after, whether they
  /// still have; the commune as a whole has none beside it.
  private Set<UUID> others(Programme programme, Window window) {
    if (programme.wholeCommune()) {
      return Set.of();
    }
    Set<UUID> below = below(programme);
    Set<UUID> villages = new HashSet<>();
    for (Area area : areas.list()) {
      if (area.kind() == AreaKind.RESIDENTIAL_AREA && below.contains(area.id())) {
        villages.add(area.id());
      }
    }
    Quarter from = window.before().isEmpty() ? window.start() : window.before().getFirst();
    Quarter to = window.after().isEmpty() ? window.start() : window.after().getLast();
    Set<UUID> within = new HashSet<>(below);
    within.add(programme.communeId());
    for (Programme each : programmes.listRunning(within, from.firstDay(), to.lastDay())) {
      if (each.kindId().equals(programme.kindId())) {
        if (each.wholeCommune() && !each.id().equals(programme.id())) {
          return Set.of();
        }
        villages.removeAll(each.areaIds());
      }
    }
    villages.removeAll(programme.areaIds());
    return villages;
  }

  /// What lies in the communes in which it lies today.
  private Set<UUID> below(Programme programme) {
    Set<UUID> below = new HashSet<>();
    places.communes(programme).forEach(each -> below.addAll(areas.below(each)));
    return below;
  }

  private boolean programmesBegan(Programme programme, Window window) {
    if (window.after().isEmpty()) {
      return false;
    }
    LocalDate from = window.before().getFirst().firstDay();
    LocalDate to = window.after().getLast().lastDay();
    Set<UUID> here = new HashSet<>(programme.areaIds());
    here.add(programme.communeId());
    if (programme.wholeCommune()) {
      here.addAll(below(programme));
    }
    return programmes.listRunning(here, from, to).stream()
        .filter(each -> !each.id().equals(programme.id()))
        .map(Programme::launchedOn)
        .anyMatch(day -> day != null && !day.isBefore(from));
  }

  /// @param sources how many kinds of them there are of what is compared
  /// @param began the first quarter of which there are records; null for numbers that were entered
  private record Values(
      Map<UUID, Map<Quarter, Long>> known, int sources, @Nullable Quarter began) {}

  private Values values(
      Programme programme,
      Indicator indicator,
      Set<UUID> others,
      List<Quarter> quarters,
      Window window) {
    if (quarters.isEmpty()) {
      return new Values(Map.of(), 0, null);
    }
    return indicator.counted()
        ? counted(programme, indicator, others, quarters)
        : entered(programme, indicator, others, quarters, window);
  }

  private Values entered(
      Programme programme,
      Indicator indicator,
      Set<UUID> others,
      List<Quarter> quarters,
      Window window) {
    Set<UUID> all = new HashSet<>(programme.areaIds());
    all.addAll(others);
    Map<UUID, Map<Quarter, Long>> known = new HashMap<>();
    Set<SourceKind> sources = new HashSet<>();
    for (Entered each : entered.list(indicator, all, quarters.getFirst(), quarters.getLast())) {
      Integer value = each.value();
      if (value == null) {
        continue;
      }
      known.computeIfAbsent(each.areaId(), _ -> new HashMap<>()).put(each.quarter(), (long) value);
      if (window.before().contains(each.quarter()) || window.after().contains(each.quarter())) {
        sources.add(each.sourceKind());
      }
    }
    return new Values(known, sources.size(), null);
  }

  /// Counts records from the first quarter on in which the commune has one: before it nobody took
  /// any down, and none is not zero.
  private Values counted(
      Programme programme, Indicator indicator, Set<UUID> others, List<Quarter> quarters) {
    Set<UUID> villages = below(programme);
    AreaScope scope = new AreaScope.Within(villages);
    Map<UUID, Map<Quarter, Long>> known = new HashMap<>();
    Set<UUID> requested = new HashSet<>(programme.areaIds());
    requested.addAll(others);
    @Nullable Quarter began = null;
    for (Quarter quarter : quarters) {
      List<OfVillage> counts = mediations.list(quarter.firstDay(), quarter.lastDay(), scope);
      if (began == null && counts.stream().anyMatch(each -> each.counts().received() > 0)) {
        began = quarter;
      }
      if (began == null) {
        continue;
      }
      for (UUID area : requested) {
        known.computeIfAbsent(area, _ -> new HashMap<>()).put(quarter, 0L);
      }
      for (OfVillage each : counts) {
        UUID area = programme.wholeCommune() ? programme.communeId() : each.villageId();
        if (requested.contains(area)) {
          known
              .computeIfAbsent(area, _ -> new HashMap<>())
              .merge(quarter, number(indicator, each.counts()), Long::sum);
        }
      }
    }
    return new Values(known, 1, began);
  }

  private static long number(Indicator indicator, Counts counts) {
    return indicator == Indicator.DISPUTES_SETTLED ? counts.agreed() : counts.received();
  }

  private static Map<Quarter, Long> own(
      List<UUID> own, List<Quarter> quarters, Map<UUID, Map<Quarter, Long>> known) {
    Map<Quarter, Long> sums = new TreeMap<>();
    for (Quarter quarter : quarters) {
      Counted counted = Counted.of(own, List.of(quarter), known);
      if (counted.missing() == 0) {
        sums.put(quarter, counted.sum());
      }
    }
    return sums;
  }

  private static Map<Quarter, Double> means(
      Set<UUID> others, List<Quarter> quarters, Map<UUID, Map<Quarter, Long>> known) {
    Map<Quarter, Double> means = new TreeMap<>();
    for (Quarter quarter : quarters) {
      Double rate = Counted.of(new ArrayList<>(others), List.of(quarter), known).rate();
      if (rate != null) {
        means.put(quarter, rate);
      }
    }
    return means;
  }
}
