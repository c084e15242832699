package anbinh.teamwork.pay;

import anbinh.platform.Messages;
import anbinh.platform.Site;
import anbinh.teamwork.pay.PayResponseMapper.LineView;
import anbinh.teamwork.pay.PayResponseMapper.PaidView;
import anbinh.teamwork.pay.PayResponseMapper.SheetView;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Writes a sheet as a workbook (XLSX), a row a line, so that an office calculates on with it. No
/// cell is a formula; text is text, whatever it begins with.
@Component
class PayWorkbook {
  private static final String PREFIX = "team-pay.";
  private static final List<String> COLUMNS =
      List.of(
          "team",
          "name",
          "position",
          "what",
          "month",
          "from",
          "until",
          "days",
          "month-days",
          "minutes",
          "base",
          "value",
          "due",
          "paid",
          "amount",
          "note");
  private static final int KEPT_ROWS = 100;

  private final Messages messages;
  private final Site site;

  PayWorkbook(Messages messages, Site site) {
    this.messages = messages;
    this.site = site;
  }

  byte[] write(SheetView view, List<PaidView> all, Locale language) throws IOException {
    try (var workbook = new SXSSFWorkbook(KEPT_ROWS);
        var bytes = new ByteArrayOutputStream()) {
      workbook.setCompressTempFiles(false);
      Sheet sheet = workbook.createSheet(view.month());
      sheet.setRightToLeft(language.getLanguage().equals("ar"));
      CellStyle money = workbook.createCellStyle();
      money.setDataFormat(workbook.createDataFormat().getFormat("#,##0"));
      Row head = sheet.createRow(0);
      for (int i = 0; i < COLUMNS.size(); i++) {
        head.createCell(i).setCellValue(text("column." + COLUMNS.get(i), language));
      }
      int number = 1;
      for (PaidView person : all) {
        for (LineView line : person.lines()) {
          fill(sheet.createRow(number++), person, line, money, language);
        }
      }
      for (String said : said(view, language)) {
        text(sheet.createRow(++number), 0, said);
      }
      workbook.write(bytes);
      return bytes.toByteArray();
    }
  }

  /// What whoever gets the workbook by itself has to know of it.
  private List<String> said(SheetView view, Locale language) {
    List<String> said = new ArrayList<>();
    if (site.demonstration()) {
      said.add(text("paper.demonstration", language));
    }
    if (view.paper() == null) {
      said.add(text("paper.not-decided", language));
    }
    if (view.unchecked() > 0) {
      said.add(
          messages
              .find(PREFIX + "paper.unchecked", language, view.unchecked())
              .orElse("paper.unchecked"));
    }
    return said;
  }

  private void fill(Row row, PaidView person, LineView line, CellStyle money, Locale language) {
    text(row, 0, person.teamName());
    text(row, 1, person.name());
    text(
        row,
        2,
        line.position() == null ? null : text("position." + line.position().name(), language));
    text(row, 3, text("kind." + line.kind().name(), language));
    text(row, 4, line.month());
    text(row, 5, line.from() == null ? null : line.from().toString());
    text(row, 6, line.until() == null ? null : line.until().toString());
    number(row, 7, line.days() == null ? null : BigDecimal.valueOf(line.days()), null);
    number(row, 8, line.monthDays() == null ? null : BigDecimal.valueOf(line.monthDays()), null);
    number(row, 9, line.minutes() == null ? null : BigDecimal.valueOf(line.minutes()), null);
    number(row, 10, line.base(), money);
    number(row, 11, line.value(), null);
    number(row, 12, line.due(), money);
    number(row, 13, line.paid(), money);
    number(row, 14, line.amount(), money);
    text(
        row,
        15,
        line.missing() != null
            ? text("missing." + line.missing().name(), language)
            : line.correction() ? text("correction", language) : null);
  }

  private static void text(Row row, int column, @Nullable String text) {
    if (text != null) {
      row.createCell(column).setCellValue(text);
    }
  }

  /// A spreadsheet's numbers are binary; whole dong and factors of four decimals are exact enough
  /// in them to be shown as they are.
  private static void number(
      Row row, int column, @Nullable BigDecimal number, @Nullable CellStyle style) {
    if (number != null) {
      var cell = row.createCell(column);
      cell.setCellValue(number.doubleValue());
      if (style != null) {
        cell.setCellStyle(style);
      }
    }
  }

  private String text(String key, Locale language) {
    return messages.find(PREFIX + key, language).orElse(key);
  }
}
