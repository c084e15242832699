package anbinh.platform.sheet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.platform.sheet.Lines.Cell;
import anbinh.platform.sheet.Lines.Fault;
import anbinh.platform.sheet.Lines.Run;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.ContentHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/// What the cells of a sheet say, and which of them cannot be trusted; [SheetRowsTest] reads whole
/// workbooks.
class SheetHandlerTest {
  private final StylesTable styles = new StylesTable();
  private final SharedTexts strings = new SharedTexts();

  private List<Lines.Line> lines(boolean since1904, String rows, String merged) {
    var handler = new SheetHandler(strings, styles, since1904);
    parse(
        handler,
        "<worksheet><sheetData>"
            + rows
            + "</sheetData><mergeCells>"
            + merged
            + "</mergeCells></worksheet>");
    return handler.lines();
  }

  /// The rows as `number: cell|cell`, a fault as its code in brackets.
  private List<String> read(String rows, String... merged) {
    String ranges =
        List.of(merged).stream()
            .map(each -> "<mergeCell ref=\"" + each + "\"/>")
            .collect(Collectors.joining());
    return lines(false, rows, ranges).stream()
        .map(line ->
            line.number()
                + ": "
                + line.cells().stream()
                    .map(SheetHandlerTest::told)
                    .collect(Collectors.joining("|")))
        .toList();
  }

  private static String told(Cell cell) {
    Fault fault = cell.fault();
    return fault == null
        ? cell.text()
        : cell.text()
            + "["
            + fault.code()
            + fault.arguments().stream().map(each -> " " + each).collect(Collectors.joining())
            + "]";
  }

  private static void parse(ContentHandler handler, String xml) {
    try {
      XMLReader reader = XMLHelper.newXMLReader();
      reader.setContentHandler(handler);
      reader.parse(new InputSource(new ByteArrayInputStream(xml.getBytes(UTF_8))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SAXException | ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  private String cell(String attributes, String content) {
    return read("<row r=\"1\"><c r=\"A1\" " + attributes + ">" + content + "</c></row>").stream()
        .map(each -> each.substring(3))
        .collect(Collectors.joining());
  }

  /// A number that is shown by a format.
  private String shown(String format, String number) {
    XSSFCellStyle style = styles.createCellStyle();
    style.setDataFormat((short) styles.putNumberFormat(format));
    return cell("s=\"" + style.getIndex() + "\"", "<v>" + number + "</v>");
  }

  private Cell inFont(String font, String text) {
    var shown = new XSSFFont();
    shown.setFontName(font);
    shown.registerTo(styles);
    XSSFCellStyle style = styles.createCellStyle();
    style.setFont(shown);
    return lines(
            false,
            "<row><c s=\"" + style.getIndex() + "\" t=\"str\"><v>" + text + "</v></c></row>",
            "")
        .getFirst()
        .cells()
        .getFirst();
  }

  /// What a commune's clerk has before their eyes, in the formats that Vietnamese offices use.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "dd/mm/yyyy",
        "d/m/yy",
        "dd\\-mm\\-yyyy",
        "dd/mm/yyyy;@",
        "[$-42A]dd mmmm yyyy",
        "\"ngày \"dd\" tháng \"mm\" năm \"yyyy",
        "dd\"/\"mm\"/\"yyyy"
      })
  void aNumberThatIsShownAsADayIsOne(String format) {
    assertThat(shown(format, "46331")).isEqualTo("2026-11-05");
  }

  @ParameterizedTest
  @CsvSource({
    "46331.5,2026-11-05T12:00",
    "1,1900-01-01",
    "61,1900-03-01",
    "-5,-5",
    "2958465,9999-12-31"
  })
  void aDayIsAsTheSpreadsheetCountsIt(String number, String day) {
    assertThat(shown("dd/mm/yyyy", number)).isEqualTo(day);
  }

  @Test
  void daysSince1904AreFourYearsLater() {
    XSSFCellStyle style = styles.createCellStyle();
    style.setDataFormat((short) styles.putNumberFormat("dd/mm/yyyy"));
    String row = "<row><c s=\"" + style.getIndex() + "\"><v>44869</v></c></row>";
    assertThat(lines(true, row, "").getFirst().cells().getFirst().text()).isEqualTo("2026-11-05");
  }

  /// Money, counts and codes are no days, whatever words stand beside them.
  @ParameterizedTest
  @CsvSource({
    "0,46331,46331",
    "'#,##0 \"đồng\"',1200000,1200000",
    "\"dd\" 0,5,5",
    "@,912345678,912345678",
    "000000000000,38080000123,038080000123",
    "0000000000,912345678,0912345678",
    "00,123,123",
    "00000,1.5,1.5",
    "0000,-7,-7"
  })
  void aNumberIsWhatIsShownOfIt(String format, String number, String text) {
    assertThat(shown(format, number)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "3,3",
    "3.0,3",
    "' 3 ',3",
    "1.5E3,1500",
    "3.8080000123E10,38080000123",
    "0.1,0.1",
    "-0.50,-0.5",
    "100,100",
    "'',''"
  })
  void aNumberIsPlain(String value, String text) {
    assertThat(cell("", "<v>" + value + "</v>")).isEqualTo(text);
    assertThat(cell("t=\"n\"", "<v>" + value + "</v>")).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "t=\"b\",1,TRUE",
    "t=\"b\",0,FALSE",
    "t=\"d\",2026-11-05T00:00:00,2026-11-05",
    "t=\"str\",' a ',' a '",
    "t=\"e\",#REF!,[list-cell-error #REF!]",
    "t=\"e\",#N/A,[list-cell-error #N/A]"
  })
  void eachTypeIsRead(String type, String value, String text) {
    assertThat(cell(type, "<v>" + value + "</v>")).isEqualTo(text);
  }

  @Test
  void ofAFormulaTheValueCountsThatStandsBeside() {
    assertThat(cell("", "<f>1+2</f><v>3</v>")).isEqualTo("3");
    assertThat(cell("t=\"str\"", "<f>A2</f><v>Tổ</v>")).isEqualTo("Tổ");
    assertThat(cell("t=\"str\"", "<f>\"\"</f><v></v>")).as("an empty one").isEmpty();
    assertThat(cell("t=\"e\"", "<f>1/0</f><v>#DIV/0!</v>")).isEqualTo("[list-cell-error #DIV/0!]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "t=\"str\"", "t=\"n\"", "t=\"b\"", "t=\"e\""})
  void aFormulaWithoutAValueIsNotGuessed(String type) {
    assertThat(cell(type, "<f>1+2</f>")).isEqualTo("[list-formula]");
  }

  @Test
  void textsAreSharedOrStandInTheCell() {
    parse(
        strings,
        "<sst><si><t>Tổ</t></si><si><r><t>Nguyễn </t></r><r><t>An</t></r>"
            + "<rPh sb=\"0\" eb=\"1\"><t>nói</t></rPh></si></sst>");
    assertThat(
            read(
                "<row><c t=\"s\"><v>1</v></c><c t=\"s\"><v>0</v></c>"
                    + "<c t=\"inlineStr\"><is><r><t>Bình</t></r></is></c></row>"))
        .containsExactly("1: Nguyễn An|Tổ|Bình");
    assertThatThrownBy(() -> read("<row><c t=\"s\"><v>2</v></c></row>"))
        .as("one that there is not; WorkbookLines says that it is broken")
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void rowsAndCellsAreWhereTheySayOrBehindTheOthers() {
    assertThat(
            read(
                "<row r=\"5\"><c r=\"C5\"><v>3</v></c><c><v>4</v></c><c r=\"A5\"><v>1</v></c></row>"
                    + "<row><c><v>6</v></c></row>"
                    + "<row r=\"2\"><c r=\"B2\"><v>2</v></c>"
                    + "<c r=\"E2\" t=\"str\"><v>  </v></c></row>"
                    + "<row r=\"9\"><c r=\"A9\"/></row>"))
        .containsExactly("2: |2", "5: 1||3|4", "6: 6");
  }

  @Test
  void joinedCellsAreFaultsInEveryRowThatThereIs() {
    assertThat(
            read(
                "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>2</v></c></row>"
                    + "<row r=\"2\"><c r=\"B2\"><v>3</v></c></row>"
                    + "<row r=\"4\"><c r=\"A4\"><v>4</v></c></row>",
                "A1:A3"))
        .containsExactly("1: 1[list-merged A1:A3]|2", "2: [list-merged A1:A3]|3", "4: 4");
  }

  @Test
  void whatARangeCoversBesideTheListMakesNoCells() {
    String row = "<row r=\"2\"><c r=\"A2\"><v>1</v></c><c r=\"B2\"><v>2</v></c></row>";
    assertThat(read(row, "B1:ZZ1048576", "C2:D2"))
        .containsExactly("2: 1|2[list-merged B1:ZZ1048576]");
    assertThat(read(row, "A3:B9")).containsExactly("2: 1|2");
  }

  @Test
  void moreThanAnyListHasIsRefused() {
    assertThat(read("<row><c r=\"SF1\"><v>1</v></c></row>")).hasSize(1);
    assertTooLarge("<row><c r=\"SG1\"><v>1</v></c></row>");
    assertThat(cell("t=\"str\"", "<v>" + "a".repeat(32_767) + "</v>")).hasSize(32_767);
    assertTooLarge("<row><c t=\"str\"><v>" + "a".repeat(32_768) + "</v></c></row>");
    assertTooLarge("<row><c t=\"inlineStr\"><is><t>" + "a".repeat(32_768) + "</t></is></c></row>");
    String merged = "<mergeCell ref=\"A1:B1\"/>";
    assertThat(lines(false, "", merged.repeat(20_000))).isEmpty();
    assertThatThrownBy(() -> lines(false, "", merged.repeat(20_001)))
        .isInstanceOf(SheetHandler.TooLarge.class);
  }

  private void assertTooLarge(String rows) {
    assertThatThrownBy(() -> read(rows)).isInstanceOf(SheetHandler.TooLarge.class);
  }

  @Test
  void theFontOfACellIsKeptWhereItShowsOldLetters() {
    var tcvn3 = new LegacyFont(TextEncoding.TCVN3, false);
    assertThat(inFont(".VnTime", "NguyÔn").runs()).containsExactly(new Run("NguyÔn", tcvn3));
    assertThat(inFont("Times New Roman", "Nguyễn").runs()).isEmpty();
    assertThat(told(inFont("VPS Times", "Nguy\u00ACn"))).isEqualTo("[list-font-unread VPS]");
    assertThat(told(inFont("VPS Times", "Nguyễn"))).as("typed anew").isEqualTo("Nguyễn");
    assertThat(told(inFont("VPS Times", "38"))).isEqualTo("38");
  }
}
