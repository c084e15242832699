package anbinh.reports.figure;

import anbinh.areas.Area;
import anbinh.areas.AreaKind;
import anbinh.areas.unit.Areas;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.platform.Problem;
import anbinh.platform.indicator.IndicatorDefinition;
import anbinh.platform.indicator.IndicatorDefinition.Kind;
import anbinh.platform.indicator.IndicatorDefinition.Level;
import anbinh.platform.indicator.IndicatorRecord;
import anbinh.platform.indicator.IndicatorTopic;
import anbinh.reports.ReportPeriod;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The figures of a unit and a period as one reader may see them. Rights are the caller's to check.
/// Safe for many threads.
@Component
public class Figures {
  /// Of which guarded records the community officer sees the single ones.
  private static final Set<IndicatorTopic> OWN =
      EnumSet.of(IndicatorTopic.SITUATIONS, IndicatorTopic.MEDIATION);

  private final Catalogue catalogue;
  private final IndicatorCounting counting;
  private final Areas areas;

  Figures(Catalogue catalogue, IndicatorCounting counting, Areas areas) {
    this.catalogue = catalogue;
    this.counting = counting;
    this.areas = areas;
  }

  public LocalDate today() {
    return counting.today();
  }

  /// The day to whose end all numbers of a period are counted.
  public LocalDate asOf(ReportPeriod period) {
    return period.isOver(today()) ? period.last() : today();
  }

  /// The unit whose figures somebody reads who named none: their own, or the province.
  public Optional<UUID> findHome(@Nullable UUID own) {
    if (own != null) {
      return Optional.of(own);
    }
    return new Units(areas).provinces().stream().findFirst().map(Area::id);
  }

  /// A province or a commune; figures are told of no smaller unit by itself.
  public Area unit(UUID id) {
    Area area = areas.get(id);
    return switch (area.kind()) {
      case PROVINCE, COMMUNE, WARD -> area;
      case RESIDENTIAL_AREA, AGENCY, ENTERPRISE, SCHOOL ->
          throw Problem.invalid("area", "report-area");
    };
  }

  /// One that there is today: what an ended one had counts where it went, which the problem names.
  public Area presentUnit(UUID id) {
    Area unit = unit(id);
    if (areas.findPresent(id).isEmpty()) {
      Area successor = areas.get(new Units(areas).communeOf(id));
      throw Problem.invalid("area", "report-area-ended", successor.name());
    }
    return unit;
  }

  /// The same, or a village: of a number that is told of villages the records of one are opened,
  /// too.
  public Area presentPlace(UUID id, IndicatorDefinition of) {
    Area place = areas.get(id);
    return place.kind() == AreaKind.RESIDENTIAL_AREA
            && of.smallest() == Level.VILLAGE
            && isPresent(place)
        ? place
        : presentUnit(id);
  }

  public boolean isPresent(Area unit) {
    return areas.findPresent(unit.id()).isPresent();
  }

  /// Today's communes of a province, or the commune itself, by code.
  public List<Area> communes(UUID within) {
    return new Units(areas).communes(within);
  }

  /// Whether a unit lies in no other one.
  public boolean isTop(UUID id) {
    return areas.get(id).parentId() == null;
  }

  /// One reading: what one unit counts was counted at one moment.
  public static final class Reading {
    private final Area area;
    private final ReportPeriod period;
    private final List<IndicatorDefinition> indicators;
    private final List<Area> lines;
    private final FigureReader own;
    private final @Nullable FigureReader province;
    private final Counted counted;
    private final Catalogue catalogue;
    private final boolean byCommune;
    private final boolean exact;

    private Reading(
        Area area,
        ReportPeriod period,
        List<IndicatorDefinition> indicators,
        List<Area> lines,
        Counted counted,
        FigureReader own,
        @Nullable FigureReader province,
        Catalogue catalogue,
        boolean exact) {
      this.area = area;
      this.period = period;
      this.indicators = indicators;
      this.lines = lines;
      this.counted = counted;
      this.own = own;
      this.province = province;
      this.catalogue = catalogue;
      this.exact = exact;
      this.byCommune = !area.kind().isCommune();
    }

    public Area area() {
      return area;
    }

    public ReportPeriod period() {
      return period;
    }

    public List<IndicatorDefinition> indicators() {
      return indicators;
    }

    /// The communes of a province, or the villages of a commune.
    public List<Area> lines() {
      return lines;
    }

    /// Its communes, or itself if it is one.
    public List<Area> communes() {
      return byCommune ? lines : List.of(area);
    }

    public ShownFigure value(IndicatorDefinition of) {
      return value(of, period);
    }

    /// Of this period, or of another one that was counted.
    public ShownFigure value(IndicatorDefinition of, ReportPeriod at) {
      FigureReader above = province;
      return above != null && hides(of, catalogue, exact)
          ? above.line(of, area.id(), at)
          : own.total(of, at);
    }

    /// By part, where there was any; empty of what is told without its parts.
    public Map<String, ShownFigure> parts(IndicatorDefinition of) {
      Map<String, ShownFigure> parts = new LinkedHashMap<>();
      if (of.byPart() && (province == null || !hides(of, catalogue, exact))) {
        counted.parts(of.code()).forEach(part -> parts.put(part, own.part(of, null, part, period)));
      }
      return parts;
    }

    /// Of a commune or village; nothing of a village where it is told of communes only.
    public ShownFigure line(IndicatorDefinition of, Area line) {
      return line(of, line, period);
    }

    /// Of this period, or of another one that was counted.
    public ShownFigure line(IndicatorDefinition of, Area line, ReportPeriod at) {
      return isToldOf(of) ? own.line(of, line.id(), at) : ShownFigure.NONE;
    }

    private boolean isToldOf(IndicatorDefinition of) {
      return byCommune || of.smallest() == Level.VILLAGE;
    }

    /// One number of a pivot. It is what its own place in the figures says, whatever else is asked
    /// for, and nothing is added up for a choice of units, kinds or periods: so the difference of
    /// two pivots is never a number that is hidden.
    ///
    /// @param line null for the whole unit
    /// @param part null for all kinds
    /// @param at a period that was counted
    public ShownFigure cell(
        IndicatorDefinition of, @Nullable Area line, @Nullable String part, ReportPeriod at) {
      if (part == null) {
        return line == null ? value(of, at) : line(of, line, at);
      }
      if (!of.byPart() || (line != null && !isToldOf(of))) {
        return ShownFigure.NONE;
      }
      boolean alone = line != null || province != null;
      return alone && hides(of, catalogue, exact)
          ? ShownFigure.FEW
          : own.part(of, line == null ? null : line.id(), part, at);
    }
  }

  /// Whether it, or what it is a share of, is hidden where it is small.
  public boolean isGuarded(IndicatorDefinition of) {
    return isGuarded(of, catalogue);
  }

  /// Whether somebody sees the single records of a commune, as far as its officer does.
  public boolean seesSingleOnes(Person person, Area unit) {
    return person.has(Role.COMMUNITY_OFFICER)
        && !person.has(Role.AUDITOR)
        && unit.kind().isCommune()
        && unit.id().equals(person.areaId());
  }

  /// Whether somebody is shown a commune's guarded numbers of it in tens only. Cases and footage
  /// are no records of the commune's officer, so of them they see no more than others.
  public boolean hides(IndicatorDefinition of, boolean exact) {
    return hides(of, catalogue, exact);
  }

  private static boolean hides(IndicatorDefinition of, Catalogue catalogue, boolean exact) {
    return isGuarded(of, catalogue) && !(exact && OWN.contains(of.topic()));
  }

  static boolean isGuarded(IndicatorDefinition of, Catalogue catalogue) {
    String numerator = of.numerator();
    return of.guarded() || (numerator != null && catalogue.get(numerator).guarded());
  }

  /// @param exact whether who reads sees the single records
  public Reading read(Area area, ReportPeriod period, boolean exact) {
    return read(area, period, exact, catalogue.list(period));
  }

  public Reading read(
      Area area, ReportPeriod period, boolean exact, List<IndicatorDefinition> requested) {
    return read(area, period, exact, false, requested, period.compared(), period.year() - 1);
  }

  /// Counted from the year before the first one on, since which kinds of a year are hidden follows
  /// from both ([YearTable]).
  ///
  /// @param periods of which numbers are asked for; `period` is the last one
  public Reading read(
      Area area,
      ReportPeriod period,
      boolean exact,
      List<IndicatorDefinition> requested,
      List<ReportPeriod> periods) {
    int first = periods.stream().mapToInt(ReportPeriod::year).min().orElse(period.year());
    return read(area, period, exact, false, requested, periods, first - 1);
  }

  /// @param frozen whether it is to be kept in a report and shown to nobody as it is
  /// @param periods that are asked for; at the end of each the states are counted
  /// @param first the year from which on events are counted
  private Reading read(
      Area area,
      ReportPeriod period,
      boolean exact,
      boolean frozen,
      List<IndicatorDefinition> requested,
      List<ReportPeriod> periods,
      int first) {
    var units = new Units(areas);
    LocalDate today = today();
    var span =
        new Span(YearMonth.of(first, 1), YearMonth.of(period.year(), 12), days(periods, today));
    if (!area.kind().isCommune()) {
      Counted all = countAll(area.id(), units, span, requested);
      List<Area> communes = units.communes(area.id());
      return new Reading(
          area,
          period,
          requested,
          communes,
          all,
          new FigureReader(all, catalogue, true, exact, today, ids(communes)),
          null,
          catalogue,
          exact);
    }
    List<Area> villages = units.villages(area.id());
    Counted own =
        counting.count(
            requested,
            span.first(),
            span.last(),
            span.days(),
            areas.below(area.id()),
            id -> units.villageOf(area.id(), id));
    var local = new FigureReader(own, catalogue, true, true, today, ids(villages));
    FigureReader above = frozen ? null : above(area, units, span, requested, exact, today);
    return new Reading(area, period, requested, villages, own, local, above, catalogue, exact);
  }

  private record Span(YearMonth first, YearMonth last, Set<LocalDate> days) {}

  /// What is hidden of a commune is shown as it stands in the table of its province, of one that
  /// ended nothing, since what was its own is a part of what its successor shows.
  private FigureReader above(
      Area commune,
      Units units,
      Span span,
      List<IndicatorDefinition> requested,
      boolean exact,
      LocalDate today) {
    UUID top = units.topOf(commune.id());
    List<IndicatorDefinition> hidden =
        requested.stream().filter(each -> hides(each, catalogue, exact)).toList();
    return new FigureReader(
        countAll(top, units, span, hidden),
        catalogue,
        false,
        false,
        today,
        ids(units.communes(top)));
  }

  private static List<UUID> ids(List<Area> areas) {
    return areas.stream().map(Area::id).toList();
  }

  private Counted countAll(UUID top, Units units, Span span, List<IndicatorDefinition> requested) {
    Collection<UUID> within = units.allLieIn(top) ? null : areas.below(top);
    return counting.count(
        requested, span.first(), span.last(), span.days(), within, units::communeOf);
  }

  private static Set<LocalDate> days(List<ReportPeriod> periods, LocalDate today) {
    Set<LocalDate> days = new LinkedHashSet<>();
    for (ReportPeriod each : periods) {
      if (!each.from().isAfter(today)) {
        days.add(each.last().isAfter(today) ? today : each.last());
      }
    }
    return days;
  }

  /// Whether the signed-in person may open the records behind a number of a unit.
  public boolean opens(IndicatorDefinition of, Area area) {
    return switch (of.kind()) {
      case EVENTS, STATE, NOW -> catalogue.source(of).opens(of, area.id());
      case SHARE -> false;
    };
  }

  /// These records, newest first, without those in which the signed-in person has a part; the
  /// caller asked [#opens]. Read on until there are enough: no part of the list is short by one.
  public List<IndicatorRecord> records(
      Area area,
      IndicatorDefinition of,
      @Nullable String part,
      ReportPeriod period,
      IndicatorRecord.@Nullable Cursor after,
      int rows) {
    Collection<UUID> within =
        !area.kind().isCommune() && new Units(areas).allLieIn(area.id())
            ? null
            : areas.below(area.id());
    var shown = new ArrayList<IndicatorRecord>();
    IndicatorRecord.Cursor from = after;
    List<IndicatorRecord> found;
    do {
      found = counting.records(of, part, period, within, from, rows);
      Set<UUID> withheld = catalogue.source(of).withheld(found);
      found.stream()
          .filter(each -> !withheld.contains(each.id()))
          .limit(rows - shown.size())
          .forEach(shown::add);
      if (!found.isEmpty()) {
        from = new IndicatorRecord.Cursor(found.getLast().day(), found.getLast().id());
      }
    } while (shown.size() < rows && found.size() == rows);
    return shown;
  }

  /// A number of a course over time, and the same a year before.
  public record Point(ReportPeriod period, ShownFigure value, ShownFigure yearAgo) {}

  /// One indicator over periods that follow each other, the last one given last.
  public List<Point> trend(
      Area area, IndicatorDefinition indicator, ReportPeriod last, int count, boolean exact) {
    List<ReportPeriod> periods = last.andBefore(count);
    List<ReportPeriod> compared =
        Stream.concat(periods.stream(), periods.stream().map(ReportPeriod::yearAgo))
            .distinct()
            .toList();
    int first = periods.getFirst().year() - 1;
    Reading reading = read(area, last, exact, false, List.of(indicator), compared, first);
    return periods.stream()
        .map(at ->
            new Point(at, reading.value(indicator, at), reading.value(indicator, at.yearAgo())))
        .toList();
  }

  /// What a commune of a province has on average in each of these periods: of the total as it is
  /// told, so that it says no more than that; of a share the province's own.
  public List<ShownFigure> averages(
      Area province, IndicatorDefinition indicator, ReportPeriod last, int count) {
    List<ReportPeriod> periods = last.andBefore(count);
    int first = periods.getFirst().year();
    Reading reading = read(province, last, false, false, List.of(indicator), periods, first);
    int communes = reading.communes().size();
    return periods.stream()
        .map(at -> {
          ShownFigure total = reading.value(indicator, at);
          return indicator.kind() == Kind.SHARE ? total : total.perUnit(communes);
        })
        .toList();
  }

  /// A number as it is frozen in a report: exactly, whoever may see it.
  ///
  /// @param part null for all
  /// @param value null where there is none
  public record FrozenFigure(String indicator, @Nullable String part, @Nullable Double value) {}

  public List<FrozenFigure> freeze(Area area, ReportPeriod period) {
    Reading reading =
        read(area, period, true, true, catalogue.list(period), List.of(period), period.year());
    List<FrozenFigure> frozen = new ArrayList<>();
    for (IndicatorDefinition each : reading.indicators()) {
      if (each.kind() != Kind.NOW) {
        frozen.add(new FrozenFigure(each.code(), null, reading.value(each).value()));
        reading
            .parts(each)
            .forEach(
                (part, value) -> frozen.add(new FrozenFigure(each.code(), part, value.value())));
      }
    }
    return frozen;
  }
}
