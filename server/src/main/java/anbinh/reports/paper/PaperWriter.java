package anbinh.reports.paper;

import anbinh.areas.Area;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.platform.Messages;
import anbinh.platform.Site;
import anbinh.platform.indicator.IndicatorDefinition;
import anbinh.platform.indicator.IndicatorDefinition.Level;
import anbinh.platform.indicator.IndicatorTopic;
import anbinh.reports.ReportPeriod;
import anbinh.reports.figure.Catalogue;
import anbinh.reports.figure.FigureText;
import anbinh.reports.figure.Figures;
import anbinh.reports.figure.Figures.Reading;
import anbinh.reports.figure.Sentence;
import anbinh.reports.figure.ShownFigure;
import anbinh.reports.paper.PaperContent.Cell;
import anbinh.reports.paper.PaperContent.Definition;
import anbinh.reports.paper.PaperContent.Line;
import anbinh.reports.paper.PaperContent.Row;
import anbinh.reports.paper.PaperContent.Topic;
import anbinh.reports.round.ReportBook;
import anbinh.reports.round.ReportBook.Place;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Puts together what a paper says: the same figures that its reader sees on the page, by the same
/// counting. Safe for many threads.
@Component
class PaperWriter {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT);

  /// What of each commune stands on a letter, which is no wider than a page.
  static final List<String> ON_LETTERS =
      List.of("CASES_CLARIFIED", "EXTRACTIONS", "TEAMS", "TEAM_MEMBERS", "PROGRAMMES");

  private final Figures figures;
  private final Catalogue catalogue;
  private final FigureText texts;
  private final Sentence sentence;
  private final ReportBook book;
  private final Messages messages;
  private final InstantSource clock;
  private final Site site;

  PaperWriter(
      Figures figures,
      Catalogue catalogue,
      FigureText texts,
      Sentence sentence,
      ReportBook book,
      Messages messages,
      InstantSource clock,
      Site site) {
    this.figures = figures;
    this.catalogue = catalogue;
    this.texts = texts;
    this.sentence = sentence;
    this.book = book;
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
    int handedIn = 0;
    for (Place place : book.places(unit.id(), period)) {
      places.put(place.unit().id(), place);
      if (place.at() == null) {
        missing.add(place.unit().name());
      } else {
        handedIn++;
      }
    }
    List<Line> lines = lines(reading, columns, places, language);
    boolean hides =
        topics.stream()
                .flatMap(each -> each.rows().stream())
                .anyMatch(row ->
                    isHidden(row.value()) || isHidden(row.before()) || isHidden(row.yearAgo()))
            || lines.stream()
                .flatMap(each -> each.cells().stream())
                .anyMatch(PaperWriter::isHidden);
    return new PaperContent(
        unit.name(),
        by.has(Role.CHAIR),
        !unit.kind().isCommune(),
        period.toString(),
        texts.period(period, language),
        texts.period(period.previous(), language),
        texts.period(period.yearAgo(), language),
        period.isOver(figures.today()),
        figures.today(),
        clock.instant(),
        by.displayName(),
        site.demonstration(),
        period.kind() == ReportPeriod.Kind.YEAR ? sentence.write(reading, language) : null,
        topics,
        columns.stream().map(each -> catalogue.name(each, language)).toList(),
        lines,
        definitions(reading, language),
        handedIn,
        places.size(),
        missing,
        hides);
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
              cell(reading.value(each), language),
              cell(reading.value(each, period.previous()), language),
              cell(reading.value(each, period.yearAgo()), language)));
      Catalogue.PartNames names = catalogue.partNames(each, language);
      reading
          .parts(each)
          .forEach((part, value) ->
              rows.add(
                  new Row(
                      each.code() + "/" + part,
                      names.of(part),
                      true,
                      cell(value, language),
                      new Cell(null, ""),
                      new Cell(null, ""))));
    }
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
              columns.stream().map(column -> cell(reading.line(column, each), language)).toList(),
              state));
    }
    return lines;
  }

  private List<Definition> definitions(Reading reading, Locale language) {
    List<Definition> definitions = new ArrayList<>();
    for (IndicatorDefinition each : reading.indicators()) {
      definitions.add(
          new Definition(
              each.code(),
              catalogue.name(each, language),
              catalogue.says(each, language),
              catalogue.source(each, language),
              each.law(),
              DAY.format(each.from()) + "–" + (each.to() == null ? "" : DAY.format(each.to())),
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

  private Cell cell(ShownFigure figure, Locale language) {
    return new Cell(
        figure.seen() == ShownFigure.Seen.YES ? figure.value() : null,
        texts.number(figure, language));
  }

  private String text(String key, Locale language) {
    return messages.find(key, language).orElse(key);
  }
}
