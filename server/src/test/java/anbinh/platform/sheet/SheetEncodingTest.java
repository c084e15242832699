package anbinh.platform.sheet;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.platform.Messages;
import anbinh.platform.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.StaticMessageSource;

/// Lists in encodings from before Unicode are read as what they say, and lists whose letters were
/// lost are refused by cell.
class SheetEncodingTest {
  private static final SheetVocabulary<Column> WORDS =
      new SheetVocabulary<>(new Messages(new StaticMessageSource()), "test", Column.class);
  private static final List<String> NAMES =
      List.of(
          "Nguyễn Văn Được",
          "Lê Thị Hồng Nhung",
          "Phạm Quốc Khánh",
          "Bùi Đức Thuỷ",
          "Trương Mỹ Duyên",
          "Hoàng Ngọc Ánh");

  enum Column implements SheetColumn {
    NAME,
    NOTE;

    @Override
    public Rule rule() {
      return this == NAME ? REQUIRED : OPTIONAL;
    }
  }

  private final List<String> errors = new ArrayList<>();
  private @Nullable EncodingReport report;

  private List<String> read(byte[] file, @Nullable TextEncoding chosen) {
    errors.clear();
    List<String> read = new ArrayList<>();
    var sheet = new SheetFile(file, chosen);
    var rows = new SheetRows<>(sheet, WORDS);
    while (rows.hasNext()) {
      SheetRows.Row<Column> row = rows.next();
      var cells =
          new SheetCells<>(WORDS, row, error -> errors.add(error.cell() + " " + error.code()));
      String name = cells.name(Column.NAME, 200);
      String note = cells.text(Column.NOTE, 200);
      read.add(note == null ? String.valueOf(name) : name + " | " + note);
    }
    report = sheet.encoding();
    return read;
  }

  private static void readAll(SheetFile file) {
    var rows = new SheetRows<>(file, WORDS);
    while (rows.hasNext()) {
      rows.next();
    }
  }

  private TextEncoding encoding() {
    return report == null ? TextEncoding.UNICODE : report.encoding();
  }

  private static byte[] list(TextEncoding encoding, List<String> names) {
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes("name\r\n".getBytes(UTF_8));
    names.forEach(name -> {
      bytes.writeBytes(LegacyWriter.bytes(encoding, name));
      bytes.writeBytes("\r\n".getBytes(UTF_8));
    });
    return bytes.toByteArray();
  }

  private static byte[] csv(String text) {
    return text.getBytes(UTF_8);
  }

  @ParameterizedTest
  @EnumSource(names = {"WINDOWS_1258", "TCVN3", "VNI", "VISCII"})
  void recognisesAnOldEncodingAndConvertsIt(TextEncoding encoding) {
    assertThat(read(list(encoding, NAMES), null)).containsExactlyElementsOf(NAMES);
    assertThat(errors).isEmpty();
    assertThat(report)
        .isNotNull()
        .satisfies(found -> {
          assertThat(found.encoding()).isEqualTo(encoding);
          assertThat(found.converted()).isEqualTo(NAMES.size());
          EncodingReport.ConvertedCell first = found.sample().getFirst();
          assertThat(first.cell()).isEqualTo("A2");
          assertThat(first.before()).isEqualTo(LegacyWriter.text(encoding, NAMES.getFirst()));
          assertThat(first.after()).isEqualTo(NAMES.getFirst());
        });
  }

  @ParameterizedTest
  @EnumSource(names = {"WINDOWS_1258", "TCVN3", "VNI", "VISCII"})
  void recognisesASingleName(TextEncoding encoding) {
    for (String name : NAMES) {
      assertThat(read(list(encoding, List.of(name)), null)).as(name).containsExactly(name);
    }
  }

  @Test
  void takesNothingThatNobodyConfirmed() {
    var file = new SheetFile(list(TextEncoding.TCVN3, NAMES), null);
    readAll(file);
    assertThatThrownBy(file::requireConfirmed)
        .isInstanceOfSatisfying(
            Problem.class,
            problem ->
                assertThat(problem.fields().getFirst().code()).isEqualTo("list-encoding-confirm"));
    var confirmed = new SheetFile(list(TextEncoding.TCVN3, NAMES), TextEncoding.TCVN3);
    readAll(confirmed);
    confirmed.requireConfirmed();
    var plain = new SheetFile(csv("name\nNguyễn Văn A\n"), null);
    readAll(plain);
    plain.requireConfirmed();
  }

  @Test
  void readsTheEncodingThatSomebodyChose() {
    byte[] ambiguous = "name\nL\u00EA\n".getBytes(ISO_8859_1);
    assertThat(read(ambiguous, TextEncoding.TCVN3)).containsExactly("Lờ");
    assertThat(read(ambiguous, TextEncoding.WINDOWS_1258)).containsExactly("Lê");
    read(ambiguous, TextEncoding.UNICODE);
    assertThat(errors).containsExactly("A2 list-not-unicode");
    read(ambiguous, TextEncoding.VNI);
    assertThat(errors).containsExactly("A2 list-mixed");
  }

  /// Every name of a commune of the province, today's and former ones.
  @ParameterizedTest
  @EnumSource(names = {"WINDOWS_1258", "TCVN3", "VNI", "VISCII"})
  void convertsTheNamesOfAProvince(TextEncoding encoding) throws IOException {
    String folder = System.getenv("ANBINH_TEST_DATA");
    Assumptions.assumeTrue(folder != null, "ANBINH_TEST_DATA names no folder");
    List<String> names = new ArrayList<>();
    try (Stream<String> lines =
        Files.lines(Path.of(folder, "units", "thanh_hoa_166_units.csv"), UTF_8)) {
      lines.skip(1).forEach(line -> names.addAll(words(line)));
    }
    String json =
        Files.readString(Path.of(folder, "units", "thanh_hoa_ward_mappings_old_new.json"), UTF_8);
    Stream.of(json.split("\""))
        .filter(each -> each.matches("(?:Xã|Phường|Thị trấn) .*"))
        .forEach(names::add);
    assertThat(names).hasSizeGreaterThan(500);
    assertThat(read(list(encoding, names), null)).containsExactlyElementsOf(names);
    assertThat(errors).isEmpty();
    assertThat(encoding()).isEqualTo(encoding);
  }

  private static List<String> words(String line) {
    return Stream.of(line.split(",")).filter(each -> each.matches("(?:Xã|Phường) .*")).toList();
  }

  @Test
  void readsUtf16WithAByteOrderMarkAndWithout() {
    String text = "name\tnote\r\nNguyễn Văn Được\tCó\r\n";
    List<String> expected = List.of("Nguyễn Văn Được | Có");
    for (Charset each : List.of(UTF_16LE, UTF_16BE)) {
      assertThat(read(text.getBytes(each), null)).as(each.name()).isEqualTo(expected);
      assertThat(read(("\uFEFF" + text).getBytes(each), null)).isEqualTo(expected);
      assertThat(encoding()).isEqualTo(TextEncoding.UNICODE);
    }
    byte[] broken = "name\nNguyễn \uD800\n".getBytes(UTF_16LE);
    broken[broken.length - 3] = (byte) 0xD8;
    read(broken, null);
    assertThat(errors).containsExactly("A2 list-lost-letters");
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t"})
  void readsEachSeparatorAndQuotedLineBreaks(String separator) {
    String text =
        "\"Na\nme\""
            + separator
            + "note\r\n\"Lê\r\nThị Bé\""
            + separator
            + "\"Số 1, ngõ 2\nThôn 3\"\r\n\r\nĐỗ Anh"
            + separator
            + "?x\r\n";
    assertThat(read(csv(text.replace("Na\nme", "name")), null).getFirst())
        .isEqualTo("Lê Thị Bé | Số 1, ngõ 2 Thôn 3");
    // The row as a spreadsheet numbers it, in which a line break within a cell is none.
    assertThat(errors).containsExactly("B4 list-lost-letters");
  }

  @Test
  void namesWhatTheListSwallowsBehindAQuotationMark() {
    read(csv("name,note\n\"Lê Thị Bé,x\nĐỗ Anh,y\n"), null);
    assertThat(errors).contains("A2 list-line-break");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Nguy?n V?n A", "Nguyễn Th? Bé", "Nguy\uFFFDn Văn A", "?inh Thị B", "L? V?n"})
  void refusesNamesThatLostLetters(String name) {
    read(csv("name\n" + name + "\nLê Thị Bé\n"), null);
    assertThat(errors).containsExactly("A2 list-lost-letters");
  }

  @ParameterizedTest
  @ValueSource(strings = {"windows-1252", "ISO-8859-1", "windows-1258"})
  void refusesUtf8ThatWasReadAsSomethingElse(String charset) {
    for (String name : NAMES) {
      for (String form : List.of(name, Normalizer.normalize(name, Normalizer.Form.NFD))) {
        String garbled = new String(form.getBytes(UTF_8), Charset.forName(charset));
        read(csv("name\n" + garbled + "\n"), null);
        assertThat(errors).as(garbled).hasSize(1);
        assertThat(errors.getFirst())
            .isIn(
                "A2 list-mojibake",
                "A2 list-lost-letters",
                "A2 list-name-letters",
                "A2 characters");
        String twice = new String(garbled.getBytes(UTF_8), Charset.forName(charset));
        read(csv("name\n" + twice + "\n"), null);
        assertThat(errors).as(twice).hasSize(1);
      }
      for (String one : List.of("Đỗ", "Hà", "Lê", "Tô", "Vũ", "Võ", "Ơn", "Ư", "Ngã")) {
        read(
            csv("name\n" + new String(one.getBytes(UTF_8), Charset.forName(charset)) + "\n"), null);
        assertThat(errors).as(one).hasSize(1);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Nguy峄卬 Văn A",
        "Иван",
        "Nguyễn\u0007 A",
        "Lê \uE001",
        "A\u202EB",
        "Lê ©",
        "Lê\u200B"
      })
  void refusesNamesWithOtherLetters(String name) {
    read(csv("name\n" + name + "\n"), null);
    assertThat(errors).hasSize(1);
  }

  @Test
  void takesNamesThatAreOnlyUnusual() {
    List<String> names =
        List.of(
            "H'Hen Niê",
            "Y-Bhin Kđăm",
            "Thao A Tủa",
            "Phường XÃ\u00A0ĐÔNG",
            "“Tổ tự quản” số 1/2",
            "José Müller",
            "François Noël",
            "K’sor Phước (em)",
            "Nguyễn Thị A & B",
            "CHUYÊN XÃ”");
    List<String> rows = names.stream().map(name -> "\"" + name + "\"").toList();
    assertThat(read(csv("name\n" + String.join("\n", rows) + "\n"), null)).isEqualTo(names);
    assertThat(errors).isEmpty();
  }

  @Test
  void namesTheCellsOfAnotherEncoding() {
    byte[] utf8 = csv("name\nNguyễn Văn Được\nLê Thị Hồng\nBùi Đức Thuỷ\n");
    byte[] mixed =
        Stream.of(utf8, LegacyWriter.bytes(TextEncoding.TCVN3, "Phạm Quốc Khánh"))
            .collect(ByteArrayOutputStream::new, ByteArrayOutputStream::writeBytes, (_, _) -> {})
            .toByteArray();
    read(mixed, null);
    assertThat(errors).containsExactly("A5 list-not-unicode");
    read(mixed, TextEncoding.TCVN3);
    assertThat(errors)
        .containsExactly(
            "A2 list-other-encoding", "A3 list-other-encoding", "A4 list-other-encoding");
    // Letter by letter saved as Unicode, as from a workbook.
    read(csv("name\nNguyễn Văn Được\nBùi Đức Thuỷ\nNguyÔn V¨n A\nTraàn Vaên B\n"), null);
    assertThat(errors).containsExactly("A4 list-other-encoding", "A5 list-other-encoding");
    byte[] both =
        Stream.of(
                list(TextEncoding.TCVN3, NAMES),
                LegacyWriter.bytes(TextEncoding.VNI, "Trần Hữu Tước"))
            .collect(ByteArrayOutputStream::new, ByteArrayOutputStream::writeBytes, (_, _) -> {})
            .toByteArray();
    read(both, null);
    assertThat(errors).hasSize(1).first().asString().startsWith("A8 list-");
  }

  @Test
  void readsCellsOfWorkbooksByTheirFont() {
    byte[] file =
        workbook(
            new String[][] {
              {"name", "Arial"},
              {LegacyWriter.text(TextEncoding.TCVN3, "Nguyễn Văn Được"), ".VnTime"},
              {LegacyWriter.text(TextEncoding.TCVN3, "Nguyễn văn được"), ".VnTimeH"},
              {LegacyWriter.text(TextEncoding.VNI, "Phạm Quốc Khánh"), "VNI-Times"},
              {"Bùi Đức Thuỷ", "Times New Roman"},
              {"Lê Thị Ngọc", ".VnArial"}
            });
    assertThat(read(file, null))
        .containsExactly(
            "Nguyễn Văn Được", "NGUYỄN VĂN ĐƯỢC", "Phạm Quốc Khánh", "Bùi Đức Thuỷ", "Lê Thị Ngọc");
    assertThat(errors).isEmpty();
    assertThat(encoding()).isEqualTo(TextEncoding.BY_FONT);
  }

  /// Excel keeps the font of a part of a cell beside that part: somebody typed a name anew within
  /// it, made a letter bold, or pasted from two files.
  @Test
  void readsPartsOfCellsByTheirFonts() {
    Part nguyen = part(TextEncoding.TCVN3, "Nguyễn Văn ", ".VnTime");
    byte[] file =
        rich(
            List.of(
                List.of(nguyen, new Part("Được", "Times New Roman")),
                List.of(
                    new Part("Bà ", "Arial"),
                    part(TextEncoding.VNI, "Phạm Ngọc ", "VNI-Times"),
                    part(TextEncoding.TCVN3, "Ánh", ".VnArial")),
                List.of(
                    new Part("Hoà", "Arial"),
                    part(TextEncoding.TCVN3, " ng", ".VnTime"),
                    part(TextEncoding.TCVN3, "uyễ", ".VnTime"),
                    part(TextEncoding.TCVN3, "n", ".VnArial")),
                List.of(part(TextEncoding.TCVN3, "lê thị bé", ".VnTimeH"))));
    assertThat(read(file, null))
        .containsExactly("Nguyễn Văn Được", "Bà Phạm Ngọc ánh", "Hoà nguyễn", "LÊ THỊ BÉ");
    assertThat(errors).isEmpty();
    assertThat(encoding()).isEqualTo(TextEncoding.BY_FONT);
    assertThat(report)
        .isNotNull()
        .satisfies(found ->
            assertThat(found.sample().getFirst().before()).isEqualTo(nguyen.text() + "Được"));
  }

  @Test
  void namesAFontOfAnEncodingThatIsNotRead() {
    read(
        workbook(
            new String[][] {
              {"name", "Arial"}, {"Nguy\u00ACn V\u00A8n", "VPS Times"}, {"Lê Thị Bé", "VPS Times"}
            }),
        null);
    assertThat(errors).containsExactly("A2 list-font-unread");
  }

  private record Part(String text, String font) {}

  private static Part part(TextEncoding encoding, String text, String font) {
    return new Part(LegacyWriter.text(encoding, text), font);
  }

  private static byte[] rich(List<List<Part>> cells) {
    try (var workbook = new XSSFWorkbook();
        var bytes = new ByteArrayOutputStream()) {
      var sheet = workbook.createSheet();
      var titles = sheet.createRow(0);
      titles.createCell(0).setCellValue("name");
      titles.createCell(1).setCellValue("note");
      for (List<Part> parts : cells) {
        var text = new XSSFRichTextString();
        for (Part part : parts) {
          XSSFFont font = workbook.createFont();
          font.setFontName(part.font());
          text.append(part.text(), font);
        }
        sheet.createRow(sheet.getLastRowNum() + 1).createCell(0).setCellValue(text);
      }
      workbook.write(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The font was lost, and the titles were typed anew.
  @ParameterizedTest
  @EnumSource(names = {"TCVN3", "VNI", "WINDOWS_1258", "VISCII"})
  void readsCellsOfWorkbooksWithoutTheirFont(TextEncoding encoding) {
    List<String[]> cells = new ArrayList<>();
    cells.add(new String[] {"name", "Arial"});
    NAMES.forEach(name -> cells.add(new String[] {LegacyWriter.text(encoding, name), "Arial"}));
    assertThat(read(workbook(cells.toArray(new String[0][])), null))
        .containsExactlyElementsOf(NAMES);
    assertThat(encoding()).isEqualTo(encoding);
  }

  @Test
  void readsCapitalsThatWereTypedWithoutTheFontOfCapitals() {
    byte[] file =
        ("name\n" + LegacyWriter.text(TextEncoding.TCVN3, "NGUYễN VăN BìNH") + "\n")
            .getBytes(Charset.forName("windows-1252"));
    assertThat(read(file, null)).containsExactly("NGUYỄN VĂN BÌNH");
  }

  private static byte[] workbook(String[][] cells) {
    try (var workbook = new XSSFWorkbook();
        var bytes = new ByteArrayOutputStream()) {
      var sheet = workbook.createSheet();
      for (int i = 0; i < cells.length; i++) {
        Font font = workbook.createFont();
        font.setFontName(cells[i][1]);
        CellStyle style = workbook.createCellStyle();
        style.setFont(font);
        var row = sheet.createRow(i);
        var cell = row.createCell(0);
        cell.setCellValue(cells[i][0]);
        cell.setCellStyle(style);
        if (i == 0) {
          row.createCell(1).setCellValue("note");
        }
      }
      workbook.write(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
