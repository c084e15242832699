package anbinh.reports.paper;

import anbinh.audit.AuditLog;
import anbinh.audit.Event;
import anbinh.platform.Languages;
import anbinh.platform.Messages;
import anbinh.platform.Problem;
import anbinh.platform.indicator.IndicatorDefinition;
import anbinh.reports.ReportEvent;
import anbinh.reports.ReportPeriod;
import anbinh.reports.page.FigureViews;
import anbinh.reports.page.ReportReaders;
import anbinh.reports.page.ReportReaders.Reader;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `/api/reports/figures.xlsx`, `/api/reports/letter.docx` and `.pdf`: the figures that the reader
/// sees, to take along. Who did so is an entry of the log.
@RestController
@RequestMapping("/api/reports")
class ReportPapersController {
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final String DOCX =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

  private final PaperWriter writer;
  private final FiguresWorkbook workbook;
  private final LetterDocument document;
  private final LetterPaper paper;
  private final FigureViews views;
  private final ReportReaders readers;
  private final AuditLog log;

  ReportPapersController(
      PaperWriter writer,
      FiguresWorkbook workbook,
      LetterDocument document,
      LetterPaper paper,
      FigureViews views,
      ReportReaders readers,
      AuditLog log) {
    this.writer = writer;
    this.workbook = workbook;
    this.document = document;
    this.paper = paper;
    this.views = views;
    this.readers = readers;
    this.log = log;
  }

  /// @param language vi, en or ar
  @GetMapping(path = "/figures.xlsx", produces = XLSX)
  ResponseEntity<byte[]> workbook(
      @RequestParam String period,
      @RequestParam(required = false) @Nullable UUID area,
      @RequestParam(defaultValue = "vi") String language)
      throws IOException {
    Locale wanted =
        Languages.find(language)
            .orElseThrow(() -> Problem.invalid("language", "choice", "vi, en, ar"));
    Reader reader = readers.require(area);
    ReportPeriod of = views.period(period);
    PaperContent content = content(reader, of, writer.all(of), wanted);
    return file(workbook.write(content, wanted), XLSX, "xlsx", reader, of);
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
    String name = "an-binh-%s-%s.%s".formatted(reader.area().code(), period, ending);
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_TYPE, type)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .cacheControl(CacheControl.noStore())
        .body(content);
  }
}
