package anbinh.platform.sheet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.platform.FieldProblem;
import anbinh.platform.Messages;
import anbinh.platform.Problem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;

/// Lists as bytes, of a workbook above all: what is read of them, and what is named as wrong.
class SheetRowsTest {
  private static final String LETTERS = "<>\"/=A9rcv ";
  private static final SheetVocabulary<Column> WORDS =
      new SheetVocabulary<>(new Messages(new StaticMessageSource()), "test", Column.class);

  enum Column implements SheetColumn {
    NAME,
    DAY,
    COUNT;

    @Override
    public Rule rule() {
      return this == NAME ? REQUIRED : OPTIONAL;
    }
  }

  private final List<String> errors = new ArrayList<>();

  /// The cells as `name day count`, with the mistakes as `cell code` in [#errors].
  private List<String> read(byte[] file) {
    errors.clear();
    List<String> read = new ArrayList<>();
    var rows = new SheetRows<>(new SheetFile(file, null), WORDS);
    while (rows.hasNext()) {
      SheetRows.Row<Column> row = rows.next();
      var cells =
          new SheetCells<>(WORDS, row, error -> errors.add(error.cell() + " " + error.code()));
      String name = cells.text(Column.NAME, 100);
      LocalDate day = cells.day(Column.DAY);
      Integer count = cells.whole(Column.COUNT, 0, 99_999);
      read.add(row.number() + ": " + name + " " + day + " " + count);
    }
    return read;
  }

  private static String unreadable(byte[] file) {
    try {
      var rows = new SheetRows<>(new SheetFile(file, null), WORDS);
      while (rows.hasNext()) {
        rows.next();
      }
    } catch (Problem problem) {
      return problem.fields().stream().map(FieldProblem::code).findFirst().orElse("");
    }
    return "read";
  }

  private static byte[] workbook(Consumer<XSSFWorkbook> content) {
    try (var workbook = new XSSFWorkbook();
        var bytes = new ByteArrayOutputStream()) {
      content.accept(workbook);
      workbook.write(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Sheet titled(XSSFWorkbook workbook, int at) {
    Sheet sheet = workbook.createSheet("Danh sách");
    Row titles = sheet.createRow(at);
    titles.createCell(0).setCellValue("Name");
    titles.createCell(1).setCellValue("day");
    titles.createCell(2).setCellValue("COUNT");
    return sheet;
  }

  private static Cell cell(Sheet sheet, int row, int column) {
    Row found = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
    return found.createCell(column);
  }

  private static CellStyle shown(XSSFWorkbook workbook, String format) {
    CellStyle style = workbook.createCellStyle();
    style.setDataFormat(workbook.createDataFormat().getFormat(format));
    return style;
  }

  @Test
  void readsAWorkbookBelowItsHeadingAndWithoutItsEmptyRows() {
    byte[] file =
        workbook(workbook -> {
          workbook.createSheet("Ẩn");
          workbook.setSheetHidden(0, true);
          Sheet sheet = titled(workbook, 2);
          cell(sheet, 0, 0).setCellValue("DANH SÁCH TỔ BẢO VỆ");
          sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 2));
          cell(sheet, 3, 0).setCellValue(Normalizer.normalize("Tổ Đông Thọ", Normalizer.Form.NFD));
          Cell day = cell(sheet, 3, 1);
          day.setCellValue(LocalDate.of(2026, 11, 5));
          day.setCellStyle(shown(workbook, "dd/mm/yyyy"));
          cell(sheet, 3, 2).setCellValue(3);
          sheet.createRow(5).createCell(1).setCellValue("   ");
          cell(sheet, 6, 0).setCellValue(7);
          sheet.getRow(6).getCell(0).setCellStyle(shown(workbook, "00000"));
          cell(sheet, 6, 1).setCellValue("5.11.2026");
          cell(sheet, 6, 2).setCellFormula("1+2");
          workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
        });
    assertThat(read(file)).containsExactly("4: Tổ Đông Thọ 2026-11-05 3", "7: 00007 2026-11-05 3");
    assertThat(errors).isEmpty();
  }

  /// As programs write them that do not know beforehand how large they become.
  @Test
  void readsAWorkbookThatWasWrittenAsAStream() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var workbook = new SXSSFWorkbook()) {
      Sheet sheet = workbook.createSheet();
      sheet.createRow(0).createCell(0).setCellValue("name");
      sheet.getRow(0).createCell(1).setCellValue("count");
      sheet.createRow(1).createCell(0).setCellValue("Tổ một");
      sheet.getRow(1).createCell(1).setCellValue(3);
      workbook.write(bytes);
    }
    assertThat(read(bytes.toByteArray())).containsExactly("2: Tổ một null 3");
  }

  @Test
  void namesEachCellThatCannotBeTrusted() {
    byte[] file =
        workbook(workbook -> {
          Sheet sheet = titled(workbook, 0);
          for (int row = 1; row <= 4; row++) {
            cell(sheet, row, 0).setCellValue("Tổ " + row);
          }
          cell(sheet, 1, 1).setCellValue("ngày rằm");
          cell(sheet, 2, 2).setCellFormula("1/0");
          workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
          cell(sheet, 3, 2).setCellFormula("1+1");
          cell(sheet, 4, 3).setCellValue("thừa");
          sheet.addMergedRegion(new CellRangeAddress(3, 4, 1, 1));
        });
    read(file);
    assertThat(errors)
        .containsExactly(
            "B2 list-date",
            "C3 list-cell-error",
            "B4 list-merged",
            "C4 list-formula",
            "null list-row-overfull",
            "B5 list-merged");
  }

  /// As `=IF(A2="","",A2)` has it, filled down to where there is nothing.
  @Test
  void aFormulaWhoseResultIsEmptyIsAnEmptyCell() throws IOException {
    byte[] plain = workbook(workbook -> titled(workbook, 0));
    byte[] file =
        sheet(
            plain,
            titles()
                + row(2, "<c r=\"A2\" t=\"inlineStr\"><is><t>Tổ</t></is></c>", formula("C2", true))
                + row(3, formula("A3", true), formula("C3", true))
                + row(
                    4, "<c r=\"A4\" t=\"inlineStr\"><is><t>Tổ</t></is></c>", formula("C4", false)));
    assertThat(read(file)).containsExactly("2: Tổ null null", "4: Tổ null null");
    assertThat(errors).containsExactly("C4 list-formula");
  }

  @Test
  void daysAreThoseOfTheWorkbooksOwnCalendar() throws IOException {
    byte[] file =
        workbook(workbook -> {
          Sheet sheet = titled(workbook, 0);
          cell(sheet, 1, 0).setCellValue("Tổ");
          cell(sheet, 1, 1).setCellValue(45_000);
          sheet.getRow(1).getCell(1).setCellStyle(shown(workbook, "dd/mm/yyyy"));
        });
    assertThat(read(file)).containsExactly("2: Tổ 2023-03-15 null");
    byte[] since1904 =
        with(
            file,
            "xl/workbook.xml",
            text(file, "xl/workbook.xml")
                .replaceFirst("<(\\w*:?)workbookPr[^>]*/>", "<$1workbookPr date1904=\"true\"/>")
                .getBytes(UTF_8));
    assertThat(read(since1904)).containsExactly("2: Tổ 2027-03-16 null");
  }

  /// What unfolds to little, and would be much once it is read.
  @Test
  void whatIsKeptOfASheetIsCountedBeforeItIsMade() throws IOException {
    byte[] plain = workbook(workbook -> titled(workbook, 0));
    var far = new StringBuilder(titles());
    for (int n = 2; n < 9_000; n++) {
      far.append(row(n, "<c r=\"RF" + n + "\"><v>1</v></c>"));
    }
    assertThat(unreadable(sheet(plain, far.toString()))).isEqualTo("list-workbook-large");

    var many = new StringBuilder(titles());
    for (int n = 2; n < 200_010; n++) {
      many.append(row(n, "<c r=\"A" + n + "\"><v>1</v></c>"));
    }
    assertThat(unreadable(sheet(plain, many.toString()))).isEqualTo("list-workbook-large");

    String joined = "<mergeCell ref=\"A1:SF1048576\"/>".repeat(10_000);
    var rows = new StringBuilder(titles());
    for (int n = 2; n < 1_000; n++) {
      rows.append(row(n, "<c r=\"A" + n + "\"><v>1</v></c>"));
    }
    byte[] merged = sheet(plain, rows.toString(), "<mergeCells>" + joined + "</mergeCells>");
    assertThat(unreadable(merged)).isEqualTo("list-workbook-large");

    var empty = new StringBuilder(titles());
    for (int n = 2; n < 300_000; n++) {
      empty.append(row(n));
    }
    assertThat(unreadable(sheet(plain, empty.toString()))).isEqualTo("read");
  }

  @Test
  void linesOfEmptyCellsAreNone() {
    String list = "name;day;count\n" + ";;\n".repeat(300_000) + "Tổ;;1\n;;\n";
    assertThat(read(list.getBytes(UTF_8))).containsExactly("300002: Tổ null 1");
    assertThat(errors).isEmpty();
    assertThat(unreadable(("name\n" + "Tổ\n".repeat(200_001)).getBytes(UTF_8)))
        .isEqualTo("list-rows");
  }

  private static String titles() {
    return row(
        1,
        "<c r=\"A1\" t=\"inlineStr\"><is><t>name</t></is></c>",
        "<c r=\"B1\" t=\"inlineStr\"><is><t>day</t></is></c>",
        "<c r=\"C1\" t=\"inlineStr\"><is><t>count</t></is></c>");
  }

  private static String row(int number, String... cells) {
    return "<row r=\"" + number + "\">" + String.join("", cells) + "</row>";
  }

  private static String formula(String at, boolean valued) {
    return "<c r=\"" + at + "\" t=\"str\"><f>1</f>" + (valued ? "<v></v>" : "") + "</c>";
  }

  private static byte[] sheet(byte[] file, String rows, String... behind) throws IOException {
    String xml =
        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
            + rows
            + "</sheetData>"
            + String.join("", behind)
            + "</worksheet>";
    return with(file, "xl/worksheets/sheet1.xml", xml.getBytes(UTF_8));
  }

  private static String text(byte[] file, String name) throws IOException {
    return parts(file).stream()
        .filter(part -> part.name().equals(name))
        .map(part -> new String(part.content(), UTF_8))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void takesThreeFormsOfADayFromCsvAndComposesText() {
    String list =
        "name;day;count\n"
            + Normalizer.normalize("Tổ một", Normalizer.Form.NFD)
            + ";2026-11-05;1\nTổ hai;05/11/2026;2\nTổ ba;5.11.2026;3\nTổ tư;31.2.2026;4\n";
    assertThat(read(list.getBytes(UTF_8)))
        .containsExactly(
            "2: Tổ một 2026-11-05 1",
            "3: Tổ hai 2026-11-05 2",
            "4: Tổ ba 2026-11-05 3",
            "5: Tổ tư null 4");
    assertThat(errors).containsExactly("B5 list-date");
  }

  @Test
  void refusesOldWorkbooksMacrosAndBombs() throws IOException {
    assertThat(unreadable(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2}))
        .isEqualTo("list-workbook-old");
    byte[] plain = workbook(workbook -> titled(workbook, 0));
    assertThat(unreadable(plain)).isEqualTo("read");
    assertThat(unreadable(with(plain, "xl/vbaProject.bin", new byte[10])))
        .isEqualTo("list-workbook-macros");
    assertThat(unreadable(with(plain, "xl/media/a.bin", new byte[100 << 20])))
        .isEqualTo("list-workbook-large");
    assertThat(unreadable(with(new byte[0], "hello.txt", "no workbook".getBytes(UTF_8))))
        .isEqualTo("list-workbook-broken");
    byte[] entity =
        """
        <!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>
        <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">&a;</workbook>
        """
            .getBytes(UTF_8);
    assertThat(unreadable(with(plain, "xl/workbook.xml", entity)))
        .isEqualTo("list-workbook-broken");
  }

  /// Ten thousand columns in a cell's address, a string that there is not, and so on.
  @Test
  void damagedWorkbooksAreNoFaults() {
    byte[] file =
        workbook(workbook -> {
          Sheet sheet = titled(workbook, 0);
          for (int row = 1; row < 30; row++) {
            cell(sheet, row, 0).setCellValue("Tổ " + row);
            cell(sheet, row, 2).setCellValue(row);
          }
          sheet.addMergedRegion(new CellRangeAddress(3, 9, 1, 2));
        });
    long seed = Long.getLong("test.seed", 20_261_126L);
    var random = new Random(seed);
    for (int round = 0; round < 150; round++) {
      byte[] bytes = file.clone();
      if (round % 2 == 0) {
        for (int n = 0; n < 1 + random.nextInt(8); n++) {
          bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
      } else {
        bytes = scrambled(file, random);
      }
      assertThat(unreadable(bytes)).as("seed " + seed + ", round " + round).isNotEmpty();
    }
  }

  /// The same with letters of one part exchanged, which a damaged archive would not get past.
  private static byte[] scrambled(byte[] file, Random random) {
    try {
      List<Part> parts = parts(file);
      int at = random.nextInt(parts.size());
      byte[] content = parts.get(at).content().clone();
      for (int n = 0; n < 1 + random.nextInt(4); n++) {
        content[random.nextInt(content.length)] =
            (byte) LETTERS.charAt(random.nextInt(LETTERS.length()));
      }
      return with(file, parts.get(at).name(), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @SuppressWarnings("ArrayRecordComponent")
  private record Part(String name, byte[] content) {}

  private static List<Part> parts(byte[] file) throws IOException {
    List<Part> parts = new ArrayList<>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      @Nullable ZipEntry entry = zip.getNextEntry();
      while (entry != null) {
        parts.add(new Part(entry.getName(), zip.readAllBytes()));
        entry = zip.getNextEntry();
      }
    }
    return parts;
  }

  /// The same archive with a part more, or in the place of one.
  private static byte[] with(byte[] file, String name, byte[] content) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (Part part : parts(file)) {
        if (!part.name().equals(name)) {
          zip.putNextEntry(new ZipEntry(part.name()));
          zip.write(part.content());
        }
      }
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content);
    }
    return bytes.toByteArray();
  }
}
