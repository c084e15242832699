package anbinh.reports.paper;

import anbinh.areas.Area;
import anbinh.areas.unit.Areas;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.people.People;
import anbinh.platform.Ids;
import anbinh.platform.Messages;
import anbinh.platform.Site;
import anbinh.platform.SiteClock;
import anbinh.platform.indicator.IndicatorDefinition;
import anbinh.platform.indicator.IndicatorDefinition.Level;
import anbinh.platform.indicator.IndicatorTopic;
import anbinh.print.Sheet;
import anbinh.reports.ReportPeriod;
import anbinh.reports.figure.Catalogue;
import anbinh.reports.figure.FigureText;
import anbinh.reports.figure.Figures;
import anbinh.reports.figure.Figures.Reading;
import anbinh.reports.figure.Sentence;
import anbinh.reports.figure.ShownFigure;
import anbinh.reports.paper.PaperContent.Cell;
import anbinh.reports.paper.PaperContent.Definition;
import anbinh.reports.paper.PaperContent.Kept;
import anbinh.reports.paper.PaperContent.Line;
import anbinh.reports.paper.PaperContent.Row;
import anbinh.reports.paper.PaperContent.Step;
import anbinh.reports.paper.PaperContent.Topic;
import anbinh.reports.period.Report;
import anbinh.reports.period.Report.Action;
import anbinh.reports.period.Report.State;
import anbinh.reports.period.Report.Version;
import anbinh.reports.period.ReportBook;
import anbinh.reports.period.ReportBook.Beside;
import anbinh.reports.period.ReportBook.Place;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts together what a paper says: the same figures that its reader sees on the page, by the same
/// counting. Safe for many threads.
@Component
class PaperWriter {
  /// What of each commune stands on a letter, which is no wider than a page.
  static final List<String> ON_LETTERS =
      List.of("CASES_CLARIFIED", "EXTRACTIONS", "TEAMS", "TEAM_MEMBERS", "PROGRAMMES");

  private final Figures figures;
  private final Catalogue catalogue;
  private final FigureText texts;
  private final Sentence sentence;
  private final ReportBook book;
  private final Areas areas;
  private final People people;
  private final Messages messages;
  private final SiteClock clock;
  private final Site site;

  PaperWriter(
      Figures figures,
      Catalogue catalogue,
      FigureText texts,
      Sentence sentence,
      ReportBook book,
      Areas areas,
      People people,
      Messages messages,
      SiteClock clock,
      Site site) {
    this.figures = figures;
    this.catalogue = catalogue;
    this.texts = texts;
    this.sentence = sentence;
    this.book = book;
    this.areas = areas;
    this.people = people;
    this.messages = messages;
    this.clock = clock;
    this.site = site;
  }

  /// @param columns what of each line is told
  PaperContent write(
      Area unit,
      ReportPeriod period,
      Person by,
      boolean exact,
      List<IndicatorDefinition> columns,
      Locale language) {
    Reading reading = figures.read(unit, period, exact);
    List<Topic> topics = topics(reading, language);
    Map<UUID, Place> places = new HashMap<>();
    List<String> missing = new ArrayList<>();
    List<String> reopened = new ArrayList<>();
    for (Place place : book.places(unit.id(), period)) {
      places.put(place.unit().id(), place);
      if (place.missing()) {
        missing.add(place.unit().name());
      } else if (place.reopened()) {
        reopened.add(place.unit().name());
      }
    }
    List<Line> lines = lines(reading, columns, places, language);
    List<Cell> cells = new ArrayList<>();
    topics.forEach(topic -> topic.rows().forEach(row -> cells.addAll(row.cells())));
    lines.forEach(line -> cells.addAll(line.cells()));
    return new PaperContent(
        unit.name(),
        above(unit),
        by.has(Role.CHAIR),
        !unit.kind().isCommune(),
        texts.period(period, language),
        period.compared().stream().map(each -> texts.period(each, language)).toList(),
        period.isOver(figures.today()),
        figures.today(),
        figures.asOf(period),
        clock.now(),
        by.displayName(),
        site.demonstration(),
        exact,
        period.kind() == ReportPeriod.Kind.YEAR ? sentence.write(reading, language) : null,
        topics,
        columns.stream().map(each -> catalogue.name(each, language)).toList(),
        lines,
        definitions(reading.indicators(), language),
        places.size() - missing.size(),
        places.size(),
        missing,
        reopened,
        cells.stream().anyMatch(PaperWriter::isHidden),
        cells.stream().anyMatch(Cell::isDash),
        approved(unit, period, language),
        null);
  }

  /// One version of a report as it was, with how far it came.
  ///
  /// @param exact whether the reader is shown what only the unit's officer is
  PaperContent write(
      Report report, Version version, Area unit, Person by, boolean exact, Locale language) {
    ReportPeriod period = report.period();
    Map<String, String> notes = book.notes(report, version.version());
    Map<IndicatorTopic, List<Row>> byTopic = new EnumMap<>(IndicatorTopic.class);
    List<IndicatorDefinition> indicators = new ArrayList<>();
    for (Beside each : book.beside(version, unit, period, exact)) {
      IndicatorDefinition of = each.indicator();
      String part = each.part();
      if (part == null) {
        indicators.add(of);
      }
      byTopic
          .computeIfAbsent(of.topic(), _ -> new ArrayList<>())
          .add(
              new Row(
                  part == null ? of.code() : of.code() + "/" + part,
                  part == null
                      ? catalogue.name(of, language)
                      : catalogue.partNames(of, language).of(part),
                  part != null,
                  List.of(cell(of, each.frozen(), language)),
                  part == null ? notes.get(of.code()) : null));
    }
    List<Cell> cells = new ArrayList<>();
    byTopic.values().forEach(rows -> rows.forEach(row -> cells.addAll(row.cells())));
    return new PaperContent(
        unit.name(),
        above(unit),
        by.has(Role.CHAIR),
        !unit.kind().isCommune(),
        texts.period(period, language),
        List.of(texts.period(period, language)),
        true,
        clock.dayOf(version.countedAt()),
        period.last(),
        clock.now(),
        by.displayName(),
        site.demonstration(),
        exact,
        null,
        named(byTopic, language),
        List.of(),
        List.of(),
        definitions(indicators, language),
        0,
        0,
        List.of(),
        List.of(),
        cells.stream().anyMatch(PaperWriter::isHidden),
        cells.stream().anyMatch(Cell::isDash),
        null,
        kept(report, version, language));
  }

  private Kept kept(Report report, Version version, Locale language) {
    List<Report.Step> steps =
        book.steps(report).stream().filter(each -> each.version() == version.version()).toList();
    Map<UUID, String> names = people.displayNames(Ids.of(steps, Report.Step::by));
    boolean returned = !steps.isEmpty() && steps.getLast().what() == Action.RETURNED;
    return new Kept(
        report.code(),
        version.version(),
        text(
            returned ? "report.state.RETURNED" : "report.state." + version.reached().name(),
            language),
        after(report, version, returned, language),
        version.sha256(),
        version.countedAt(),
        steps.stream()
            .map(each ->
                new Step(
                    text("report.did." + each.what().name(), language),
                    names.getOrDefault(each.by(), ""),
                    each.at(),
                    sight(each, language)))
            .toList());
  }

  private @Nullable String after(
      Report report, Version version, boolean returned, Locale language) {
    if (version.version() < report.version()) {
      return messages
          .find("report.kept.later", language, Integer.toString(report.version()))
          .orElse(null);
    }
    return report.state() == State.REOPENED && !returned
        ? text("report.kept.reopened", language)
        : null;
  }

  private String sight(Report.Step step, Locale language) {
    return step.sight() == null ? "" : text("report.sight." + step.sight().name(), language);
  }

  /// Which report of a unit and period was handed in.
  private @Nullable String approved(Area unit, ReportPeriod period, Locale language) {
    return book.find(unit.id(), period)
        .filter(report -> report.state().handedIn())
        .flatMap(report ->
            messages.find(
                "report.paper.handed-in",
                language,
                report.code(),
                Integer.toString(report.version()),
                text("report.state." + report.state().name(), language)))
        .orElse(null);
  }

  private @Nullable String above(Area unit) {
    UUID parent = unit.parentId();
    return parent == null ? null : areas.find(parent).map(Area::name).orElse(null);
  }

  private static boolean isHidden(Cell cell) {
    return cell.text().equals(FigureText.HIDDEN) || cell.text().startsWith(FigureText.ROUNDED);
  }

  List<IndicatorDefinition> onLetters() {
    return ON_LETTERS.stream().map(catalogue::get).toList();
  }

  List<IndicatorDefinition> all(ReportPeriod period) {
    return catalogue.list(period);
  }

  private List<Topic> topics(Reading reading, Locale language) {
    ReportPeriod period = reading.period();
    Map<IndicatorTopic, List<Row>> byTopic = new EnumMap<>(IndicatorTopic.class);
    for (IndicatorDefinition each : reading.indicators()) {
      List<Row> rows = byTopic.computeIfAbsent(each.topic(), _ -> new ArrayList<>());
      rows.add(
          new Row(
              each.code(),
              catalogue.name(each, language),
              false,
              period.compared().stream()
                  .map(at -> cell(each, reading.value(each, at), language))
                  .toList(),
              null));
      Catalogue.PartNames names = catalogue.partNames(each, language);
      reading
          .parts(each)
          .forEach((part, value) ->
              rows.add(
                  new Row(
                      each.code() + "/" + part,
                      names.of(part),
                      true,
                      List.of(cell(each, value, language)),
                      null)));
    }
    return named(byTopic, language);
  }

  private List<Topic> named(Map<IndicatorTopic, List<Row>> byTopic, Locale language) {
    List<Topic> topics = new ArrayList<>();
    byTopic.forEach((topic, rows) ->
        topics.add(new Topic(text("indicator-topic." + topic.name(), language), rows)));
    return topics;
  }

  private List<Line> lines(
      Reading reading,
      List<IndicatorDefinition> columns,
      Map<UUID, Place> places,
      Locale language) {
    List<Line> lines = new ArrayList<>();
    for (Area each : reading.lines()) {
      Place place = places.get(each.id());
      String state =
          place == null
              ? ""
              : text(
                  place.report() == null
                      ? "report.state.MISSING"
                      : "report.state." + place.report().state().name(),
                  language);
      lines.add(
          new Line(
              each.code(),
              each.name(),
              columns.stream()
                  .map(column -> cell(column, reading.line(column, each), language))
                  .toList(),
              state));
    }
    return lines;
  }

  private List<Definition> definitions(List<IndicatorDefinition> indicators, Locale language) {
    List<Definition> definitions = new ArrayList<>();
    for (IndicatorDefinition each : indicators) {
      definitions.add(
          new Definition(
              each.code(),
              catalogue.name(each, language),
              catalogue.says(each, language),
              catalogue.source(each, language),
              each.law(),
              Sheet.day(each.from()) + "–" + (each.to() == null ? "" : Sheet.day(each.to())),
              text(
                  figures.isGuarded(each)
                      ? "report.paper.guarded"
                      : each.smallest() == Level.VILLAGE
                          ? "report.paper.by-village"
                          : "report.paper.by-commune",
                  language)));
    }
    return definitions;
  }

  private Cell cell(IndicatorDefinition of, ShownFigure figure, Locale language) {
    return new Cell(
        figure.seen() == ShownFigure.Seen.YES ? figure.value() : null,
        texts.number(figure, language),
        of.kind() == IndicatorDefinition.Kind.SHARE);
  }

  private String text(String key, Locale language) {
    return messages.find(key, language).orElse(key);
  }
}
