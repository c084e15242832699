package anbinh.reports.paper;

import anbinh.platform.Messages;
import anbinh.platform.Site;
import anbinh.print.PdfPrinter;
import anbinh.print.Sheet;
import anbinh.reports.paper.PaperContent.Line;
import anbinh.reports.paper.PaperContent.Topic;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/// Prints figures as an official letter (PDF) in the form of Decree 30/2020/NĐ-CP, appendix I, for
/// somebody to sign. In Vietnamese, as such a letter is.
@Component
class LetterPaper {
  private static final String STYLE =
      """
      @page { size: A4; margin: 20mm 15mm 20mm 30mm;
        @top-center { content: counter(page); font-family: 'DejaVu Sans Condensed'; font-size: 9pt } }
      @page :first { @top-center { content: '' } }
      body { font-family: 'DejaVu Sans Condensed', sans-serif; font-size: 10.5pt; line-height: 1.4 }
      h1 { font-size: 12.5pt; text-align: center; margin: 6mm 0 1mm }
      h2 { font-size: 11.5pt; text-align: center; margin: 0 0 5mm }
      h3 { font-size: 10.5pt; margin: 4mm 0 1.5mm; page-break-after: avoid }
      p { margin: 1.5mm 0; text-align: justify }
      table { border-collapse: collapse; width: 100%; -fs-table-paginate: paginate }
      thead { display: table-header-group }
      tr { page-break-inside: avoid }
      .figures th, .figures td, .units th, .units td { border: 1px solid #555; padding: 1.5pt 4pt;
        vertical-align: top; font-size: 9.5pt }
      .figures td + td, .units td + td { text-align: right; white-space: nowrap }
      .units th { width: 14% } .units th:first-child { width: 30% }
      .figures td.topic { font-weight: bold; text-align: left; background: #f0f0f0 }
      .figures td.part { padding-left: 14pt }
      .head td { text-align: center; vertical-align: top; width: 40%; font-size: 9.8pt }
      .head td + td { width: 60% }
      .head .line { border-top: 1px solid #000; width: 45mm; margin: 1mm auto 0 }
      .foot td { vertical-align: top; width: 50%; padding-top: 8mm; page-break-inside: avoid }
      .foot .sign { text-align: center; height: 40mm }
      .small { font-size: 9pt }
      .warning { border: 2px solid #000; padding: 4pt; font-weight: bold; text-align: center }
      """;

  private final PdfPrinter printer;
  private final LetterText words;
  private final Messages messages;
  private final Site site;

  LetterPaper(PdfPrinter printer, LetterText words, Messages messages, Site site) {
    this.printer = printer;
    this.words = words;
    this.messages = messages;
    this.site = site;
  }

  byte[] print(PaperContent content) throws IOException {
    Sheet sheet = new Sheet(messages, site, Messages.VIETNAMESE, "report.letter.", true);
    head(sheet, content);
    sheet.heading(1, words.text("title")).heading(2, words.about(content));
    if (content.demonstration()) {
      sheet.warning(words.paper("paper.demonstration"));
    }
    words.before(content).forEach(sheet::paragraph);
    sheet.heading(3, words.text("part-figures"));
    figures(sheet, content);
    if (content.province() && !content.lines().isEmpty()) {
      sheet.heading(3, words.text("part-units"));
      units(sheet, content);
    }
    words.after(content).forEach(sheet::paragraph);
    foot(sheet, content);
    return printer.print(sheet.document(words.about(content), STYLE), LetterPaper::none);
  }

  private void head(Sheet sheet, PaperContent content) {
    sheet.raw(
        """
        <table class="head"><tr><td>%s<b>%s</b><div class="line"></div></td>
        <td><b>%s</b><br/><b>%s</b><div class="line"></div></td></tr>
        <tr><td>%s</td><td><i>%s</i></td></tr></table>
        """
            .formatted(
                words.superior(content).map(each -> sheet.words(each) + "<br/>").orElse(""),
                sheet.words(words.organ(content)),
                sheet.words(words.text("country")),
                sheet.words(words.text("motto")),
                sheet.words(words.number(content)),
                sheet.words(words.place(content))));
  }

  private void figures(Sheet sheet, PaperContent content) {
    sheet.raw("<table class=\"figures\"><thead>");
    List<String> names = new ArrayList<>(List.of(words.paper("column.indicator")));
    names.addAll(content.heads());
    sheet.line(heads(sheet, names));
    sheet.raw("</thead><tbody>");
    for (Topic topic : content.topics()) {
      sheet.raw(
          "<tr><td class=\"topic\" colspan=\"%d\">%s</td></tr>"
              .formatted(names.size(), sheet.words(topic.name())));
      for (PaperContent.Row each : topic.rows()) {
        sheet.line(row(sheet, each, content.heads().size()));
      }
    }
    sheet.raw("</tbody></table>");
  }

  private static List<String> row(Sheet sheet, PaperContent.Row row, int columns) {
    String note = row.note();
    List<String> cells = new ArrayList<>();
    cells.add(
        "<td class=\"%s\">%s%s</td>"
            .formatted(
                row.part() ? "part" : "whole",
                sheet.words(row.name()),
                note == null ? "" : "<br/><i>" + sheet.words(note) + "</i>"));
    for (int i = 0; i < columns; i++) {
      String text = i < row.cells().size() ? row.cells().get(i).text() : "";
      cells.add("<td>" + sheet.words(text) + "</td>");
    }
    return cells;
  }

  private void units(Sheet sheet, PaperContent content) {
    List<String> names = new ArrayList<>(List.of(words.paper("column.unit")));
    names.addAll(content.lineHeads());
    sheet.raw("<table class=\"units\"><thead>");
    sheet.line(heads(sheet, names));
    sheet.raw("</thead><tbody>");
    for (Line each : content.lines()) {
      List<String> cells = new ArrayList<>();
      cells.add("<td>" + sheet.words(each.name()) + "</td>");
      each.cells().forEach(cell -> cells.add("<td>" + sheet.words(cell.text()) + "</td>"));
      sheet.line(cells);
    }
    sheet.raw("</tbody></table>");
  }

  private void foot(Sheet sheet, PaperContent content) {
    String receivers = words.text("receivers." + (content.province() ? "province" : "commune"));
    sheet.raw(
        """
        <table class="foot"><tr><td class="small"><b><i>%s</i></b><br/>%s</td>
        <td class="sign"><b>%s</b><br/><i class="small">%s</i></td></tr></table>
        """
            .formatted(
                sheet.words(words.text("receivers")),
                sheet.words(receivers),
                sheet.words(words.sign(content)),
                sheet.words(words.text("signature"))));
  }

  private static List<String> heads(Sheet sheet, List<String> names) {
    return names.stream().map(each -> "<th>" + sheet.words(each) + "</th>").toList();
  }

  private static byte[] none(String picture) {
    throw new IllegalStateException("a letter has no picture " + picture);
  }
}
