package anbinh.evidence.figures;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.evidence.figures.FiguresView.FigureLine;
import anbinh.identity.AreaScope;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.session.Access;
import anbinh.platform.Messages;
import anbinh.platform.Problem;
import anbinh.platform.SiteClock;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.nio.charset.StandardCharsets;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `/api/figures`: the figures of a year. Investigators and approvers see those of their area
/// exactly; auditors all, and administrators those of their area, with small ones hidden unless
/// they may see the single cases too.
@RestController
@RequestMapping("/api/figures")
class FiguresController {
  private static final int MIN_YEAR = 2000;
  private static final String CSV = "text/csv";

  /// Roles that see single cases.
  private static final Role[] READERS = {
    Role.INVESTIGATOR, Role.APPROVER, Role.AUDITOR, Role.OMBUDSMAN, Role.ADMINISTRATOR
  };

  private static final Role[] OF_CASES = {Role.INVESTIGATOR, Role.APPROVER};

  private final YearFigures figures;
  private final Access access;
  private final Messages messages;
  private final SiteClock clock;
  private final AuditLog log;

  FiguresController(
      YearFigures figures, Access access, Messages messages, SiteClock clock, AuditLog log) {
    this.figures = figures;
    this.access = access;
    this.messages = messages;
    this.clock = clock;
    this.log = log;
  }

  /// @param year by the site's calendar; this one unless said
  @GetMapping
  FiguresView get(@RequestParam(required = false) @Nullable Integer year) {
    return count(year);
  }

  /// The same by commune and type as a table for spreadsheets, UTF-8 with a mark that says so.
  @GetMapping(path = "/table.csv", produces = CSV)
  @ApiResponse(
      responseCode = "200",
      content = @Content(mediaType = CSV, schema = @Schema(type = "string")))
  ResponseEntity<byte[]> table(@RequestParam(required = false) @Nullable Integer year) {
    FiguresView counted = count(year);
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
                "area",
                "type",
                "opened",
                "closed",
                "clarified",
                "footage",
                "requests",
                "extractions")
            .stream()
            .map(column -> messages.text("figures.column." + column))
            .toList());
    for (FigureLine line : counted.lines()) {
      List<String> row = new ArrayList<>();
      row.add(String.valueOf(line.areaName()));
      row.add(String.valueOf(line.typeName()));
      line.figures().forEach(figure -> row.add(figure.text()));
      rows.add(row);
    }
    String text =
        rows.stream()
            .map(row -> row.stream().map(FiguresController::cell).collect(Collectors.joining(",")))
            .collect(Collectors.joining("\r\n", "\uFEFF", "\r\n"));
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_TYPE, CSV + ";charset=UTF-8")
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename("an-binh-" + counted.year() + ".csv")
                .build()
                .toString())
        .body(text.getBytes(StandardCharsets.UTF_8));
  }

  private FiguresView count(@Nullable Integer requested) {
    Person reader = access.require(READERS);
    int present = clock.today().getYear();
    int year = requested == null ? present : requested;
    if (year < MIN_YEAR || year > present) {
      throw Problem.invalid("year", "range", MIN_YEAR, present);
    }
    AreaScope seen = access.scope(reader, READERS);
    FiguresView counted = figures.count(Year.of(year), seen, access.scope(reader, OF_CASES));
    log.record(Event.of(FiguresEvent.READ).by(reader.actor()).fact("year", year));
    return counted;
  }

  /// A cell that no program takes for a formula or for two.
  private static String cell(String text) {
    String plain = text.isEmpty() || "=+-@\t\r".indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    return plain.matches("[^\",\r\n]*") ? plain : "\"" + plain.replace("\"", "\"\"") + "\"";
  }
}
