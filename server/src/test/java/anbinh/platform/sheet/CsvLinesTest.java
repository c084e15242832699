package anbinh.platform.sheet;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.platform.PlatformProblem;
import anbinh.platform.Problem;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Where the cells and rows of a CSV file begin and end, whoever wrote it.
class CsvLinesTest {
  /// The rows as `number: cell|cell`.
  private static List<String> read(byte[] file) {
    List<String> read = new ArrayList<>();
    new CsvLines(file)
        .forEachRemaining(line ->
            read.add(
                line.number()
                    + ": "
                    + line.cells().stream()
                        .map(cell -> cell.text().replace("\n", "↓"))
                        .collect(Collectors.joining("|"))));
    return read;
  }

  private static List<String> read(String file) {
    return read(file.getBytes(UTF_8));
  }

  private static void assertUnreadable(byte[] file, String code) {
    assertThatThrownBy(() -> read(file))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.code()).isEqualTo(PlatformProblem.LIST_UNREADABLE);
              assertThat(problem.fields().getFirst().code()).isEqualTo(code);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "a,b;c,d#a|b;c|d",
        "a;b,c;d#a|b,c|d",
        "a\tb,c;d\te\tf#a|b,c;d|e|f",
        "\"a;b;c\",d#a;b;c|d",
        "a,b;c#a|b;c",
        "a\tb;c#a\tb|c",
        "abc#abc"
      })
  void whatTheFirstRowHasMostOfSeparates(String row, String cells) {
    assertThat(read(row)).containsExactly("1: " + cells);
  }

  /// A first row without anything in it says nothing of what separates.
  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n\r\n", "\uFEFF\r\n", " \n"})
  void theFirstRowIsTheFirstThatHasAnything(String before) {
    assertThat(read(before + "a;b\n1;2\n"))
        .extracting(each -> each.substring(each.indexOf(' ')))
        .containsExactly(" a|b", " 1|2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void rowsEndAsTheirProgramEndsThem(String end) {
    assertThat(read(String.join(end, "a,b", "1,2", "", ",", "3,4")))
        .containsExactly("1: a|b", "2: 1|2", "5: 3|4");
  }

  @Test
  void aLineBreakWithinACellIsNoRow() {
    assertThat(read("a,b\n\"x\ny\r\nz\",\"p\rq\"\n1,2\n\n\"m\nn\",\n3,4\n"))
        .containsExactly("1: a|b", "2: x↓y↓z|p↓q", "3: 1|2", "5: m↓n|", "6: 3|4");
  }

  /// Such as Excel for the Mac wrote them.
  @Test
  void noRowIsLostBehindACarriageReturn() {
    assertThat(read("name\n\"An\rBình\"\nChi\n"))
        .containsExactly("1: name", "2: An↓Bình", "3: Chi");
  }

  @Test
  void whatASpreadsheetWroteIsReadAsItWas() {
    long seed = Long.getLong("anbinh.seed", 20_261_130L);
    var random = new Random(seed);
    String[] letters = {"a", "é", "\"", ",", ";", "\t", "\n", "\r\n", "\r", " ", "\"\""};
    for (int round = 0; round < 500; round++) {
      List<List<String>> rows = new ArrayList<>(List.of(List.of("x", "y", "z")));
      var file = new StringBuilder("x,y,z\n");
      for (int row = 0; row < 4; row++) {
        List<String> cells = new ArrayList<>();
        for (int n = 0; n < 1 + random.nextInt(3); n++) {
          cells.add(
              random
                  .ints(random.nextInt(5), 0, letters.length)
                  .mapToObj(each -> letters[each])
                  .collect(Collectors.joining()));
        }
        file.append(
                cells.stream()
                    .map(cell -> "\"" + cell.replace("\"", "\"\"") + "\"")
                    .collect(Collectors.joining(",")))
            .append(random.nextBoolean() ? "\n" : "\r\n");
        if (!cells.stream().allMatch(String::isBlank)) {
          rows.add(
              cells.stream().map(cell -> cell.replace("\r\n", "\n").replace('\r', '\n')).toList());
        }
      }
      List<List<String>> read = new ArrayList<>();
      new CsvLines(file.toString().getBytes(UTF_8))
          .forEachRemaining(line -> read.add(line.cells().stream().map(Lines.Cell::text).toList()));
      assertThat(read).as("seed %d, round %d", seed, round).isEqualTo(rows);
    }
  }

  @Test
  void quotesAreTakenAwayWhereTheyHoldACell() {
    assertThat(read("a,b\n\"Tổ \"\"1\"\"\",Tổ \"2\"\n\"\",\"  \"\n"))
        .containsExactly("1: a|b", "2: Tổ \"1\"|Tổ \"2\"");
  }

  /// As many as it has: what is missing is empty, and what is more is told by [SheetRows].
  @Test
  void rowsHaveAsManyCellsAsTheyHave() {
    assertThat(read("a,b,c\n1\n1,2,3,4,5\n")).containsExactly("1: a|b|c", "2: 1", "3: 1|2|3|4|5");
  }

  static Stream<Charset> wide() {
    return Stream.of(UTF_16LE, UTF_16BE);
  }

  @ParameterizedTest
  @MethodSource("wide")
  void utf16IsToldByItsMarkOrItsZeros(Charset charset) {
    String text = "Họ tên\tNgày\r\nNguyễn Văn Được\t05/11/2026\r\n";
    List<String> rows = List.of("1: Họ tên|Ngày", "2: Nguyễn Văn Được|05/11/2026");
    assertThat(read(text.getBytes(charset))).isEqualTo(rows);
    assertThat(read(("\uFEFF" + text).getBytes(charset))).isEqualTo(rows);
  }

  @Test
  void aFewZerosMakeNoUtf16() {
    assertThat(read("abcdefghijklmnop\u0000,b")).containsExactly("1: abcdefghijklmnop\u0000|b");
    assertThat(read("\uFEFFa,b")).as("the mark of UTF-8 is no letter").containsExactly("1: a|b");
  }

  /// One cell that is not does not make bytes of the others.
  @Test
  void eachCellIsUtf8OrBytesByItself() {
    byte[] tcvn3 = LegacyWriter.bytes(TextEncoding.TCVN3, "Nguyễn");
    byte[] file = ("Nguyễn,plain," + new String(tcvn3, ISO_8859_1)).getBytes(ISO_8859_1);
    byte[] both = new byte["Nguyễn,".getBytes(UTF_8).length + tcvn3.length];
    System.arraycopy("Nguyễn,".getBytes(UTF_8), 0, both, 0, both.length - tcvn3.length);
    System.arraycopy(tcvn3, 0, both, both.length - tcvn3.length, tcvn3.length);
    List<Lines.Cell> cells = new CsvLines(both).next().cells();
    assertThat(cells).extracting(Lines.Cell::bytes).containsExactly(false, true);
    assertThat(cells).extracting(Lines.Cell::text).containsExactly("Nguyễn", "NguyÔn");
    assertThat(new CsvLines(file).next().cells())
        .extracting(Lines.Cell::bytes)
        .containsExactly(false, false, true);
  }

  @Test
  void aListHasFiveHundredColumnsAtMost() {
    assertThat(new CsvLines("a,".repeat(499).concat("b").getBytes(UTF_8)).next().cells())
        .hasSize(500);
    assertUnreadable("a,".repeat(500).concat("b").getBytes(UTF_8), "list-columns");
  }

  @Test
  void aCellWithoutEndIsNoList() {
    assertUnreadable(("a,b\n\"" + "x".repeat(17 << 20)).getBytes(UTF_8), "list-parse");
  }

  @Test
  void afterTheLastRowThereIsNone() {
    var lines = new CsvLines("\n , \n".getBytes(UTF_8));
    assertThat(lines.hasNext()).isFalse();
    assertThatThrownBy(lines::next).isInstanceOf(NoSuchElementException.class);
    assertThat(new CsvLines(new byte[0]).hasNext()).isFalse();
  }
}
