package anbinh.team.imports;

import static anbinh.team.imports.TeamListFixture.ESTABLISHED;
import static anbinh.team.imports.TeamListFixture.member;
import static anbinh.team.imports.TeamListFixture.team;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.platform.sheet.CodeMessages;
import anbinh.platform.sheet.SheetFile;
import anbinh.platform.sheet.SheetVocabulary;
import anbinh.team.Paper;
import anbinh.team.imports.TeamRow.Person;
import anbinh.team.imports.TeamRow.Unit;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which teams of a list are new and which villages are theirs; [PeopleReadingTest] has who is in
/// them, and that they are kept, shows TeamsIT.
class TeamReadingTest {
  private final TeamListFixture list = new TeamListFixture();

  private TeamReport report(TeamReading.Found found) {
    SheetFile file = CodeMessages.csv("commune;team");
    new TeamImportSummary(CodeMessages.messages())
        .read(
            file,
            new SheetVocabulary<>(CodeMessages.messages(), "team-list", TeamColumn.class),
            _ -> {});
    return list.summary.report(file, found);
  }

  private static List<String> names(TeamReading.Found found) {
    return found.units().stream().map(Unit::name).toList();
  }

  @Test
  void theRowsOfATeamAreOneTeamAndItsPeople() {
    TeamReading.Found found =
        list.read(
            team("Tổ Hoà Bình", "10001-001; 10001-002") + ";" + member("Lê Văn An"),
            team("TỔ HÒA BÌNH") + ";" + member("Lê Văn Bình"),
            team("Tổ Hai", "10002-001").replace("10001;", "10002;"));
    assertThat(list.told()).isEmpty();
    assertThat(names(found)).containsExactly("Tổ Hoà Bình", "Tổ Hai");
    Unit unit = found.units().getFirst();
    assertThat(unit.fresh()).isTrue();
    assertThat(unit.planned()).isEqualTo(3);
    assertThat(unit.paper()).isEqualTo(new Paper("17/QĐ-UBND", ESTABLISHED, "Chủ tịch"));
    assertThat(unit.villages())
        .containsExactly(TeamListFixture.VILLAGE.id(), TeamListFixture.SECOND.id());
    assertThat(found.people()).extracting(Person::unit).containsOnly(unit);
    assertThat(found.sizes()).isEqualTo(Map.of(unit.id(), 2));
  }

  @Test
  void teamsOfOneNameInTwoCommunesAreTwo() {
    TeamReading.Found found =
        list.read(
            team("Tổ Một", "10001-001"), team("Tổ Một", "10002-001").replace("10001;", "10002;"));
    assertThat(list.told()).isEmpty();
    assertThat(report(found).teams()).isEqualTo(2);
    assertThat(report(found).communes()).isEqualTo(2);
  }

  /// Of one team, it is enough that one row says it, whichever.
  @Test
  void whatARowLeavesOutAnotherSays() {
    TeamReading.Found found =
        list.read(
            "10001;Tổ Một;;;;;;" + member("Lê Văn An"),
            "10001;Tổ Một;10001-001;;17/QĐ-UBND;;;" + member("Lê Văn Bình"),
            "10001;Tổ Một;;3;;05/07/2024;;" + member("Lê Văn Chi"));
    assertThat(list.told()).isEmpty();
    assertThat(report(found).members()).isEqualTo(3);
  }

  @Test
  void whatNoRowSaysIsMissedInTheFirst() {
    list.read(team("Tổ Một") + ";" + member("An"), team("Tổ Một") + ";" + member("Bình"));
    assertThat(list.told())
        .containsExactlyInAnyOrder("C2 required", "D2 required", "E2 required", "F2 required");
  }

  /// What cannot be read is wrong itself, and not missing, too.
  @Test
  void aWrongCellOfATeamIsNamedOnce() {
    list.read("10001;Tổ Một;10001-001;ba;17/QĐ-UBND;5/7/24;");
    assertThat(list.told()).containsExactlyInAnyOrder("D2 list-whole 1 100", "F2 list-date");
  }

  @Test
  void rowsThatContradictEachOtherAreNamed() {
    list.read(
        team("Tổ Một", "10001-001"),
        "10001;Tổ Một;10001-002;4;18/QĐ-UBND;06/07/2024;Phó chủ tịch",
        team("Tổ Một", "10001-001"));
    assertThat(list.told())
        .containsExactlyInAnyOrder(
            "C3 team-list-differs 2",
            "D3 team-list-differs 2",
            "E3 team-list-differs 2",
            "F3 team-list-differs 2",
            "G3 team-list-differs 2");
  }

  @ParameterizedTest
  @CsvSource({"27/11/2026,''", "28/11/2026,F2 past-or-present"})
  void aTeamWasDecidedUntilToday(String day, String told) {
    list.read(team("Tổ Một", "10001-001").replace("05/07/2024", day));
    assertThat(String.join("", list.told())).isEqualTo(told);
  }

  @ParameterizedTest
  @CsvSource({"3,''", "2,D2 team-too-few 3"})
  void aTeamIsAsStrongAsTheLawHasIt(String planned, String told) {
    list.read(team("Tổ Một", "10001-001").replace(";3;", ";" + planned + ";"));
    assertThat(String.join("", list.told())).isEqualTo(told);
  }

  @Test
  void villagesAreThoseOfTheCommune() {
    TeamReading.Found found = list.read(team("Tổ Một", "10001-001;10002-001;10001-009;10001"));
    assertThat(list.told())
        .containsExactly(
            "C2 team-list-village 10001 Xã Một",
            "C2 team-list-village 10001-009 Xã Một",
            "C2 team-list-village 10002-001 Xã Một");
    assertThat(report(found).errorCount()).isEqualTo(3);
  }

  @Test
  void theRowsOfATeamNameItsVillagesInAnyOrder() {
    list.read(team("Tổ Một", "10001-001;10001-002"), team("Tổ Một", "10001-002, 10001-001;"));
    assertThat(list.told()).isEmpty();
  }

  @Test
  void aVillageHasOneTeam() {
    list.read(team("Tổ Một", "10001-001;10001-001"), team("Tổ Hai", "10001-002, 10001-001"));
    assertThat(list.told()).containsExactly("C3 team-list-village-twice 10001-001 2");
  }

  @Test
  void aVillageThatATeamCoversIsNamedWithTheTeam() {
    list.present.covered.put(TeamListFixture.SECOND.id(), "TEAM-0007");
    list.read(team("Tổ Một", "10001-001"), team("Tổ Hai"), team("Tổ Hai", "10001-002"));
    assertThat(list.told()).containsExactly("C4 team-list-covered TEAM-0007");
  }

  @Test
  void aTeamThatThereIsIsLeftAsItIsWhateverTheListSays() {
    list.present.teams.add(team("Tổ Hoà Bình", ESTABLISHED, null));
    TeamReading.Found found =
        list.read(
            "10001;tổ hòa bình;10009-001;9;99/QĐ;01/01/2025;Ai đó;" + member("Lê Văn An"),
            team("Tổ Hoà Bình"));
    assertThat(list.told()).isEmpty();
    assertThat(names(found)).containsExactly("Tổ Hoà Bình");
    assertThat(found.units().getFirst().fresh()).isFalse();
    TeamReport report = report(found);
    assertThat(report.teams()).isZero();
    assertThat(report.knownTeams()).isOne();
    assertThat(report.members()).isOne();
  }

  @Test
  void aTeamThatWaitsForItsDecisionIsNotFilledByAList() {
    list.present.teams.add(team("Tổ Một", null, null));
    list.read(team("Tổ Một") + ";" + member("Lê Văn An"));
    assertThat(list.told()).containsExactly("B2 team-list-waiting TEAM-0100");
  }

  @Test
  void aTeamThatWasDissolvedSinceIsNotBroughtBack() {
    list.present.teams.add(team("Tổ Một", ESTABLISHED, LocalDate.of(2026, 1, 1)));
    TeamReading.Found found =
        list.read(
            team("Tổ Một", "10001-001") + ";" + member("Lê Văn An"),
            team("Tổ Một") + ";" + member("Lê Văn Bình"),
            team("Tổ Một"));
    assertThat(list.told()).isEmpty();
    assertThat(found.units()).isEmpty();
    assertThat(found.people()).isEmpty();
    assertThat(report(found).knownTeams()).isOne();
    assertThat(report(found).knownMembers()).isEqualTo(2);
  }

  /// From the first day without the old one on.
  @ParameterizedTest
  @CsvSource({"04/07/2024,0", "05/07/2024,1"})
  void anotherTeamMayTakeTheNameOfADissolvedOne(String decided, int teams) {
    list.present.teams.add(team("Tổ Một", LocalDate.of(2024, 7, 1), ESTABLISHED));
    TeamReading.Found found = list.read(team("Tổ Một", "10001-001").replace("05/07/2024", decided));
    assertThat(list.told()).isEmpty();
    assertThat(report(found).teams()).isEqualTo(teams);
  }

  @Test
  void aRowOfNoCommuneOrNoTeamBelongsToNobody() {
    TeamReading.Found found =
        list.read(
            "10009;Tổ Một;10001-001;3;17/QĐ;05/07/2024;;" + member("Lê Văn An"),
            "10001;;10001-001;3;17/QĐ;05/07/2024;;" + member("Lê Văn Bình"),
            ";Tổ Ba");
    assertThat(list.told()).containsExactly("A2 team-list-commune", "B3 required", "A4 required");
    assertThat(found.units()).isEmpty();
    assertThat(found.people()).isEmpty();
    assertThat(report(found).rows()).isEqualTo(3);
  }

  @Test
  void onlyWhoTakesAListKeepsOthersOut() {
    list.read(false, team("Tổ Một", "10001-001"));
    assertThat(list.present.locked).isEmpty();
    list.read(true, team("Tổ Một", "10001-001"), "10009;Tổ Hai");
    assertThat(list.present.locked).containsExactly(TeamListFixture.COMMUNE.id());
  }

  @Test
  void theSampleSaysNoNamesOfPeople() {
    TeamReading.Found found = list.read(team("Tổ Một", "10001-001") + ";" + member("Lê Văn An"));
    assertThat(report(found).sample())
        .containsExactly(new TeamReport.SampleTeam("Tổ Một", "Xã Một", 1));
    assertThat(found.toString()).doesNotContain("Lê Văn An");
  }
}
