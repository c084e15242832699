package anbinh.reports.web;

import anbinh.areas.Area;
import anbinh.identity.session.Access;
import anbinh.platform.FieldProblems;
import anbinh.platform.Problem;
import anbinh.platform.indicator.IndicatorDefinition;
import anbinh.reports.ReportPeriod;
import anbinh.reports.figure.Catalogue;
import anbinh.reports.figure.Figures;
import anbinh.reports.figure.Figures.Reading;
import anbinh.reports.period.Report;
import anbinh.reports.period.ReportTable;
import anbinh.reports.web.ReportFiguresView.IndicatorFigure;
import anbinh.reports.web.ReportFiguresView.PartFigure;
import anbinh.reports.web.ReportFiguresView.ReportUnitFigures;
import anbinh.reports.web.ReportReaders.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Puts figures together for their reader. Safe for many threads.
@Component
public class FigureResponseMapper {
  private static final int MAX_COLUMNS = 8;
  private static final int MAX_LINES = 1_000;

  private final Figures figures;
  private final Catalogue catalogue;
  private final ReportTable reports;
  private final Access access;

  FigureResponseMapper(Figures figures, Catalogue catalogue, ReportTable reports, Access access) {
    this.figures = figures;
    this.catalogue = catalogue;
    this.reports = reports;
    this.access = access;
  }

  /// A period that has begun.
  public ReportPeriod period(String text) {
    ReportPeriod period = ReportPeriod.parse(text);
    if (period.from().isAfter(figures.today())) {
      throw Problem.invalid("period", "report-period-begun");
    }
    return period;
  }

  List<IndicatorDefinition> columns(List<String> codes) {
    var problems = new FieldProblems();
    List<IndicatorDefinition> known = catalogue.list();
    List<IndicatorDefinition> found = new ArrayList<>();
    for (String code : codes) {
      known.stream().filter(each -> each.code().equals(code)).findFirst().ifPresent(found::add);
    }
    if (codes.size() > MAX_COLUMNS) {
      problems.reject("columns", "size", 0, MAX_COLUMNS);
    }
    if (found.size() < codes.size()) {
      problems.reject("columns", "report-indicator");
    }
    problems.requireNone();
    return found;
  }

  ReportFiguresView view(
      Reader reader, ReportPeriod period, List<IndicatorDefinition> columns, Locale language) {
    Reading reading = figures.read(reader.area(), period, reader.exact());
    Map<UUID, Report> handed = reports.ofPeriod(period);
    List<ReportUnitFigures> lines = new ArrayList<>();
    for (Area each : reading.lines().stream().limit(MAX_LINES).toList()) {
      Report report = handed.get(each.id());
      lines.add(
          new ReportUnitFigures(
              each.id(),
              each.code(),
              each.name(),
              columns.stream().map(column -> reading.line(column, each)).toList(),
              columns.stream()
                  .map(column -> reading.line(column, each, period.previous()))
                  .toList(),
              report == null ? null : report.id(),
              report == null ? null : report.state()));
    }
    List<Area> communes = reading.communes();
    UUID parent = reader.area().parentId();
    boolean mayAbove = parent != null && access.may(reader.person(), parent, ReportReaders.READERS);
    return new ReportFiguresView(
        period.toString(),
        period.from(),
        period.last(),
        period.isOver(figures.today()),
        figures.asOf(period),
        period.previous().toString(),
        period.yearAgo().toString(),
        reader.area().id(),
        reader.area().name(),
        reader.area().kind(),
        mayAbove ? parent : null,
        reader.exact(),
        indicators(reading, language),
        columns.stream().map(IndicatorDefinition::code).toList(),
        lines,
        (int)
            communes.stream()
                .filter(each -> {
                  Report report = handed.get(each.id());
                  return report != null && report.state().handedIn();
                })
                .count(),
        communes.size());
  }

  List<IndicatorFigure> indicators(Reading reading, Locale language) {
    ReportPeriod period = reading.period();
    List<IndicatorFigure> found = new ArrayList<>();
    for (IndicatorDefinition each : reading.indicators()) {
      Catalogue.PartNames names = catalogue.partNames(each, language);
      List<PartFigure> parts = new ArrayList<>();
      reading
          .parts(each)
          .forEach((part, value) -> parts.add(new PartFigure(part, names.of(part), value)));
      found.add(
          new IndicatorFigure(
              each.code(),
              each.topic(),
              catalogue.name(each, language),
              each.kind(),
              reading.value(each),
              reading.value(each, period.previous()),
              reading.value(each, period.yearAgo()),
              figures.opens(each, reading.area()),
              parts));
    }
    return found;
  }
}
