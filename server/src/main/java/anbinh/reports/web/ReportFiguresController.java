package anbinh.reports.web;

import anbinh.identity.session.Access;
import anbinh.platform.Languages;
import anbinh.platform.Page;
import anbinh.platform.Problem;
import anbinh.platform.indicator.IndicatorDefinition;
import anbinh.platform.indicator.IndicatorTopic;
import anbinh.reports.ReportPeriod;
import anbinh.reports.figure.Catalogue;
import anbinh.reports.figure.Figures;
import anbinh.reports.figure.Sentence;
import anbinh.reports.figure.ShownFigure;
import anbinh.reports.web.ReportReaders.Reader;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `/api/reports`: indicators and their figures by unit and period.
@RestController
@RequestMapping("/api/reports")
class ReportFiguresController {
  private static final int POINTS = 12;
  private static final int YEARS = 5;

  private final Catalogue catalogue;
  private final Figures figures;
  private final FigureResponseMapper views;
  private final ReportReaders readers;
  private final Sentence sentence;
  private final Access access;

  ReportFiguresController(
      Catalogue catalogue,
      Figures figures,
      FigureResponseMapper views,
      ReportReaders readers,
      Sentence sentence,
      Access access) {
    this.catalogue = catalogue;
    this.figures = figures;
    this.views = views;
    this.readers = readers;
    this.sentence = sentence;
    this.access = access;
  }

  /// @param says what it counts
  /// @param source from which record, and which day counts
  /// @param numerator of a share: of which indicator
  /// @param of the indicator that it is a part or a share of
  /// @param parts all that it may have
  /// @param smallest the smallest unit of which it is told
  /// @param guarded whether small numbers are hidden from who does not see the single records
  /// @param law the law or document that asks for it
  record IndicatorView(
      String code,
      IndicatorTopic topic,
      IndicatorDefinition.Kind kind,
      String name,
      String says,
      String source,
      @Nullable String numerator,
      @Nullable String of,
      boolean byPart,
      List<IndicatorPart> parts,
      IndicatorDefinition.Level smallest,
      boolean guarded,
      String law,
      LocalDate from,
      @Nullable LocalDate to) {
    IndicatorView {
      parts = List.copyOf(parts);
    }
  }

  record IndicatorPart(String code, String name) {}

  @GetMapping("/indicators")
  Page<IndicatorView> indicators(HttpServletRequest request) {
    access.require(ReportReaders.READERS);
    Locale language = Languages.of(request);
    return Page.all(
        catalogue.list().stream()
            .map(each ->
                new IndicatorView(
                    each.code(),
                    each.topic(),
                    each.kind(),
                    catalogue.name(each, language),
                    catalogue.says(each, language),
                    catalogue.source(each, language),
                    each.numerator(),
                    each.of(),
                    each.byPart(),
                    parts(each, language),
                    each.smallest(),
                    each.guarded(),
                    each.law(),
                    each.from(),
                    each.to()))
            .toList());
  }

  private List<IndicatorPart> parts(IndicatorDefinition of, Locale language) {
    Catalogue.PartNames names = catalogue.partNames(of, language);
    return catalogue.parts(of).stream()
        .map(each -> new IndicatorPart(each, names.of(each)))
        .toList();
  }

  /// @param area the reader's own unless said
  /// @param columns up to eight indicators of which each line has its value
  @GetMapping("/figures")
  ReportFiguresView figures(
      @RequestParam String period,
      @RequestParam(required = false) @Nullable UUID area,
      @RequestParam(required = false) @Nullable List<String> columns,
      HttpServletRequest request) {
    Reader reader = readers.require(area);
    return views.view(
        reader,
        views.period(period),
        views.columns(columns == null ? List.of() : columns),
        Languages.of(request));
  }

  /// @param points up to twelve periods, oldest first; five of years
  record TrendView(String indicator, String name, List<TrendPoint> points) {
    TrendView {
      points = List.copyOf(points);
    }
  }

  /// @param yearAgo the same of the year before
  /// @param average what a commune of the province has on average; null where the unit is no
  ///   commune, or the reader may not read the province
  record TrendPoint(
      String period, ShownFigure value, ShownFigure yearAgo, @Nullable ShownFigure average) {}

  /// @param period the last one; the others of its kind lie before it
  @GetMapping("/trend")
  TrendView trend(
      @RequestParam String indicator,
      @RequestParam String period,
      @RequestParam(required = false) @Nullable UUID area,
      HttpServletRequest request) {
    Reader reader = readers.require(area);
    ReportPeriod last = views.period(period);
    IndicatorDefinition of =
        catalogue
            .find(indicator)
            .orElseThrow(() -> Problem.invalid("indicator", "report-indicator"));
    int count = last.kind() == ReportPeriod.Kind.YEAR ? YEARS : POINTS;
    List<Figures.Point> points = figures.trend(reader.area(), of, last, count, reader.exact());
    List<ShownFigure> averages =
        readers
            .above(reader)
            .map(above -> figures.averages(above, of, last, count))
            .orElse(List.of());
    List<TrendPoint> shown = new ArrayList<>();
    for (int at = 0; at < points.size(); at++) {
      Figures.Point each = points.get(at);
      shown.add(
          new TrendPoint(
              each.period().toString(),
              each.value(),
              each.yearAgo(),
              averages.isEmpty() ? null : averages.get(at)));
    }
    return new TrendView(of.code(), catalogue.name(of, Languages.of(request)), shown);
  }

  /// @param text the sentence in the reader's language
  /// @param numbers the figures in it, in their order
  /// @param asOf the day to whose end they are counted
  record SentenceView(
      int year, LocalDate asOf, String areaName, String text, List<SentenceNumber> numbers) {
    SentenceView {
      numbers = List.copyOf(numbers);
    }
  }

  record SentenceNumber(String indicator, String name, ShownFigure value) {}

  /// What the year came to in one sentence, each number one of the indicators.
  @GetMapping("/summary")
  SentenceView sentence(
      @RequestParam @Min(2000) @Max(2199) int year,
      @RequestParam(required = false) @Nullable UUID area,
      HttpServletRequest request) {
    Reader reader = readers.require(area);
    Locale language = Languages.of(request);
    if (year > figures.today().getYear()) {
      throw Problem.invalid("year", "report-period-begun");
    }
    var whole = new ReportPeriod(ReportPeriod.Kind.YEAR, year, 1);
    Figures.Reading reading =
        figures.read(reader.area(), whole, reader.exact(), sentence.indicators());
    return new SentenceView(
        whole.year(),
        figures.asOf(whole),
        reader.area().name(),
        sentence.write(reading, language),
        sentence.indicators().stream()
            .map(each ->
                new SentenceNumber(
                    each.code(), catalogue.name(each, language), reading.value(each)))
            .toList());
  }
}
