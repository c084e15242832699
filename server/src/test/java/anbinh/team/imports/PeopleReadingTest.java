package anbinh.team.imports;

import static anbinh.team.imports.TeamListFixture.ESTABLISHED;
import static anbinh.team.imports.TeamListFixture.id;
import static anbinh.team.imports.TeamListFixture.member;
import static anbinh.team.imports.TeamListFixture.person;
import static anbinh.team.imports.TeamListFixture.team;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.platform.FoldedText;
import anbinh.platform.sheet.CodeMessages;
import anbinh.platform.sheet.SheetFile;
import anbinh.platform.sheet.SheetVocabulary;
import anbinh.team.Position;
import anbinh.team.imports.TeamRow.Person;
import anbinh.team.member.MemberTable.Known;
import anbinh.team.member.MemberTable.Past;
import anbinh.team.member.TermRules.Held;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who of a list is new in its teams, who is there already or elsewhere, and which cells are wrong
/// of them; that they are kept, shows TeamsIT.
class PeopleReadingTest {
  private static final LocalDate BORN = LocalDate.of(1980, 5, 6);
  private static final String NUMBER = "038080000123";
  private static final String FRESH = team("Tổ Một", "10001-001") + ";";
  private static final String THERE = team("Tổ Cũ") + ";";

  private final TeamListFixture list = new TeamListFixture();

  /// A team that there is, `TEAM-0100`.
  private void there() {
    list.present.teams.add(team("Tổ Cũ", ESTABLISHED, null));
  }

  private static Known known(String name, @Nullable LocalDate born, @Nullable String number) {
    return new Known(
        id(50),
        id(100),
        "TEAM-0100",
        FoldedText.accentedWords(name),
        1980,
        born,
        number == null ? null : "#" + number);
  }

  private static Known elsewhere(long team) {
    return new Known(id(51), id(team), "TEAM-0" + team, "ai đó", 1980, null, "#" + NUMBER);
  }

  private List<String> names(String... rows) {
    return list.read(rows).people().stream().map(each -> each.who().name()).toList();
  }

  private TeamReport report(String... rows) {
    SheetFile file = CodeMessages.csv("commune;team");
    TeamReading.Found found = list.read(rows);
    new TeamImportSummary(CodeMessages.messages())
        .read(
            file,
            new SheetVocabulary<>(CodeMessages.messages(), "team-list", TeamColumn.class),
            _ -> {});
    return list.summary.report(file, found);
  }

  @Test
  void whoIsInTheTeamByTheirNumberIsLeftAsTheyAre() {
    there();
    list.present.people.add(known("Tên Trước", null, NUMBER));
    TeamReport report =
        report(
            THERE + person("Lê Văn An", "1980", "LEADER", "01/01/2025", "national_id", NUMBER),
            THERE + member("Lê Văn Bình", "national_id", "038080000999"));
    assertThat(list.told()).isEmpty();
    assertThat(report.knownMembers()).isOne();
    assertThat(report.members()).isOne();
  }

  @ParameterizedTest
  @CsvSource({
    "lê văn HOÀ,06/05/1980,1",
    "Lê Văn Hòa,1980,1",
    "Lê Văn Hoà,07/05/1980,0",
    "Lê Văn Hoa,06/05/1980,0"
  })
  void whoIsInTheTeamByNameAndBirthIsLeftAsTheyAre(String name, String born, int known) {
    there();
    list.present.people.add(known("Lê Văn Hoà", BORN, NUMBER));
    assertThat(report(THERE + person(name, born, "MEMBER", "10/07/2024")).knownMembers())
        .isEqualTo(known);
    assertThat(list.told()).isEmpty();
  }

  /// Another number is another person, whatever their name.
  @Test
  void whoHasAnotherNumberIsAnotherPerson() {
    there();
    list.present.people.add(known("Lê Văn An", BORN, "038080000999"));
    assertThat(names(THERE + member("Lê Văn An", "national_id", NUMBER)))
        .containsExactly("Lê Văn An");
    assertThat(list.told()).isEmpty();
  }

  @Test
  void whoIsSaidToBeAnotherPersonIsUntilTheListIsSentAgain() {
    there();
    list.present.people.add(known("Lê Văn An", BORN, null));
    String row = THERE + member("Lê Văn An", "another_person", "YES");
    assertThat(names(row)).containsExactly("Lê Văn An");
    assertThat(list.told()).isEmpty();
    list.present.held.put(
        id(100),
        List.of(
            new Held(
                id(70),
                id(50),
                Position.MEMBER,
                LocalDate.of(2024, 7, 10),
                LocalDate.of(2029, 7, 9),
                null)));
    assertThat(report(row).knownMembers()).isOne();
    assertThat(list.told()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"09/07/2025,0", "10/07/2025,1"})
  void whoLeftIsNotBroughtBackButMayComeAgain(String from, int members) {
    there();
    list.present.past.add(new Past(known("Lê Văn An", BORN, null), LocalDate.of(2025, 7, 10)));
    TeamReport report = report(THERE + person("Lê Văn An", "06/05/1980", "MEMBER", from));
    assertThat(list.told()).isEmpty();
    assertThat(report.members()).isEqualTo(members);
    assertThat(report.knownMembers()).isEqualTo(1 - members);
  }

  @Test
  void whomTheTeamRefusedNoListBringsIn() {
    there();
    list.present.past.add(new Past(known("Lê Văn An", BORN, null), null));
    assertThat(names(THERE + member("Lê Văn An"))).isEmpty();
    assertThat(list.told()).containsExactly("H2 team-list-refused");
  }

  @Test
  void twoRowsOfOnePersonAreTwoTerms() {
    String later = person("LÊ VĂN AN", "1980", "LEADER", "01/01/2026", "national_id", NUMBER);
    TeamReading.Found found = list.read(FRESH + member("Lê Văn An"), team("Tổ Một") + ";" + later);
    assertThat(list.told()).isEmpty();
    assertThat(found.people())
        .extracting(Person::id)
        .hasSize(2)
        .containsOnly(found.people().getFirst().id());
    assertThat(found.people())
        .extracting(each -> each.who().nationalId())
        .as("what one row says, all say")
        .containsOnly(NUMBER);
    assertThat(found.sizes()).containsValue(1);
  }

  @Test
  void twoRowsOfOnePersonDoNotContradictEachOther() {
    String[] said = {"national_id", NUMBER, "phone", "0912345678", "badge", "BH-1"};
    list.read(
        FRESH + member("Lê Văn An", said),
        team("Tổ Một")
            + ";"
            + person(
                    "Lê Văn Anh",
                    "07/05/1980",
                    "LEADER",
                    "01/01/2026",
                    "national_id",
                    NUMBER,
                    "phone",
                    "0912345679",
                    "badge",
                    "BH-2")
                .replace("RECRUITED", "MILITIA_GUARD"));
    assertThat(list.told())
        .containsExactlyInAnyOrder(
            "H3 team-list-person-differs 2",
            "I3 team-list-person-differs 2",
            "K3 team-list-person-differs 2",
            "R3 team-list-person-differs 2",
            "V3 team-list-person-differs 2");
  }

  @Test
  void nobodyIsInTwoTeamsOfAList() {
    String other = team("Tổ Hai", "10001-002") + ";";
    list.read(
        FRESH + member("Lê Văn An", "national_id", NUMBER),
        other + member("Trần Văn Tám", "national_id", "038.080.000.123"),
        FRESH + member("Lê Văn Chi"),
        other + member("lê văn CHI"));
    assertThat(list.told())
        .containsExactlyInAnyOrder("Q3 team-list-same 2", "H5 team-list-maybe-same 4");
  }

  @Test
  void namesakesMayBeInTwoTeams() {
    String other = team("Tổ Hai", "10001-002") + ";";
    String elsewhere = team("Tổ Ba", "10002-001").replace("10001;", "10002;") + ";";
    assertThat(
            names(
                FRESH + member("Lê Văn An"),
                other + member("Lê Văn An", "another_person", "YES"),
                elsewhere + member("Lê Văn An"),
                FRESH + member("Lê Văn Chi", "national_id", NUMBER),
                other + member("Lê Văn Chi", "national_id", "038080000999"),
                FRESH + person("Lê Văn Tư", "1980", "MEMBER", "10/07/2024"),
                other + person("Lê Văn Tư", "1980", "MEMBER", "10/07/2024")))
        .hasSize(7);
    assertThat(list.told()).isEmpty();
  }

  @Test
  void whoMayBeInATeamOfTheCommuneIsNamedWithIt() {
    there();
    list.present.people.add(known("Lê Văn An", BORN, null));
    list.read(FRESH + member("Lê Văn An"), FRESH + member("Lê Văn An", "another_person", "YES"));
    assertThat(list.told()).containsExactly("H2 team-list-maybe-known TEAM-0100");
  }

  /// That they are in a team of another commune is said; which it is, only to who works there.
  @ParameterizedTest
  @CsvSource({"100,team-member-elsewhere TEAM-0100", "200,team-member-somewhere"})
  void whoIsInATeamOfAnotherCommuneIsNamed(long team, String told) {
    list.present.elsewhere.add(elsewhere(team));
    assertThat(names(FRESH + member("Lê Văn An", "national_id", NUMBER))).isEmpty();
    assertThat(list.told()).containsExactly("Q2 " + told);
  }

  /// Whoever says the number first has the wrong cell, not the row above without it.
  @Test
  void theCellThatSaysTheNumberIsTheWrongOne() {
    list.present.elsewhere.add(elsewhere(200));
    list.read(
        FRESH + member("Lê Văn An"),
        FRESH + person("Lê Văn An", "06/05/1980", "LEADER", "01/01/2026", "national_id", NUMBER));
    assertThat(list.told()).containsExactly("Q3 team-member-somewhere");
  }

  @Test
  void nobodysNumberIsSaidAgainInALaterRowOfAnotherTeam() {
    String other = team("Tổ Hai", "10001-002") + ";";
    list.read(
        FRESH + member("Lê Văn An", "national_id", NUMBER),
        other + member("Trần Văn Tám"),
        other
            + person("Trần Văn Tám", "06/05/1980", "LEADER", "01/01/2026", "national_id", NUMBER));
    assertThat(list.told()).containsExactly("Q4 team-list-same 2");
  }

  @ParameterizedTest
  @CsvSource({
    "10/07/2006,''",
    "11/07/2006,I2 team-too-young 18",
    "2006,''",
    "2007,I2 team-too-young 18",
    "11/07/1953,''",
    "10/07/1953,I2 team-too-old 70",
    "1953,''",
    "1952,I2 team-too-old 70"
  })
  void theAgeIsThatOfTheFirstDay(String born, String told) {
    list.read(FRESH + person("Lê Văn An", born, "MEMBER", "10/07/2024"));
    assertThat(String.join("", list.told())).isEqualTo(told);
  }

  @ParameterizedTest
  @CsvSource({"10/07/2024,''", "10/07/2023,''", "09/07/2023,T2 team-over-age-health 70"})
  void whoIsOlderIsHealthy(String certified, String told) {
    list.read(
        FRESH
            + person(
                "Lê Văn An",
                "1950",
                "MEMBER",
                "10/07/2024",
                "over_age",
                "YES",
                "health_on",
                certified));
    assertThat(String.join("", list.told())).isEqualTo(told);
  }

  @ParameterizedTest
  @CsvSource({
    "80000000123,team-national-id",
    "38080000123,team-national-id-zero",
    "038081000123,team-national-id-year 1981",
    "001080000123,team-national-id-place",
    "....,team-national-id"
  })
  void aNumberIsThatOfThePerson(String number, String told) {
    list.read(FRESH + member("Lê Văn An", "national_id", number));
    assertThat(list.told()).hasSize(1).first().asString().startsWith("Q2 " + told);
  }

  @ParameterizedTest
  @CsvSource({
    "04/07/2024,10/07/2024,P2 team-before-established 2024-07-05",
    "05/07/2024,05/07/2024,''",
    "11/07/2024,10/07/2024,M2 team-list-before-decision 2024-07-11",
    "27/11/2026,27/11/2026,''",
    "28/11/2026,28/11/2026,P2 past-or-present"
  })
  void aTermIsDecidedBeforeItBegins(String decided, String from, String told) {
    String row = person("Lê Văn An", "1980", "MEMBER", from);
    list.read(FRESH + row.replace("18/QĐ-UBND;05/07/2024", "18/QĐ-UBND;" + decided));
    assertThat(String.join("", list.told())).isEqualTo(told);
  }

  @ParameterizedTest
  @CsvSource({
    "09/07/2024,N2 team-term-ends",
    "10/07/2024,''",
    "10/07/2034,''",
    "11/07/2034,N2 team-term-long 10"
  })
  void aTermEndsInTime(String until, String told) {
    list.read(FRESH + member("Lê Văn An").replace("09/07/2029", until));
    assertThat(String.join("", list.told())).isEqualTo(told);
  }

  @Test
  void aCertificateAndABadgeAreOnePersons() {
    list.present.papers.add("badge BH-9");
    list.read(
        FRESH + member("Lê Văn An", "certificate", "GCN-1", "badge", "BH-1"),
        FRESH + person("Lê Văn An", "06/05/1980", "LEADER", "01/01/2026", "certificate", "GCN-1"),
        FRESH + member("Lê Văn Bình", "certificate", "GCN-1", "badge", "BH-9"),
        FRESH + member("Lê Văn Chi", "certificate", "BH-9"));
    assertThat(list.told())
        .containsExactlyInAnyOrder("U4 team-list-repeated 2", "V4 team-paper-taken");
  }

  @Test
  void aTeamHasOneLeaderAtATime() {
    list.read(
        FRESH + person("Lê Văn An", "1980", "LEADER", "10/07/2024"),
        FRESH + person("Lê Văn Bình", "1980", "LEADER", "09/07/2029"));
    assertThat(list.told())
        .containsExactlyInAnyOrder(
            "L2 team-leader-taken 2029-07-09 2029-07-09",
            "L3 team-leader-taken 2024-07-10 2029-07-09");
  }

  @Test
  void theTermsOfAPersonDoNotMeet() {
    list.read(FRESH + member("Lê Văn An"), FRESH + member("Lê Văn An"));
    assertThat(list.told())
        .containsExactly(
            "M2 team-term-overlap 2024-07-10 2029-07-09",
            "M3 team-term-overlap 2024-07-10 2029-07-09");
  }

  @Test
  void theLeaderOfATeamThatThereIsStaysIt() {
    there();
    list.present.held.put(
        id(100),
        List.of(
            new Held(
                id(70),
                id(50),
                Position.LEADER,
                ESTABLISHED,
                LocalDate.of(2029, 7, 4),
                LocalDate.of(2026, 1, 1))));
    list.read(THERE + person("Lê Văn An", "1980", "LEADER", "31/12/2025"));
    assertThat(list.told()).containsExactly("L2 team-leader-taken 2024-07-05 2029-07-04");
    list.read(THERE + person("Lê Văn An", "1980", "LEADER", "01/01/2026"));
    assertThat(list.told()).isEmpty();
  }

  /// One wrong cell, and the others of its team are still told what is wrong with them.
  @Test
  void eachWrongRowIsNamedHoweverManyThereAre() {
    TeamReport report =
        report(
            FRESH + member("Lê Văn An").replace("06/05/1980", "31/04/1980"),
            FRESH + member("Lê Văn Bình", "phone", "gọi sau"),
            FRESH + member("Lê Văn Chi"),
            FRESH + member("Lê Văn Dư", "health_on", "28/11/2026"));
    assertThat(list.told()).containsExactly("I2 list-date", "R3 team-phone", "T5 past-or-present");
    assertThat(report.members()).isOne();
    assertThat(report.errorCount()).isEqualTo(3);
  }

  @Test
  void whatIsWorthALookIsCountedOfWhoIsNew() {
    there();
    list.present.people.add(known("Lê Văn An", BORN, null));
    TeamReport report =
        report(
            THERE + member("Lê Văn An"),
            THERE + member("Lê Văn Bình", "education", "PRIMARY", "national_id", "171234567"));
    assertThat(list.told()).isEmpty();
    assertThat(report.warnings())
        .extracting(each -> each.warning() + " " + each.count())
        .containsExactly("PRIMARY_EDUCATION 1", "HEALTH_UNKNOWN 1", "OLD_IDENTITY_CARD 1");
  }

  /// What one of their rows says is known, and each is counted once.
  @Test
  void whoHasTwoTermsIsWorthOneLook() {
    TeamReport report =
        report(
            FRESH + member("Lê Văn An", "education", "UPPER_SECONDARY"),
            FRESH + person("Lê Văn An", "06/05/1980", "LEADER", "01/01/2026"));
    assertThat(list.told()).isEmpty();
    assertThat(report.warnings())
        .extracting(each -> each.warning() + " " + each.count())
        .containsExactly("HEALTH_UNKNOWN 1");
  }
}
