package anbinh.reports.web;

import anbinh.areas.unit.Areas;
import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.identity.session.Access;
import anbinh.platform.Ids;
import anbinh.platform.Page;
import anbinh.platform.PageRequest;
import anbinh.platform.Problem;
import anbinh.platform.indicator.IndicatorDefinition;
import anbinh.platform.indicator.IndicatorRecord;
import anbinh.platform.indicator.IndicatorRecord.Cursor;
import anbinh.reports.ReportEvent;
import anbinh.reports.ReportPeriod;
import anbinh.reports.ReportProblem;
import anbinh.reports.figure.Catalogue;
import anbinh.reports.figure.Figures;
import anbinh.reports.web.ReportReaders.Reader;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `/api/reports/records`: of which records a number is. The feature that counts them says who may
/// open them, as its own lists do; each is then read in its own place.
@RestController
@RequestMapping("/api/reports")
class ReportRecordsController {
  private final Figures figures;
  private final FigureResponseMapper views;
  private final Catalogue catalogue;
  private final ReportReaders readers;
  private final Areas areas;
  private final Access access;
  private final AuditLog log;

  ReportRecordsController(
      Figures figures,
      FigureResponseMapper views,
      Catalogue catalogue,
      ReportReaders readers,
      Areas areas,
      Access access,
      AuditLog log) {
    this.figures = figures;
    this.views = views;
    this.catalogue = catalogue;
    this.readers = readers;
    this.areas = areas;
    this.access = access;
    this.log = log;
  }

  /// @param objectId of what is opened to read it; null where nothing is
  /// @param code null of what has none
  /// @param name of a team, group, programme, campaign or unit; null of what names nobody
  /// @param day on which it counts
  /// @param count how much it counts, such as the members of a team
  record CountedRecord(
      UUID id,
      @Nullable UUID objectId,
      @Nullable String code,
      @Nullable String name,
      String areaName,
      LocalDate day,
      long count) {}

  /// Newest first. What the reader has a part in is left out.
  ///
  /// @param area the reader's own unless said; a village, too, of what is told of villages
  /// @param part only those of one part
  @GetMapping("/records")
  Page<CountedRecord> records(
      @RequestParam String indicator,
      @RequestParam String period,
      @RequestParam(required = false) @Nullable UUID area,
      @RequestParam(required = false) @Nullable String part,
      PageRequest page) {
    var _ = readers.requireRole();
    ReportPeriod of = views.period(period);
    IndicatorDefinition requested =
        catalogue.list(of).stream()
            .filter(each -> each.code().equals(indicator))
            .findFirst()
            .orElseThrow(() -> Problem.invalid("indicator", "report-indicator"));
    Reader reader = readers.requireRecords(area, requested);
    if (part != null && !requested.byPart()) {
      throw Problem.invalid("part", "report-part");
    }
    if (!figures.opens(requested, reader.area())) {
      throw access.refuse(ReportProblem.RECORDS_CLOSED, "indicator", indicator);
    }
    Cursor after =
        page.key(0, LocalDate::parse)
            .map(day -> new Cursor(day, page.key(1, UUID::fromString).orElseThrow()))
            .orElse(null);
    Page<IndicatorRecord> cut =
        Page.read(
            page,
            each -> List.of(each.day().toString(), each.id().toString()),
            rows -> figures.records(reader.area(), requested, part, of, after, rows));
    List<IndicatorRecord> shown = cut.items();
    log.record(
        Event.of(ReportEvent.OPENED)
            .by(reader.person().actor())
            .about("area", reader.area().id(), reader.area().code())
            .fact("indicator", indicator)
            .fact("period", of.toString())
            .fact("count", shown.size()));
    Map<UUID, String> names = areas.names(Ids.of(shown, IndicatorRecord::areaId));
    return cut.with(
        shown.stream()
            .map(each ->
                new CountedRecord(
                    each.id(),
                    each.objectId(),
                    each.code(),
                    each.name(),
                    names.getOrDefault(each.areaId(), ""),
                    each.day(),
                    each.count()))
            .toList());
  }
}
