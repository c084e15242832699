package anbinh.reports.paper;

import anbinh.platform.Messages;
import anbinh.platform.Site;
import anbinh.reports.paper.PaperContent.Cell;
import anbinh.reports.paper.PaperContent.Definition;
import anbinh.reports.paper.PaperContent.Line;
import anbinh.reports.paper.PaperContent.Topic;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
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

/// Writes figures as a workbook (XLSX) of four sheets: the figures, the units, the definitions, and
/// what whoever gets it by itself has to know of it. Numbers are numbers, hidden ones a star; no
/// cell is a formula.
@Component
class FiguresWorkbook {
  private static final int KEPT_ROWS = 200;
  private static final int WIDE = 256 * 48;
  private static final int NARROW = 256 * 16;
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
        made.setCellStyle(number == Math.rint(number) ? count : share);
      }
    }
  }

  byte[] write(PaperContent content, Locale language) throws IOException {
    try (var workbook = new SXSSFWorkbook(KEPT_ROWS);
        var bytes = new ByteArrayOutputStream()) {
      workbook.setCompressTempFiles(false);
      var writing = new Writing(workbook, language);
      figures(writing, content);
      units(writing, content);
      definitions(writing, content);
      about(writing, content);
      workbook.write(bytes);
      return bytes.toByteArray();
    }
  }

  private void figures(Writing writing, PaperContent content) {
    Sheet sheet = writing.sheet("figures", NARROW * 2, WIDE, NARROW, NARROW, NARROW);
    int number = 0;
    if (content.demonstration()) {
      text(sheet.createRow(number++), 0, text("report.paper.demonstration", writing.language));
    }
    writing.head(
        sheet,
        number++,
        List.of(
            text("report.column.code", writing.language),
            text("report.column.indicator", writing.language),
            content.period(),
            content.before(),
            content.yearAgo()));
    for (Topic topic : content.topics()) {
      for (PaperContent.Row each : topic.rows()) {
        Row row = sheet.createRow(number++);
        text(row, 0, each.code());
        text(row, 1, (each.part() ? "   – " : "") + each.name());
        writing.number(row, 2, each.value());
        if (!each.part()) {
          writing.number(row, 3, each.before());
          writing.number(row, 4, each.yearAgo());
        }
      }
    }
  }

  private void units(Writing writing, PaperContent content) {
    Sheet sheet = writing.sheet("units", NARROW, WIDE, NARROW);
    List<String> heads =
        new ArrayList<>(
            List.of(
                text("report.column.code", writing.language),
                text("report.column.unit", writing.language),
                text("report.column.report", writing.language)));
    heads.addAll(content.lineHeads());
    writing.head(sheet, 0, heads);
    int number = 1;
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
    writing.head(
        sheet,
        0,
        List.of("code", "indicator", "says", "source", "law", "days", "shown").stream()
            .map(each -> text("report.column." + each, writing.language))
            .toList());
    int number = 1;
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

  private void about(Writing writing, PaperContent content) {
    Sheet sheet = writing.sheet("about", WIDE, WIDE);
    Locale language = writing.language;
    int number = 0;
    number = said(sheet, number, text("report.column.unit", language), content.unit());
    number = said(sheet, number, text("report.column.period", language), content.period());
    number =
        said(
            sheet,
            number,
            text("report.about.made-at", language),
            TIME.format(content.madeAt().atZone(site.zone())));
    number = said(sheet, number, text("report.about.made-by", language), content.madeBy());
    number =
        said(
            sheet,
            number,
            text("report.about.rate", language),
            content.handedIn() + " / " + content.units());
    if (content.sentence() != null) {
      number = said(sheet, number, text("report.about.sentence", language), content.sentence());
    }
    number =
        said(
            sheet,
            number,
            text("report.about.sources", language),
            text("report.paper.sources", language));
    if (!content.over()) {
      number = said(sheet, number, "", text("report.paper.running", language));
    }
    if (content.hides()) {
      number = said(sheet, number, "*", text("report.paper.hidden", language));
    }
    if (content.demonstration()) {
      said(sheet, number, "", text("report.paper.demonstration", language));
    }
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
