package anbinh.reports.paper;

import anbinh.platform.Messages;
import anbinh.platform.Site;
import anbinh.platform.indicator.IndicatorDefinition.Kind;
import anbinh.reports.ReportPeriod;
import anbinh.reports.figure.FigureText;
import anbinh.reports.figure.ShownFigure;
import anbinh.reports.figure.ShownFigure.Seen;
import anbinh.reports.web.PivotView;
import anbinh.reports.web.PivotView.Axis;
import anbinh.reports.web.PivotView.PivotHead;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.springframework.stereotype.Component;

/// Writes a pivot as a workbook (XLSX) or as CSV, with what it is of above it and what its signs
/// mean below. Numbers are numbers, rounded and hidden ones text; no cell is a formula. Safe for
/// many threads.
@Component
class PivotSheet {
  private static final int KEPT_ROWS = 200;
  private static final int WIDE = 256 * 40;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT);

  private final Messages messages;
  private final FigureText texts;
  private final Site site;

  PivotSheet(Messages messages, FigureText texts, Site site) {
    this.messages = messages;
    this.texts = texts;
    this.site = site;
  }

  byte[] workbook(PivotView pivot, Locale language) throws IOException {
    try (var workbook = new SXSSFWorkbook(KEPT_ROWS);
        var bytes = new ByteArrayOutputStream()) {
      workbook.setCompressTempFiles(false);
      CellStyle count = style(workbook, "#,##0");
      CellStyle share = style(workbook, "0.0");
      Sheet sheet = workbook.createSheet(text("report.sheet.figures", language));
      sheet.setRightToLeft(language.getLanguage().equals("ar"));
      sheet.setColumnWidth(0, WIDE);
      int number = 0;
      for (List<String> each : above(pivot, language)) {
        row(sheet, number++, each);
      }
      sheet.createFreezePane(1, number);
      for (int at = 0; at < pivot.rowHeads().size(); at++) {
        Row row = sheet.createRow(number++);
        row.createCell(0)
            .setCellValue(name(pivot, pivot.rows(), pivot.rowHeads().get(at), language));
        List<ShownFigure> cells = pivot.cells().get(at);
        for (int column = 0; column < cells.size(); column++) {
          ShownFigure figure = cells.get(column);
          var cell = row.createCell(column + 1);
          if (figure.seen() == Seen.YES && figure.value() != null) {
            cell.setCellValue(figure.value());
            cell.setCellStyle(pivot.kindOf(at, column) == Kind.SHARE ? share : count);
          } else {
            cell.setCellValue(texts.number(figure, language));
          }
        }
      }
      row(sheet, number + 1, List.of(text("report.pivot.signs", language)));
      workbook.write(bytes);
      return bytes.toByteArray();
    }
  }

  private static CellStyle style(SXSSFWorkbook workbook, String format) {
    CellStyle style = workbook.createCellStyle();
    style.setDataFormat(workbook.createDataFormat().getFormat(format));
    return style;
  }

  private static void row(Sheet sheet, int number, List<String> cells) {
    Row row = sheet.createRow(number);
    for (int i = 0; i < cells.size(); i++) {
      row.createCell(i).setCellValue(cells.get(i));
    }
  }

  /// With the mark by which spreadsheets know UTF-8.
  byte[] csv(PivotView pivot, Locale language) {
    List<List<String>> rows = new ArrayList<>(above(pivot, language));
    for (int at = 0; at < pivot.rowHeads().size(); at++) {
      List<String> row = new ArrayList<>();
      row.add(name(pivot, pivot.rows(), pivot.rowHeads().get(at), language));
      pivot.cells().get(at).forEach(figure -> row.add(plain(figure, language)));
      rows.add(row);
    }
    rows.add(List.of(text("report.pivot.signs", language)));
    return rows.stream()
        .map(row -> row.stream().map(PivotSheet::quoted).collect(Collectors.joining(",")))
        .collect(Collectors.joining("\r\n", "\uFEFF", "\r\n"))
        .getBytes(StandardCharsets.UTF_8);
  }

  /// A number without separators, which each language has others of.
  private String plain(ShownFigure figure, Locale language) {
    Double value = figure.value();
    if (figure.seen() != Seen.YES || value == null) {
      return texts.number(figure, language);
    }
    return value == Math.rint(value) ? Long.toString(value.longValue()) : value.toString();
  }

  /// A cell that no program takes for a formula or for two.
  private static String quoted(String text) {
    String plain = text.isEmpty() || "=+-@\t\r".indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    return plain.matches("[^\",\r\n]*") ? plain : "\"" + plain.replace("\"", "\"\"") + "\"";
  }

  /// What it is of, and the heads of its columns.
  private List<List<String>> above(PivotView pivot, Locale language) {
    List<List<String>> rows = new ArrayList<>();
    if (site.demonstration()) {
      rows.add(List.of(text("report.paper.demonstration", language)));
    }
    List<String> of = new ArrayList<>();
    if (pivot.indicatorName() != null) {
      of.add(pivot.indicatorName());
    }
    if (pivot.partName() != null) {
      of.add(pivot.partName());
    }
    of.add(pivot.areaName());
    of.add(texts.period(ReportPeriod.parse(pivot.period()), language));
    rows.add(List.of(String.join(" – ", of)));
    rows.add(
        List.of(
            messages
                .find("report.pivot.as-of", language, DAY.format(pivot.asOf()))
                .orElse(pivot.asOf().toString())));
    List<String> heads = new ArrayList<>();
    heads.add(text("report.pivot.axis." + pivot.rows().name(), language));
    pivot.columnHeads().forEach(head -> heads.add(name(pivot, pivot.columns(), head, language)));
    rows.add(heads);
    return rows;
  }

  private String name(PivotView pivot, Axis axis, PivotHead head, Locale language) {
    String code = head.code();
    return switch (axis) {
      case PERIOD -> texts.period(ReportPeriod.parse(String.valueOf(code)), language);
      case KIND -> code == null ? text("report.pivot.all-kinds", language) : head.name();
      case UNIT -> code == null ? pivot.areaName() : head.name() + " (" + code + ")";
      case INDICATOR -> head.name();
    };
  }

  private String text(String key, Locale language) {
    return messages.find(key, language).orElse(key);
  }
}
