package anbinh.platform.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a cell may hold by each of the rules, and what is told of one that may not.
class SheetCellsTest {
  private static final SheetVocabulary<Column> WORDS =
      new SheetVocabulary<>(CodeMessages.messages(), "test", Column.class);

  enum Colour {
    DARK_RED,
    BLUE
  }

  enum Column implements SheetColumn {
    MUST,
    MAY,
    COLOUR;

    @Override
    public Rule rule() {
      return switch (this) {
        case MUST -> REQUIRED;
        case MAY -> OPTIONAL;
        case COLOUR -> OPTIONAL.of(Colour.class);
      };
    }
  }

  private final List<SheetError> errors = new ArrayList<>();

  private SheetCells<Column> row(Map<Column, String> cells, Map<Column, Lines.Fault> faults) {
    errors.clear();
    Map<Column, Integer> places =
        new EnumMap<>(Map.of(Column.MUST, 1, Column.MAY, 2, Column.COLOUR, 26));
    return new SheetCells<>(
        WORDS, new SheetRows.Row<>(17, cells, faults, places, false), errors::add);
  }

  private SheetCells<Column> cell(String text) {
    return row(Map.of(Column.MAY, text, Column.MUST, text, Column.COLOUR, text), Map.of());
  }

  private List<String> told() {
    return errors.stream()
        .map(each ->
            each.cell() + " " + each.code() + (each.arguments().isEmpty() ? "" : each.arguments()))
        .toList();
  }

  @Test
  void anEmptyCellIsMissedWhereItIsRequired() {
    SheetCells<Column> cells = row(Map.of(Column.MAY, ""), Map.of());
    assertThat(cells.text(Column.MAY, 9)).isNull();
    assertThat(cells.wrong()).isFalse();
    assertThat(cells.text(Column.MUST, 9)).isNull();
    assertThat(told()).containsExactly("B17 required");
    assertThat(cells.wrong()).isTrue();
    assertThat(cells.has(Column.MUST)).isFalse();
  }

  /// What cannot be trusted is there, and is told once, not as missing, too.
  @Test
  void aCellThatCannotBeReadIsToldAsThatByEachRule() {
    var fault = Lines.Fault.of("list-merged", "B17:B18");
    SheetCells<Column> cells = row(Map.of(), Map.of(Column.MUST, fault));
    assertThat(cells.has(Column.MUST)).isTrue();
    assertThat(cells.day(Column.MUST)).isNull();
    assertThat(told()).containsExactly("B17 list-merged[B17:B18]");
  }

  @Test
  void aTextIsAsLongAsItMayBe() {
    assertThat(cell("a".repeat(9)).text(Column.MAY, 9)).hasSize(9);
    assertThat(cell("a".repeat(10)).text(Column.MAY, 9)).isNull();
    assertThat(told()).containsExactly("C17 list-too-long[9]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u0000b", "a\u001Bb", "A\u202EB", "a\u2066b", "a\uD800"})
  void noTextChangesTheDirectionOfWhatFollows(String text) {
    assertThat(cell(text).text(Column.MAY, 99)).isNull();
    assertThat(told()).containsExactly("C17 characters");
  }

  @ParameterizedTest
  @CsvSource({
    "Tổ 5? ,list-lost-letters",
    "Αθήνα,list-name-letters",
    "Nguyеn,list-name-letters",
    "阮文安,list-name-letters",
    "Tổ ☆,list-name-letters",
    "Nguyễn\u200B,list-name-letters"
  })
  void aNameHasLatinLettersAlone(String name, String code) {
    assertThat(cell(name).name(Column.MAY, 99)).isNull();
    assertThat(told()).containsExactly("C17 " + code);
  }

  @Test
  void aNameMayHaveDigitsAndWhatStandsBetweenWords() {
    for (String name : List.of("Tổ 5/2 (A)", "H’Hen – Niê", "Ng.V.A & B", "Chi đội “1”")) {
      assertThat(cell(name).name(Column.MAY, 99)).isEqualTo(name);
    }
    assertThat(told()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1,1", "100,100", "007,7", "٤٢,42", "４２,42"})
  void aWholeNumberHasDigitsOfAnyScript(String text, int value) {
    assertThat(cell(text).whole(Column.MAY, 1, 100)).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0", "101", "-1", "1.0", "1,0", "1 0", "1e1", "+1", "1234567", "99999999999", "x"})
  void anythingElseIsNone(String text) {
    assertThat(cell(text).whole(Column.MAY, 1, 100)).isNull();
    assertThat(told()).containsExactly("C17 list-whole[1, 100]");
  }

  @ParameterizedTest
  @CsvSource({"'19,8067',19.8067", "-105.5,-105.5", "180,180", "-180,-180", "٠٫٥,"})
  void aNumberMayHaveACommaForAPoint(String text, @Nullable Double value) {
    assertThat(cell(text).number(Column.MAY, 180)).isEqualTo(value);
    assertThat(errors).hasSize(value == null ? 1 : 0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"180.1", "-180.000001", "1.234,5", "12345", ".5", "5.", "NaN", "1e2", "19° 48'"})
  void aNumberOutsideOrOfAnotherFormIsNone(String text) {
    assertThat(cell(text).number(Column.MAY, 180)).isNull();
    assertThat(told()).containsExactly("C17 list-number[-180, 180]");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-24,2026-11-24",
    "24/11/2026,2026-11-24",
    "4/1/2026,2026-01-04",
    "04.01.2026,2026-01-04",
    "٢٤/١١/٢٠٢٦,2026-11-24",
    "29/02/2024,2024-02-29",
    "01/01/1900,1900-01-01",
    "31/12/2199,2199-12-31"
  })
  void aDayHasOneOfThreeForms(String text, LocalDate day) {
    assertThat(cell(text).day(Column.MAY)).isEqualTo(day);
    assertThat(told()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "11/24/2026",
        "29/02/2026",
        "2026-02-29",
        "24-11-2026",
        "24/11/26",
        "24/11",
        "11/2026",
        "2026/11/24",
        "24 tháng 11 năm 2026",
        "31/12/1899",
        "01/01/2200",
        "2026-11-24T08:30",
        "46350",
        "0/0/0000",
        "24/11/20266"
      })
  void aDayThatIsNoneOrOfAnotherFormIsNotGuessed(String text) {
    assertThat(cell(text).day(Column.MAY)).isNull();
    assertThat(told()).containsExactly("C17 list-date");
  }

  @ParameterizedTest
  @ValueSource(strings = {"DARK_RED", "dark red", "Dark-Red", " DARK_RED"})
  void aChoiceIsOneOfItsWordsHoweverWritten(String text) {
    assertThat(cell(text).choice(Column.COLOUR, Colour.class)).isEqualTo(Colour.DARK_RED);
  }

  @Test
  void anotherChoiceIsToldWithThoseThatThereAre() {
    assertThat(cell("RED").choice(Column.COLOUR, Colour.class)).isNull();
    assertThat(told()).containsExactly("AA17 choice[test.colour.DARK_RED, test.colour.BLUE]");
  }

  @Test
  void aRowOfMoreCellsThanTitlesIsWrongAsAWhole() {
    var cells =
        new SheetCells<>(
            WORDS,
            new SheetRows.Row<>(9, Map.of(Column.MUST, "a"), Map.of(), Map.of(), true),
            errors::add);
    assertThat(cells.wrong()).isTrue();
    assertThat(told()).containsExactly("null list-row-overfull");
    cells.reject(Column.MUST, "required");
    assertThat(errors.getLast().cell()).as("the list has no such column").isNull();
    assertThat(errors.getLast().column()).isEqualTo(Column.MUST);
  }
}
