package anbinh.reports.paper;

import anbinh.platform.Messages;
import anbinh.platform.Site;
import anbinh.reports.paper.PaperContent.Cell;
import anbinh.reports.paper.PaperContent.Definition;
import anbinh.reports.paper.PaperContent.Kept;
import anbinh.reports.paper.PaperContent.Line;
import anbinh.reports.paper.PaperContent.Topic;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.springframework.stereotype.Component;

/// Writes figures as a workbook (XLSX): the figures, the units (not of a report's version, which
/// has none), the definitions, and what whoever gets it by itself has to know of it. Numbers are
/// numbers, hidden ones a star; no cell is a formula.
@Component
class FiguresWorkbook {
  private static final int KEPT_ROWS = 200;
  private static final int WIDE = 256 * 48;
  private static final int NARROW = 256 * 16;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm xxx", Locale.ROOT);

  private final Messages messages;
  private final Site site;

  FiguresWorkbook(Messages messages, Site site) {
    this.messages = messages;
    this.site = site;
  }

  /// One workbook on its way. For one thread.
  private final class Writing {
    private final SXSSFWorkbook workbook;
    private final Locale language;
    private final CellStyle head;
    private final CellStyle count;
    private final CellStyle share;
    private final CellStyle hidden;

    Writing(SXSSFWorkbook workbook, Locale language) {
      this.workbook = workbook;
      this.language = language;
      Font bold = workbook.createFont();
      bold.setBold(true);
      head = workbook.createCellStyle();
      head.setFont(bold);
      head.setWrapText(true);
      count = workbook.createCellStyle();
      count.setDataFormat(workbook.createDataFormat().getFormat("#,##0"));
      share = workbook.createCellStyle();
      share.setDataFormat(workbook.createDataFormat().getFormat("0.0"));
      hidden = workbook.createCellStyle();
      hidden.setAlignment(HorizontalAlignment.RIGHT);
    }

    Sheet sheet(String key, int... widths) {
      Sheet sheet = workbook.createSheet(text("report.sheet." + key, language));
      sheet.setRightToLeft(language.getLanguage().equals("ar"));
      for (int i = 0; i < widths.length; i++) {
        sheet.setColumnWidth(i, widths[i]);
      }
      return sheet;
    }

    void head(Sheet sheet, int number, List<String> names) {
      Row row = sheet.createRow(number);
      for (int i = 0; i < names.size(); i++) {
        var cell = row.createCell(i);
        cell.setCellValue(names.get(i));
        cell.setCellStyle(head);
      }
      sheet.createFreezePane(0, number + 1);
    }

    void number(Row row, int column, Cell cell) {
      var made = row.createCell(column);
      Double number = cell.number();
      if (number == null) {
        made.setCellValue(cell.text());
        made.setCellStyle(hidden);
      } else {
        made.setCellValue(number);
        made.setCellStyle(cell.share() ? share : count);
      }
    }
  }

  byte[] write(PaperContent content, Locale language) throws IOException {
    try (var workbook = new SXSSFWorkbook(KEPT_ROWS);
        var bytes = new ByteArrayOutputStream()) {
      workbook.setCompressTempFiles(false);
      var writing = new Writing(workbook, language);
      figures(writing, content);
      if (content.kept() == null) {
        units(writing, content);
      }
      definitions(writing, content);
      about(writing, content);
      workbook.write(bytes);
      return bytes.toByteArray();
    }
  }

  /// Says at the top of a sheet what must not be overlooked.
  ///
  /// @return the next row
  private int mark(Writing writing, Sheet sheet, PaperContent content) {
    int number = 0;
    if (content.demonstration()) {
      text(sheet.createRow(number++), 0, text("report.paper.demonstration", writing.language));
    }
    if (content.internal()) {
      text(sheet.createRow(number++), 0, text("report.paper.internal", writing.language));
    }
    return number;
  }

  private void figures(Writing writing, PaperContent content) {
    Sheet sheet = writing.sheet("figures", NARROW * 2, WIDE, NARROW, NARROW, NARROW);
    int number = mark(writing, sheet, content);
    List<String> heads =
        new ArrayList<>(
            List.of(
                text("report.column.code", writing.language),
                text("report.column.indicator", writing.language)));
    heads.addAll(content.heads());
    boolean notes = content.kept() != null;
    if (notes) {
      heads.add(text("report.column.note", writing.language));
      sheet.setColumnWidth(heads.size() - 1, WIDE);
    }
    writing.head(sheet, number++, heads);
    for (Topic topic : content.topics()) {
      for (PaperContent.Row each : topic.rows()) {
        Row row = sheet.createRow(number++);
        text(row, 0, each.code());
        text(row, 1, (each.part() ? "   – " : "") + each.name());
        for (int i = 0; i < each.cells().size(); i++) {
          writing.number(row, i + 2, each.cells().get(i));
        }
        String note = each.note();
        if (note != null) {
          text(row, heads.size() - 1, note);
        }
      }
    }
  }

  private void units(Writing writing, PaperContent content) {
    Sheet sheet = writing.sheet("units", NARROW, WIDE, NARROW);
    int number = mark(writing, sheet, content);
    List<String> heads =
        new ArrayList<>(
            List.of(
                text("report.column.code", writing.language),
                text("report.column.unit", writing.language),
                text("report.column.report", writing.language)));
    heads.addAll(content.lineHeads());
    writing.head(sheet, number++, heads);
    for (Line each : content.lines()) {
      Row row = sheet.createRow(number++);
      text(row, 0, each.code());
      text(row, 1, each.name());
      text(row, 2, each.report());
      for (int i = 0; i < each.cells().size(); i++) {
        writing.number(row, i + 3, each.cells().get(i));
      }
    }
  }

  private void definitions(Writing writing, PaperContent content) {
    Sheet sheet =
        writing.sheet("definitions", NARROW * 2, WIDE, WIDE, WIDE, WIDE, NARROW * 2, WIDE);
    int number = mark(writing, sheet, content);
    writing.head(
        sheet,
        number++,
        List.of("code", "indicator", "says", "source", "law", "days", "shown").stream()
            .map(each -> text("report.column." + each, writing.language))
            .toList());
    for (Definition each : content.definitions()) {
      Row row = sheet.createRow(number++);
      text(row, 0, each.code());
      text(row, 1, each.name());
      text(row, 2, each.says());
      text(row, 3, each.source());
      text(row, 4, each.law());
      text(row, 5, each.days());
      text(row, 6, each.hidden());
    }
  }

  /// What whoever gets it by itself has to know, as pairs of a label and what is said.
  private void about(Writing writing, PaperContent content) {
    Sheet sheet = writing.sheet("about", WIDE, WIDE);
    int number = mark(writing, sheet, content);
    for (Said each : about(content, writing.language)) {
      number = said(sheet, number, each.label(), each.words());
    }
  }

  private record Said(String label, String words) {}

  private List<Said> about(PaperContent content, Locale language) {
    List<Said> said = new ArrayList<>();
    add(said, "report.column.unit", content.unit(), language);
    add(said, "report.column.period", content.period(), language);
    said.add(
        new Said(
            "",
            messages
                .find("report.paper.as-of", language, DAY.format(content.asOf()))
                .orElse("report.paper.as-of")));
    add(said, "report.about.made-at", time(content.madeAt()), language);
    add(said, "report.about.made-by", content.madeBy(), language);
    Kept kept = content.kept();
    if (kept == null) {
      add(said, "report.about.rate", content.handedIn() + " / " + content.units(), language);
      said.add(new Said("", text("report.paper.all-records", language)));
      said.add(new Said("", text("report.paper.live", language)));
      if (content.approved() != null) {
        said.add(new Said("", content.approved()));
      }
    } else {
      proof(said, kept, language);
    }
    if (content.sentence() != null) {
      add(said, "report.about.sentence", content.sentence(), language);
    }
    add(said, "report.about.sources", text("report.paper.sources", language), language);
    if (!content.over()) {
      said.add(new Said("", text("report.paper.running", language)));
    }
    if (content.hides()) {
      said.add(new Said("*", text("report.paper.hidden", language)));
    }
    if (content.dashes()) {
      said.add(new Said("–", text("report.paper.dash", language)));
    }
    return said;
  }

  private void proof(List<Said> said, Kept kept, Locale language) {
    add(said, "report.column.report", kept.code(), language);
    add(said, "report.kept.version", Integer.toString(kept.version()), language);
    add(said, "report.kept.state", kept.state(), language);
    String after = kept.after();
    if (after != null) {
      said.add(new Said("", after));
    }
    add(said, "report.kept.counted-at", time(kept.countedAt()), language);
    add(said, "report.kept.sha256", kept.sha256(), language);
    for (PaperContent.Step each : kept.steps()) {
      String words = each.by() + ", " + time(each.at());
      said.add(
          new Said(
              each.what(), each.sight().isEmpty() ? words : words + " (" + each.sight() + ")"));
    }
  }

  private void add(List<Said> said, String key, String value, Locale language) {
    said.add(new Said(text(key, language), value));
  }

  private String time(Instant at) {
    return TIME.format(at.atZone(site.zone()));
  }

  private static int said(Sheet sheet, int number, String label, String value) {
    Row row = sheet.createRow(number);
    text(row, 0, label);
    text(row, 1, value);
    return number + 1;
  }

  private static void text(Row row, int column, String text) {
    row.createCell(column).setCellValue(text);
  }

  private String text(String key, Locale language) {
    return messages.find(key, language).orElse(key);
  }
}
