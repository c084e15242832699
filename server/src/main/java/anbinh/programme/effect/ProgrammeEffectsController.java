package anbinh.programme.effect;

import anbinh.areas.Area;
import anbinh.identity.Person;
import anbinh.identity.PersonName;
import anbinh.identity.Role;
import anbinh.identity.people.People;
import anbinh.identity.session.Access;
import anbinh.platform.Figure;
import anbinh.platform.Ids;
import anbinh.platform.Page;
import anbinh.programme.Indicator;
import anbinh.programme.effect.EffectReading.Others;
import anbinh.programme.effect.IndicatorNumbers.NewIndicatorNumbers;
import anbinh.programme.effect.IndicatorTable.Entered;
import anbinh.programme.effect.ProgrammeEffectView.EffectGroup;
import anbinh.programme.effect.ProgrammeEffectView.EffectQuarter;
import anbinh.programme.effect.ProgrammeEffectView.EffectRatio;
import anbinh.programme.effect.ProgrammeEffectView.EffectSpan;
import anbinh.programme.effect.ProgrammeEffectView.EffectStandard;
import anbinh.programme.effect.ProgrammeEffectView.EffectVerdict;
import anbinh.programme.effect.ProgrammeEffectView.Phase;
import anbinh.programme.effect.ProgrammeEffects.Read;
import anbinh.programme.lifecycle.Programme;
import anbinh.programme.web.ProgrammeAccess;
import anbinh.programme.web.ProgrammeAccess.OnProgramme;
import anbinh.standard.unit.StandardFigures;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/programmes/{id}/effect`: an indicator before and after; and the numbers that are entered
/// for it.
@RestController
class ProgrammeEffectsController {
  private static final int YEARS = 3;
  private static final double TENTHS = 10;

  private final ProgrammeEffects effects;
  private final IndicatorNumbers numbers;
  private final StandardFigures standards;
  private final ProgrammeAccess may;
  private final Access access;
  private final People people;

  ProgrammeEffectsController(
      ProgrammeEffects effects,
      IndicatorNumbers numbers,
      StandardFigures standards,
      ProgrammeAccess may,
      Access access,
      People people) {
    this.effects = effects;
    this.numbers = numbers;
    this.standards = standards;
    this.may = may;
    this.access = access;
    this.people = people;
  }

  /// A number of an area and a quarter.
  ///
  /// @param number null where none was entered, as is what comes with it
  /// @param value null where it was withdrawn too
  record IndicatorLine(
      UUID areaId,
      String areaName,
      @Nullable UUID number,
      @Nullable Integer value,
      @Nullable SourceKind sourceKind,
      @Nullable String source,
      @Nullable PersonName enteredBy,
      @Nullable Instant enteredAt) {}

  @GetMapping("/api/programmes/{id}/effect")
  ProgrammeEffectView effect(@PathVariable UUID id, @RequestParam Indicator indicator) {
    OnProgramme by = may.requireEffects(id);
    Programme programme = by.programme();
    Read read = effects.read(programme, indicator);
    boolean exact = may.exact(by);
    Window window = read.window();
    EffectReading reading = read.reading();
    Others others = reading.others();
    boolean early = window.after().isEmpty();
    LocalDate launched = Objects.requireNonNull(programme.launchedOn());
    return new ProgrammeEffectView(
        indicator,
        indicator.counted(),
        exact,
        launched,
        early ? null : span(window.before()),
        early ? null : span(window.after()),
        group(
            programme.areaIds().size(), reading.before(), reading.after(), reading.ratio(), exact),
        others == null
            ? null
            : group(others.areas(), others.before(), others.after(), others.ratio(), exact),
        verdict(reading.ratio()),
        exact ? reading.difference() : null,
        reading.caveats().stream().sorted().toList(),
        read.quarters().stream().map(each -> quarter(each, read, exact)).toList(),
        standard(programme));
  }

  private static EffectSpan span(List<Quarter> some) {
    return new EffectSpan(some.getFirst().firstDay(), some.getLast().lastDay(), some.size());
  }

  /// Who is not shown exact numbers is given no ratio: that of rounded ones says what did not
  /// happen, and that of exact ones would tell them.
  private static EffectGroup group(
      int areas, Counted before, Counted after, @Nullable RateRatio ratio, boolean exact) {
    return new EffectGroup(
        areas,
        figure(before.sum(), exact),
        figure(after.sum(), exact),
        before.known(),
        after.known(),
        ratio == null || !exact ? null : new EffectRatio(ratio.value(), ratio.low(), ratio.high()));
  }

  /// None is not told apart from a few: an indicator can be violence in families.
  private static Figure figure(long count, boolean exact) {
    return exact ? Figure.of(count, true) : Figure.hidden(count);
  }

  /// What the exact numbers say, also to who is shown rounded ones.
  private static @Nullable EffectVerdict verdict(@Nullable RateRatio ratio) {
    if (ratio == null) {
      return null;
    }
    return ratio.allowsNoChange()
        ? EffectVerdict.MAY_BE_CHANCE
        : ratio.low() > 1 ? EffectVerdict.MORE : EffectVerdict.FEWER;
  }

  private static EffectQuarter quarter(Quarter quarter, Read read, boolean exact) {
    Long own = read.own().get(quarter);
    Double others = read.others().get(quarter);
    return new EffectQuarter(
        quarter.year(),
        quarter.number(),
        phase(quarter, read.window()),
        own == null ? null : figure(own, exact),
        others == null || !exact ? null : Math.round(others * TENTHS) / TENTHS);
  }

  private static Phase phase(Quarter quarter, Window window) {
    if (window.before().contains(quarter)) {
      return Phase.BEFORE;
    }
    if (window.after().contains(quarter)) {
      return Phase.AFTER;
    }
    int place = quarter.compareTo(window.start());
    return place == 0 ? Phase.START : place < 0 ? Phase.EARLIER : Phase.LATER;
  }

  private List<EffectStandard> standard(Programme programme) {
    LocalDate launched = Objects.requireNonNull(programme.launchedOn());
    return IntStream.rangeClosed(launched.getYear() - 1, launched.getYear() + YEARS - 2)
        .mapToObj(year ->
            standards
                .find(programme.communeId(), year)
                .filter(each -> each.decided() > 0)
                .map(each -> new EffectStandard(year, each.met(), each.units())))
        .flatMap(Optional::stream)
        .toList();
  }

  /// The commune and its villages with what was entered for a quarter.
  @GetMapping("/api/programme-indicators")
  Page<IndicatorLine> list(
      @RequestParam UUID communeId,
      @RequestParam Indicator indicator,
      @RequestParam @Min(2000) @Max(2199) int year,
      @RequestParam @Min(1) @Max(4) int quarter) {
    access.require(communeId, Role.COMMUNITY_OFFICER, Role.AUDITOR);
    Map<UUID, Entered> there =
        numbers.list(communeId, indicator, new Quarter(year, quarter)).stream()
            .collect(Collectors.toMap(Entered::areaId, Function.identity()));
    Map<UUID, String> names = people.displayNames(Ids.of(there.values(), Entered::enteredBy));
    return Page.all(
        numbers.areasOf(communeId).stream()
            .map(each -> line(each, there.get(each.id()), names))
            .toList());
  }

  private static IndicatorLine line(Area area, @Nullable Entered entered, Map<UUID, String> names) {
    return entered == null
        ? new IndicatorLine(area.id(), area.name(), null, null, null, null, null, null)
        : new IndicatorLine(
            area.id(),
            area.name(),
            entered.id(),
            entered.value(),
            entered.sourceKind(),
            entered.source(),
            PersonName.of(entered.enteredBy(), names),
            entered.enteredAt());
  }

  /// A number as it was once entered.
  ///
  /// @param value null where what stood was withdrawn
  /// @param reason why it took the place of another; null of the first one
  record IndicatorVersion(
      UUID number,
      @Nullable Integer value,
      SourceKind sourceKind,
      String source,
      @Nullable String reason,
      PersonName enteredBy,
      Instant enteredAt) {}

  /// What was ever entered for an area and a quarter, newest first, at most 200.
  @GetMapping("/api/programme-indicators/history")
  Page<IndicatorVersion> history(
      @RequestParam UUID communeId,
      @RequestParam UUID areaId,
      @RequestParam Indicator indicator,
      @RequestParam @Min(2000) @Max(2199) int year,
      @RequestParam @Min(1) @Max(4) int quarter) {
    access.require(communeId, Role.COMMUNITY_OFFICER, Role.AUDITOR);
    List<Entered> found = numbers.history(communeId, areaId, indicator, new Quarter(year, quarter));
    Map<UUID, String> names = people.displayNames(Ids.of(found, Entered::enteredBy));
    return Page.all(
        found.stream()
            .map(each ->
                new IndicatorVersion(
                    each.id(),
                    each.value(),
                    each.sourceKind(),
                    each.source(),
                    each.reason(),
                    PersonName.of(each.enteredBy(), names),
                    each.enteredAt()))
            .toList());
  }

  /// Enters numbers for areas of a commune and a quarter that is over, all or none.
  @PostMapping("/api/programme-indicators")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void enter(@Valid @RequestBody NewIndicatorNumbers requested) {
    Person by = access.require(requested.communeId(), Role.COMMUNITY_OFFICER);
    numbers.enter(requested, by);
  }
}
