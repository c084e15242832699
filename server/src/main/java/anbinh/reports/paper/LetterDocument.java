package anbinh.reports.paper;

import anbinh.reports.paper.PaperContent.Line;
import anbinh.reports.paper.PaperContent.Topic;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTable.XWPFBorderType;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.springframework.stereotype.Component;

/// Writes figures as an official letter to go on with in a word processor (DOCX): Times New Roman,
/// A4, margins as Decree 30/2020/NĐ-CP, appendix I, has them. Number, signature and seal are left
/// for who signs it.
@Component
class LetterDocument {
  private static final String FONT = "Times New Roman";
  private static final int BODY = 13;
  private static final int SMALL = 11;

  /// Of twentieths of a point, as that format counts.
  private static final long MILLIMETRE = 1440 * 10 / 254;

  private final LetterText words;

  LetterDocument(LetterText words) {
    this.words = words;
  }

  byte[] write(PaperContent content) throws IOException {
    try (var document = new XWPFDocument();
        var bytes = new ByteArrayOutputStream()) {
      page(document);
      head(document, content);
      title(document, content);
      body(document, content);
      foot(document, content);
      document.getProperties().getCoreProperties().setTitle(words.about(content));
      document.getProperties().getCoreProperties().setCreator("An Bình");
      document.write(bytes);
      return bytes.toByteArray();
    }
  }

  private static void page(XWPFDocument document) {
    CTSectPr section = document.getDocument().getBody().addNewSectPr();
    CTPageSz size = section.addNewPgSz();
    size.setW(BigInteger.valueOf(210 * MILLIMETRE));
    size.setH(BigInteger.valueOf(297 * MILLIMETRE));
    CTPageMar margins = section.addNewPgMar();
    margins.setTop(BigInteger.valueOf(20 * MILLIMETRE));
    margins.setBottom(BigInteger.valueOf(20 * MILLIMETRE));
    margins.setLeft(BigInteger.valueOf(30 * MILLIMETRE));
    margins.setRight(BigInteger.valueOf(15 * MILLIMETRE));
  }

  private void head(XWPFDocument document, PaperContent content) {
    XWPFTable table = bare(document, 2, 2);
    XWPFTableCell left = table.getRow(0).getCell(0);
    words.superior(content).ifPresent(each -> centred(left, each, false, SMALL + 1));
    centred(left, words.organ(content), true, SMALL + 1);
    centred(left, "_______", false, SMALL);
    XWPFTableCell right = table.getRow(0).getCell(1);
    centred(right, words.text("country"), true, SMALL + 1);
    centred(right, words.text("motto"), true, BODY);
    centred(right, "_______________________", false, SMALL);
    centred(table.getRow(1).getCell(0), words.number(content), false, BODY);
    XWPFRun place = centred(table.getRow(1).getCell(1), words.place(content), false, BODY);
    place.setItalic(true);
  }

  private void title(XWPFDocument document, PaperContent content) {
    paragraph(document, ParagraphAlignment.CENTER, words.text("title"), true, BODY + 1);
    paragraph(document, ParagraphAlignment.CENTER, words.about(content), true, BODY + 1);
    if (content.demonstration()) {
      paragraph(
          document, ParagraphAlignment.CENTER, words.paper("paper.demonstration"), true, BODY);
    }
  }

  private void body(XWPFDocument document, PaperContent content) {
    words.before(content).forEach(each -> text(document, each));
    paragraph(document, ParagraphAlignment.LEFT, words.text("part-figures"), true, BODY);
    List<String> names = new ArrayList<>(List.of(words.paper("column.indicator")));
    names.addAll(content.heads());
    XWPFTable figures = table(document, names);
    for (Topic topic : content.topics()) {
      XWPFTableRow heading = figures.createRow();
      cell(heading.getCell(0), topic.name(), true, ParagraphAlignment.LEFT);
      for (PaperContent.Row each : topic.rows()) {
        row(figures.createRow(), each);
      }
    }
    if (content.province() && !content.lines().isEmpty()) {
      paragraph(document, ParagraphAlignment.LEFT, words.text("part-units"), true, BODY);
      List<String> heads = new ArrayList<>(List.of(words.paper("column.unit")));
      heads.addAll(content.lineHeads());
      XWPFTable units = table(document, heads);
      for (Line each : content.lines()) {
        XWPFTableRow row = units.createRow();
        cell(row.getCell(0), each.name(), false, ParagraphAlignment.LEFT);
        for (int i = 0; i < each.cells().size(); i++) {
          cell(row.getCell(i + 1), each.cells().get(i).text(), false, ParagraphAlignment.RIGHT);
        }
      }
    }
    words.after(content).forEach(each -> text(document, each));
  }

  private static void row(XWPFTableRow row, PaperContent.Row of) {
    cell(row.getCell(0), (of.part() ? "– " : "") + of.name(), false, ParagraphAlignment.LEFT);
    String note = of.note();
    if (note != null) {
      run(row.getCell(0).addParagraph(), note, false, SMALL).setItalic(true);
    }
    for (int i = 0; i < of.cells().size(); i++) {
      cell(row.getCell(i + 1), of.cells().get(i).text(), false, ParagraphAlignment.RIGHT);
    }
  }

  private void foot(XWPFDocument document, PaperContent content) {
    XWPFTable table = bare(document, 1, 2);
    XWPFTableCell left = table.getRow(0).getCell(0);
    XWPFRun receivers =
        run(left.getParagraphs().getFirst(), words.text("receivers"), true, SMALL + 1);
    receivers.setItalic(true);
    for (String line :
        words.text("receivers." + (content.province() ? "province" : "commune")).lines().toList()) {
      run(left.addParagraph(), line, false, SMALL);
    }
    XWPFTableCell right = table.getRow(0).getCell(1);
    for (String line : words.sign(content).lines().toList()) {
      centred(right, line, true, BODY);
    }
    XWPFRun hint = centred(right, words.text("signature"), false, SMALL);
    hint.setItalic(true);
  }

  private static XWPFTable bare(XWPFDocument document, int rows, int columns) {
    XWPFTable table = document.createTable(rows, columns);
    table.setWidth("100%");
    for (XWPFBorderType none : List.of(XWPFBorderType.NONE)) {
      table.setTopBorder(none, 0, 0, "auto");
      table.setBottomBorder(none, 0, 0, "auto");
      table.setLeftBorder(none, 0, 0, "auto");
      table.setRightBorder(none, 0, 0, "auto");
      table.setInsideHBorder(none, 0, 0, "auto");
      table.setInsideVBorder(none, 0, 0, "auto");
    }
    return table;
  }

  private static XWPFTable table(XWPFDocument document, List<String> heads) {
    XWPFTable table = document.createTable(1, heads.size());
    table.setWidth("100%");
    XWPFTableRow row = table.getRow(0);
    row.setRepeatHeader(true);
    for (int i = 0; i < heads.size(); i++) {
      cell(row.getCell(i), heads.get(i), true, ParagraphAlignment.CENTER);
    }
    return table;
  }

  private static void cell(
      XWPFTableCell cell, String text, boolean bold, ParagraphAlignment alignment) {
    XWPFParagraph paragraph = cell.getParagraphs().getFirst();
    paragraph.setAlignment(alignment);
    run(paragraph, text, bold, SMALL);
  }

  private static XWPFRun centred(XWPFTableCell cell, String text, boolean bold, int size) {
    XWPFParagraph first = cell.getParagraphs().getFirst();
    XWPFParagraph paragraph = first.getRuns().isEmpty() ? first : cell.addParagraph();
    paragraph.setAlignment(ParagraphAlignment.CENTER);
    return run(paragraph, text, bold, size);
  }

  private static void text(XWPFDocument document, String text) {
    XWPFParagraph paragraph = paragraph(document, ParagraphAlignment.BOTH, text, false, BODY);
    paragraph.setFirstLineIndent((int) (10 * MILLIMETRE));
  }

  private static XWPFParagraph paragraph(
      XWPFDocument document, ParagraphAlignment alignment, String text, boolean bold, int size) {
    XWPFParagraph paragraph = document.createParagraph();
    paragraph.setAlignment(alignment);
    paragraph.setSpacingBefore(120);
    run(paragraph, text, bold, size);
    return paragraph;
  }

  private static XWPFRun run(XWPFParagraph paragraph, String text, boolean bold, int size) {
    XWPFRun run = paragraph.createRun();
    run.setFontFamily(FONT);
    run.setFontSize(size);
    run.setBold(bold);
    run.setText(text);
    return run;
  }
}
