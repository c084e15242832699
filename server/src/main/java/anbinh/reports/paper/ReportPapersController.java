package anbinh.reports.paper;

import anbinh.areas.Area;
import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.identity.Person;
import anbinh.platform.Languages;
import anbinh.platform.Messages;
import anbinh.platform.indicator.IndicatorDefinition;
import anbinh.reports.ReportEvent;
import anbinh.reports.ReportPeriod;
import anbinh.reports.figure.Figures;
import anbinh.reports.period.Report;
import anbinh.reports.period.Report.Version;
import anbinh.reports.period.ReportBook;
import anbinh.reports.web.FigureResponseMapper;
import anbinh.reports.web.PivotView;
import anbinh.reports.web.PivotView.Axis;
import anbinh.reports.web.Pivots;
import anbinh.reports.web.Pivots.PivotForm;
import anbinh.reports.web.ReportReaders;
import anbinh.reports.web.ReportReaders.Reader;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `/api/reports/figures.xlsx`, `pivot.xlsx`, `pivot.csv`, `letter.docx` and `.pdf`: the figures
/// that the reader sees, to take along; the same below `/api/reports/{id}` of a version of a report
/// as it was. Who did so is an entry of the log.
@RestController
@RequestMapping("/api/reports")
class ReportPapersController {
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final String CSV = "text/csv";
  private static final String DOCX =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

  private final PaperWriter writer;
  private final FiguresWorkbook workbook;
  private final LetterDocument document;
  private final LetterPaper paper;
  private final PivotSheet sheet;
  private final Pivots pivots;
  private final FigureResponseMapper views;
  private final ReportReaders readers;
  private final ReportBook book;
  private final Figures figures;
  private final AuditLog log;

  ReportPapersController(
      PaperWriter writer,
      FiguresWorkbook workbook,
      LetterDocument document,
      LetterPaper paper,
      PivotSheet sheet,
      Pivots pivots,
      FigureResponseMapper views,
      ReportReaders readers,
      ReportBook book,
      Figures figures,
      AuditLog log) {
    this.writer = writer;
    this.workbook = workbook;
    this.document = document;
    this.paper = paper;
    this.sheet = sheet;
    this.pivots = pivots;
    this.views = views;
    this.readers = readers;
    this.book = book;
    this.figures = figures;
    this.log = log;
  }

  /// @param language vi, en or ar
  @GetMapping(path = "/figures.xlsx", produces = XLSX)
  ResponseEntity<byte[]> workbook(
      @RequestParam String period,
      @RequestParam(required = false) @Nullable UUID area,
      @RequestParam(defaultValue = "vi") String language)
      throws IOException {
    Locale requested = Languages.require(language);
    Reader reader = readers.require(area);
    ReportPeriod of = views.period(period);
    PaperContent content = content(reader, of, writer.all(of), requested);
    return file(workbook.write(content, requested), XLSX, "xlsx", reader, of);
  }

  @GetMapping(path = "/letter.docx", produces = DOCX)
  ResponseEntity<byte[]> document(
      @RequestParam String period, @RequestParam(required = false) @Nullable UUID area)
      throws IOException {
    Reader reader = readers.require(area);
    ReportPeriod of = views.period(period);
    PaperContent content = content(forOthers(reader), of, writer.onLetters(), Messages.VIETNAMESE);
    return file(document.write(content), DOCX, "docx", forOthers(reader), of);
  }

  @GetMapping(path = "/letter.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
  ResponseEntity<byte[]> paper(
      @RequestParam String period, @RequestParam(required = false) @Nullable UUID area)
      throws IOException {
    Reader reader = readers.require(area);
    ReportPeriod of = views.period(period);
    PaperContent content = content(forOthers(reader), of, writer.onLetters(), Messages.VIETNAMESE);
    return file(
        paper.print(content), MediaType.APPLICATION_PDF_VALUE, "pdf", forOthers(reader), of);
  }

  /// A pivot as `/api/reports/pivot` answers it, as a workbook.
  ///
  /// @param language vi, en or ar
  @GetMapping(path = "/pivot.xlsx", produces = XLSX)
  ResponseEntity<byte[]> pivotWorkbook(
      @RequestParam Axis rows,
      @RequestParam Axis columns,
      @RequestParam List<String> indicators,
      @RequestParam String period,
      @RequestParam(defaultValue = "1") int periods,
      @RequestParam(required = false) @Nullable String part,
      @RequestParam(required = false) @Nullable UUID area,
      @RequestParam(defaultValue = "vi") String language)
      throws IOException {
    Locale requested = Languages.require(language);
    Reader reader = readers.require(area);
    var form = new PivotForm(rows, columns, indicators, period, periods, part);
    PivotView pivot = pivots.read(reader, form, requested);
    return pivotFile(sheet.workbook(pivot, requested), XLSX, "xlsx", reader, form);
  }

  /// The same as text that any program reads.
  @GetMapping(path = "/pivot.csv", produces = CSV)
  @ApiResponse(
      responseCode = "200",
      content = @Content(mediaType = CSV, schema = @Schema(type = "string")))
  ResponseEntity<byte[]> pivotText(
      @RequestParam Axis rows,
      @RequestParam Axis columns,
      @RequestParam List<String> indicators,
      @RequestParam String period,
      @RequestParam(defaultValue = "1") int periods,
      @RequestParam(required = false) @Nullable String part,
      @RequestParam(required = false) @Nullable UUID area,
      @RequestParam(defaultValue = "vi") String language) {
    Locale requested = Languages.require(language);
    Reader reader = readers.require(area);
    var form = new PivotForm(rows, columns, indicators, period, periods, part);
    PivotView pivot = pivots.read(reader, form, requested);
    return pivotFile(sheet.csv(pivot, requested), CSV + ";charset=UTF-8", "csv", reader, form);
  }

  private ResponseEntity<byte[]> pivotFile(
      byte[] content, String type, String ending, Reader reader, PivotForm form) {
    log.record(
        Event.of(ReportEvent.EXPORTED)
            .by(reader.person().actor())
            .about("area", reader.area().id(), reader.area().code())
            .fact("period", form.period())
            .fact("rows", form.rows().name())
            .fact("columns", form.columns().name())
            .fact("indicators", String.join(" ", form.indicators()))
            .fact("format", ending)
            .fact("exact", reader.exact()));
    return file(
        content,
        type,
        "an-binh-%s-%s-pivot.%s".formatted(reader.area().code(), form.period(), ending));
  }

  /// One version of a report, as it was; the last one unless said.
  @GetMapping(path = "/{id}/figures.xlsx", produces = XLSX)
  ResponseEntity<byte[]> keptWorkbook(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable @Min(1) Integer version,
      @RequestParam(defaultValue = "vi") String language)
      throws IOException {
    Locale requested = Languages.require(language);
    KeptVersion kept = kept(id, version, false);
    return file(workbook.write(content(kept, requested), requested), XLSX, "xlsx", kept);
  }

  @GetMapping(path = "/{id}/letter.docx", produces = DOCX)
  ResponseEntity<byte[]> keptDocument(
      @PathVariable UUID id, @RequestParam(required = false) @Nullable @Min(1) Integer version)
      throws IOException {
    KeptVersion kept = kept(id, version, true);
    return file(document.write(content(kept, Messages.VIETNAMESE)), DOCX, "docx", kept);
  }

  @GetMapping(path = "/{id}/letter.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
  ResponseEntity<byte[]> keptPaper(
      @PathVariable UUID id, @RequestParam(required = false) @Nullable @Min(1) Integer version)
      throws IOException {
    KeptVersion kept = kept(id, version, true);
    return file(
        paper.print(content(kept, Messages.VIETNAMESE)),
        MediaType.APPLICATION_PDF_VALUE,
        "pdf",
        kept);
  }

  /// A version of a report and who takes it along.
  ///
  /// @param exact whether it has what only the unit's own officer is shown
  private record KeptVersion(
      Report report, Version version, Area unit, Person reader, boolean exact) {}

  private KeptVersion kept(UUID id, @Nullable Integer requested, boolean forOthers) {
    var _ = readers.requireRole();
    Report report = book.get(id);
    Person reader = readers.requireReading(report.areaId());
    Area unit = figures.unit(report.areaId());
    return new KeptVersion(
        report,
        book.version(report, requested),
        unit,
        reader,
        !forOthers && figures.seesSingleOnes(reader, unit));
  }

  private PaperContent content(KeptVersion kept, Locale language) {
    return writer.write(
        kept.report(), kept.version(), kept.unit(), kept.reader(), kept.exact(), language);
  }

  /// A letter goes to people who do not see the single records, whoever makes it.
  private static Reader forOthers(Reader reader) {
    return new Reader(reader.person(), reader.area(), false);
  }

  private PaperContent content(
      Reader reader, ReportPeriod period, List<IndicatorDefinition> columns, Locale language) {
    return writer.write(reader.area(), period, reader.person(), reader.exact(), columns, language);
  }

  private ResponseEntity<byte[]> file(
      byte[] content, String type, String ending, Reader reader, ReportPeriod period) {
    log.record(
        Event.of(ReportEvent.EXPORTED)
            .by(reader.person().actor())
            .about("area", reader.area().id(), reader.area().code())
            .fact("period", period.toString())
            .fact("format", ending)
            .fact("exact", reader.exact()));
    return file(content, type, "an-binh-%s-%s.%s".formatted(reader.area().code(), period, ending));
  }

  private ResponseEntity<byte[]> file(
      byte[] content, String type, String ending, KeptVersion kept) {
    Report report = kept.report();
    log.record(
        Event.of(ReportEvent.EXPORTED)
            .by(kept.reader().actor())
            .about("report", report.id(), report.code())
            .fact("period", report.period().toString())
            .fact("version", kept.version().version())
            .fact("sha256", kept.version().sha256())
            .fact("format", ending)
            .fact("exact", kept.exact()));
    return file(
        content,
        type,
        "%s-%s-v%d.%s".formatted(report.code(), report.period(), kept.version().version(), ending));
  }

  private static ResponseEntity<byte[]> file(byte[] content, String type, String name) {
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_TYPE, type)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .cacheControl(CacheControl.noStore())
        .body(content);
  }
}
