package anbinh.team.imports;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.areas.Area;
import anbinh.areas.AreaKind;
import anbinh.platform.sheet.CodeMessages;
import anbinh.platform.sheet.SheetVocabulary;
import anbinh.team.Identity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a row of a list of teams says, and which of its cells are wrong by themselves.
class RawRowTest {
  private static final Area COMMUNE =
      new Area(new UUID(0, 1), "10001", "Xã Một", AreaKind.COMMUNE, null);
  private static final SheetVocabulary<TeamColumn> WORDS =
      new SheetVocabulary<>(CodeMessages.messages(), "team-list", TeamColumn.class);

  private TeamImportSummary summary = new TeamImportSummary(CodeMessages.messages());

  /// One row of the commune and a team, with the cells of some columns, separated by semicolons.
  private RawRow row(String columns, String cells) {
    return read("commune;team;" + columns, "10001;Tổ Một;" + cells);
  }

  private RawRow read(String titles, String cells) {
    summary = new TeamImportSummary(CodeMessages.messages());
    List<RawRow> rows = new ArrayList<>();
    summary.read(
        CodeMessages.csv(titles, cells),
        WORDS,
        each ->
            rows.add(
                new RawRow(each, code -> Optional.of(COMMUNE).filter(a -> a.code().equals(code)))));
    return rows.getFirst();
  }

  private List<String> told() {
    return CodeMessages.told(summary);
  }

  private static final String PERSON =
      "name;born;gender;origin;position;term_from;term_until;decision;decided_on";

  private static final List<String> CELLS =
      List.of(
          "Lê Văn An",
          "1980",
          "MALE",
          "RECRUITED",
          "MEMBER",
          "10/07/2024",
          "09/07/2029",
          "18/QĐ-UBND",
          "05/07/2024");

  private static String person() {
    return String.join(";", CELLS);
  }

  private static Identity identity(RawRow row) {
    return Objects.requireNonNull(row.identity());
  }

  @Test
  void aRowOfATeamAloneNamesNobody() {
    RawRow row = row("villages;planned", "\"10001-001; 10001-002,10001-003\";3");
    assertThat(told()).isEmpty();
    assertThat(row.person).isFalse();
    assertThat(row.identity()).isNull();
    assertThat(row.villages).containsExactly("10001-001", "10001-002", "10001-003");
  }

  @Test
  void aRowOfSomebodySaysWhoTheyAre() {
    RawRow row = row(PERSON, person());
    assertThat(told()).isEmpty();
    assertThat(identity(row))
        .extracting(Identity::name, Identity::yearOfBirth)
        .containsExactly("Lê Văn An", 1980);
    assertThat(row.from).isEqualTo(LocalDate.of(2024, 7, 10));
    assertThat(row.overAge).isFalse();
    assertThat(row.anotherPerson).isFalse();
  }

  /// A name alone is not enough, nor any other cell: what is missing is named cell by cell.
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8})
  void eachCellThatSomebodyNeedsIsNamedWhereItIsEmpty(int at) {
    List<String> cells = new ArrayList<>(CELLS);
    cells.set(at, "");
    RawRow row = row(PERSON, String.join(";", cells));
    assertThat(told()).containsExactly((char) ('C' + at) + "2 required");
    assertThat(row.identity()).isNull();
  }

  @Test
  void aColumnThatTheListDoesNotHaveIsMissedByName() {
    row(
        "name;born;gender;origin;position;term_from;term_until;decision",
        "An;1980;MALE;RECRUITED" + ";MEMBER;10/07/2024;09/07/2029;18/QĐ");
    assertThat(told()).containsExactly("2 decided_on required");
  }

  /// Of whom anything is said, a name is needed: else it would be left out without a word.
  @ParameterizedTest
  @EnumSource(
      names = {
        "NAME",
        "BORN",
        "GENDER",
        "PHONE",
        "NATIONAL_ID",
        "ORIGIN",
        "EDUCATION",
        "HEALTH_ON",
        "POSITION",
        "TERM_FROM",
        "TERM_UNTIL",
        "DECISION",
        "DECIDED_ON",
        "CERTIFICATE",
        "BADGE"
      })
  void whatIsSaidOfNobodyIsAMistake(TeamColumn column) {
    String cell =
        switch (column) {
          case GENDER -> "FEMALE";
          case ORIGIN -> "RECRUITED";
          case EDUCATION -> "PRIMARY";
          case POSITION -> "LEADER";
          case BORN, HEALTH_ON, TERM_FROM, TERM_UNTIL, DECIDED_ON -> "01/02/2003";
          default -> "0912345678";
        };
    RawRow row = row(column.code(), cell);
    assertThat(row.person).isTrue();
    assertThat(told()).hasSizeGreaterThanOrEqualTo(8).allMatch(each -> each.endsWith("required"));
  }

  @Test
  void aCellOfNothingButBlanksSaysNothing() {
    RawRow row = row("name;born;planned", "\u00A0 ;  ;3");
    assertThat(row.person).as("as no-break spaces are typed: " + told()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "05/06/1980,1980-06-05",
    "5.6.1980,1980-06-05",
    "1980-06-05,1980-06-05",
    "٥/٦/١٩٨٠,1980-06-05"
  })
  void aBirthIsADay(String cell, LocalDate day) {
    RawRow row = row("born", cell);
    assertThat(row.birthOn).isEqualTo(day);
    assertThat(row.birthYear).isNull();
  }

  @Test
  void aBirthIsAYearWhereItHasFourDigitsAtMost() {
    RawRow row = row("born", "1900");
    assertThat(row.birthYear).isEqualTo(1900);
    assertThat(row.birthOn).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "1899,list-whole 1900 2199",
    "2200,list-whole 1900 2199",
    "80,list-whole 1900 2199",
    "31/02/1980,list-date",
    "06/13/1980,list-date",
    "05/06/80,list-date",
    "05-06-1980,list-date",
    "khoảng 1980,list-date",
    "1980-06-05T13:30,list-date",
    "05/06/1899,list-date"
  })
  void aBirthThatIsNeitherIsNamedOnce(String cell, String code) {
    RawRow row = row(PERSON, person().replace("1980", cell));
    assertThat(told()).containsExactly("D2 " + code);
    assertThat(row.identity()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"912345678", "387654321"})
  void aTelephoneNumberThatLostItsZeroIsNamed(String phone) {
    row(PERSON + ";phone", person() + ";" + phone);
    assertThat(told()).containsExactly("L2 team-list-phone");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0912345678", "0912.345.678", "+84912345678", "02373852852"})
  void aTelephoneNumberStandsAsItIsWritten(String phone) {
    assertThat(row(PERSON + ";phone", person() + ";" + phone).phone).isEqualTo(phone);
    assertThat(told()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"038080 000 123", "038.080.000.123", "038\u00A0080000123"})
  void theNumberOfAnIdentityCardLosesWhatGroupsIt(String number) {
    assertThat(row(PERSON + ";national_id", person() + ";" + number).nationalId)
        .isEqualTo("038080000123");
  }

  @Test
  void aCommuneThatThereIsNotIsNamedAndTheTeamIsNobodys() {
    RawRow row = read("commune;team;villages", "10009;Tổ Một;10001-001");
    assertThat(told()).containsExactly("A2 team-list-commune");
    assertThat(row.teamKey()).isNull();
  }

  @Test
  void aTeamIsTheSameHoweverItsNameIsWritten() {
    Function<String, String> key =
        name -> Objects.requireNonNull(read("commune;team", "10001;" + name).teamKey());
    assertThat(
            List.of("TỔ HOÀ BÌNH", "Tổ  Hòa - Bình", "To\u0302\u0309 Hoa\u0300 Bình").stream()
                .map(key))
        .allMatch(key.apply("Tổ Hoà Bình")::equals);
    assertThat(key.apply("Tổ Hoa Bình")).isNotEqualTo(key.apply("Tổ Hoà Bình"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "101", "3.5", "-3", "ba"})
  void aStrengthIsAWholeNumber(String planned) {
    assertThat(row("planned", planned).planned).isNull();
    assertThat(told()).containsExactly("C2 list-whole 1 100");
  }

  @Test
  void whatIsSaidOfSomebodyIsYesOrNo() {
    RawRow row = row(PERSON + ";over_age;another_person", person() + ";YES;NO");
    assertThat(row.overAge).isTrue();
    assertThat(row.anotherPerson).isFalse();
    row(PERSON + ";over_age;another_person", person() + ";x;1");
    assertThat(told()).containsExactly("L2 choice YES, NO", "M2 choice YES, NO");
  }

  @Test
  void whoHasAWrongCellIsNobodyYet() {
    RawRow row = row(PERSON + ";education", person() + ";đại học");
    assertThat(told()).hasSize(1).first().asString().startsWith("L2 choice");
    assertThat(row.identity()).isNull();
    assertThat(row.teamKey()).isNotNull();
  }
}
