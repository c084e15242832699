package anbinh.reports.web;

import anbinh.areas.Area;
import anbinh.platform.FieldProblems;
import anbinh.platform.indicator.IndicatorDefinition;
import anbinh.platform.indicator.IndicatorDefinition.Kind;
import anbinh.reports.ReportPeriod;
import anbinh.reports.custom.CustomIndicator;
import anbinh.reports.custom.CustomIndicators;
import anbinh.reports.figure.Catalogue;
import anbinh.reports.figure.Figures;
import anbinh.reports.figure.Figures.Reading;
import anbinh.reports.figure.ShownFigure;
import anbinh.reports.web.PivotView.Axis;
import anbinh.reports.web.PivotView.PivotHead;
import anbinh.reports.web.ReportReaders.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts figures together by two of indicator, unit, period and kind. A cell is a number as it is
/// told by itself ([Figures.Reading#cell]); a pivot adds nothing up. Safe for many threads.
@Component
public class Pivots {
  private static final int MAX_INDICATORS = 12;
  private static final int MAX_PERIODS = 12;

  private final Figures figures;
  private final Catalogue catalogue;
  private final CustomIndicators customs;
  private final FigureResponseMapper views;

  Pivots(
      Figures figures, Catalogue catalogue, CustomIndicators customs, FigureResponseMapper views) {
    this.figures = figures;
    this.catalogue = catalogue;
    this.customs = customs;
    this.views = views;
  }

  /// @param indicators several only where they are rows or columns
  /// @param period the last one
  /// @param periods how many of its kind, where they are rows or columns
  /// @param part of which kind alone; null for all, and where kinds are rows or columns
  public record PivotForm(
      Axis rows,
      Axis columns,
      List<String> indicators,
      String period,
      int periods,
      @Nullable String part) {
    public PivotForm {
      indicators = List.copyOf(indicators);
    }

    boolean has(Axis axis) {
      return rows == axis || columns == axis;
    }
  }

  /// An indicator of the catalogue, or one that the province defined of two of these.
  ///
  /// @param of the one of the catalogue, or the numerator
  /// @param denominator null of one of the catalogue
  private record Chosen(
      String code,
      String name,
      Kind kind,
      IndicatorDefinition of,
      @Nullable String part,
      @Nullable IndicatorDefinition denominator,
      @Nullable String denominatorPart) {
    boolean byPart() {
      return denominator == null && of.byPart();
    }

    Stream<IndicatorDefinition> counted() {
      return Stream.concat(Stream.of(of), Stream.ofNullable(denominator));
    }

    ShownFigure cell(
        Reading reading, @Nullable Area unit, @Nullable String requested, ReportPeriod at) {
      return denominator == null
          ? reading.cell(of, unit, requested, at)
          : ShownFigure.ratio(
              reading.cell(of, unit, part, at),
              reading.cell(denominator, unit, denominatorPart, at));
    }
  }

  /// Where a cell is; null for the whole unit and for all kinds.
  private record Place(
      Chosen indicator, @Nullable Area unit, ReportPeriod period, @Nullable String part) {
    Place with(Head head) {
      return new Place(
          head.indicator() == null ? indicator : head.indicator(),
          head.unit() == null ? unit : head.unit(),
          head.period() == null ? period : head.period(),
          head.part() == null ? part : head.part());
    }
  }

  /// A row or column, and what of the place it says.
  private record Head(
      PivotHead shown,
      @Nullable Chosen indicator,
      @Nullable Area unit,
      @Nullable ReportPeriod period,
      @Nullable String part) {}

  /// One that is rightly asked for; a problem names all that is wrong.
  public PivotView read(Reader reader, PivotForm form, Locale language) {
    ReportPeriod last = views.period(form.period());
    List<Chosen> indicators = indicators(form, language);
    List<ReportPeriod> periods =
        form.has(Axis.PERIOD) ? last.andBefore(form.periods()) : List.of(last);
    List<IndicatorDefinition> counted =
        indicators.stream().flatMap(Chosen::counted).distinct().toList();
    Reading reading = figures.read(reader.area(), last, reader.exact(), counted, periods);
    Chosen first = indicators.getFirst();
    boolean one = !form.has(Axis.INDICATOR);
    List<String> kinds = one && first.byPart() ? catalogue.parts(first.of()) : List.of();
    Catalogue.PartNames names = catalogue.partNames(first.of(), language);
    requirePart(form, first, kinds);
    List<Head> rows = heads(form.rows(), reading, indicators, periods, kinds, names);
    List<Head> columns = heads(form.columns(), reading, indicators, periods, kinds, names);
    var whole = new Place(first, null, last, form.part());
    List<List<ShownFigure>> cells = new ArrayList<>();
    for (Head row : rows) {
      Place ofRow = whole.with(row);
      cells.add(columns.stream().map(column -> cell(reading, ofRow.with(column))).toList());
    }
    return new PivotView(
        last.toString(),
        figures.asOf(last),
        reader.area().id(),
        reader.area().name(),
        form.rows(),
        form.columns(),
        one ? first.name() : null,
        one ? first.kind() : null,
        form.part() == null ? null : names.of(form.part()),
        kinds.stream().map(each -> new PivotHead(each, names.of(each), null)).toList(),
        rows.stream().map(Head::shown).toList(),
        columns.stream().map(Head::shown).toList(),
        cells);
  }

  private static ShownFigure cell(Reading reading, Place at) {
    return at.indicator().cell(reading, at.unit(), at.part(), at.period());
  }

  private List<Chosen> indicators(PivotForm form, Locale language) {
    var problems = new FieldProblems();
    List<CustomIndicator> defined = customs.list();
    List<Chosen> found =
        form.indicators().stream()
            .distinct()
            .flatMap(code ->
                Stream.concat(
                    catalogue.find(code).map(each -> chosen(each, language)).stream(),
                    defined.stream()
                        .filter(each -> each.code().equals(code) && !each.retired())
                        .map(each -> chosen(each, language))))
            .toList();
    if (form.rows() == form.columns()) {
      problems.reject("columns", "report-pivot-axes");
    } else if (form.has(Axis.INDICATOR) && form.has(Axis.KIND)) {
      problems.reject("columns", "report-pivot-kinds");
    }
    if (form.indicators().isEmpty()) {
      problems.reject("indicators", "required");
    } else if (found.size() < form.indicators().stream().distinct().count()) {
      problems.reject("indicators", "report-indicator");
    } else if (found.size() > 1 && !form.has(Axis.INDICATOR)) {
      problems.reject("indicators", "report-pivot-one");
    } else if (found.size() > MAX_INDICATORS) {
      problems.reject("indicators", "list-size", MAX_INDICATORS);
    }
    if (form.periods() < 1 || form.periods() > MAX_PERIODS) {
      problems.reject("periods", "range", 1, MAX_PERIODS);
    }
    if (form.has(Axis.KIND) && found.size() == 1 && !found.getFirst().byPart()) {
      problems.reject("indicators", "report-part");
    }
    problems.requireNone();
    return found;
  }

  private Chosen chosen(IndicatorDefinition of, Locale language) {
    return new Chosen(of.code(), catalogue.name(of, language), of.kind(), of, null, null, null);
  }

  private Chosen chosen(CustomIndicator of, Locale language) {
    return new Chosen(
        of.code(),
        of.name(language),
        Kind.SHARE,
        catalogue.get(of.numerator()),
        of.numeratorPart(),
        catalogue.get(of.denominator()),
        of.denominatorPart());
  }

  private static void requirePart(PivotForm form, Chosen of, List<String> kinds) {
    var problems = new FieldProblems();
    if (form.part() != null && (form.has(Axis.KIND) || form.has(Axis.INDICATOR))) {
      problems.reject("part", "report-pivot-part");
    } else if (form.part() != null && !of.byPart()) {
      problems.reject("part", "report-part");
    } else if (form.part() != null && !kinds.contains(form.part())) {
      problems.reject("part", "report-pivot-kind");
    }
    problems.requireNone();
  }

  private List<Head> heads(
      Axis axis,
      Reading reading,
      List<Chosen> indicators,
      List<ReportPeriod> periods,
      List<String> kinds,
      Catalogue.PartNames names) {
    return switch (axis) {
      case INDICATOR ->
          indicators.stream()
              .map(each ->
                  new Head(
                      new PivotHead(each.code(), each.name(), each.kind()), each, null, null, null))
              .toList();
      case UNIT -> {
        List<Head> heads = new ArrayList<>();
        heads.add(plain(new PivotHead(null, reading.area().name(), null)));
        reading
            .lines()
            .forEach(each ->
                heads.add(
                    new Head(
                        new PivotHead(each.code(), each.name(), null), null, each, null, null)));
        yield heads;
      }
      case PERIOD ->
          periods.stream()
              .map(each ->
                  new Head(new PivotHead(each.toString(), "", null), null, null, each, null))
              .toList();
      case KIND -> {
        List<Head> heads = new ArrayList<>();
        heads.add(plain(new PivotHead(null, "", null)));
        kinds.forEach(each ->
            heads.add(new Head(new PivotHead(each, names.of(each), null), null, null, null, each)));
        yield heads;
      }
    };
  }

  private static Head plain(PivotHead shown) {
    return new Head(shown, null, null, null, null);
  }
}
