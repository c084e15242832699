package anbinh.teamwork.group;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.areas.Area;
import anbinh.areas.AreaKind;
import anbinh.platform.Ids;
import anbinh.platform.sheet.CodeMessages;
import anbinh.platform.sheet.SheetFile;
import anbinh.platform.sheet.SheetVocabulary;
import anbinh.team.Paper;
import anbinh.teamwork.group.Group.Kind;
import anbinh.teamwork.group.Group.Lead;
import anbinh.teamwork.group.Group.Leader;
import anbinh.teamwork.group.GroupReading.Listed;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Which groups of a list and who leads them are new, and which cells are wrong; that they are
/// kept, shows DutyIT.
class GroupReadingTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);
  private static final LocalDate SET_UP = LocalDate.of(2024, 7, 5);
  private static final Area COMMUNE =
      new Area(new UUID(0, 1), "10001", "Xã Một", AreaKind.COMMUNE, null);
  private static final Area CAT = village(2, "10001-001", "Thôn Cát");
  private static final Area HOA = village(3, "10001-002", "Thôn Hoà");
  private static final String TITLES =
      "commune;village;kind;group;households;group_decision;group_decided_on;group_signer"
          + ";name;position;phone;term_from;term_until;decision;decided_on";
  private static final String GROUP = "10001;10001-001;SECURITY;Tổ 1;30;9/QĐ;05/07/2024;Chủ tịch;";
  private static final String SAME = "10001;10001-001;SECURITY;Tổ 1;;;;;";
  private static final String NOBODY = ";;;;;;";

  private final List<Group> groups = new ArrayList<>();
  private final List<Leader> leaders = new ArrayList<>();
  private final List<Set<UUID>> held = new ArrayList<>();
  private GroupImportSummary summary = new GroupImportSummary(CodeMessages.messages());

  private static Area village(long id, String code, String name) {
    return new Area(new UUID(0, id), code, name, AreaKind.RESIDENTIAL_AREA, COMMUNE.id());
  }

  private static Group group(long id, @Nullable LocalDate ended) {
    return new Group(
        new UUID(1, id),
        "GRP-000" + id,
        Kind.SECURITY,
        COMMUNE.id(),
        CAT.id(),
        "Tổ 1",
        30,
        new Paper("9/QĐ", SET_UP, null),
        1,
        ended,
        null,
        null);
  }

  private static Leader leader(@Nullable String name, Lead position, LocalDate from) {
    return new Leader(
        new UUID(2, 1),
        new UUID(1, 1),
        position,
        name,
        null,
        from,
        from.plusYears(2),
        new Paper("10/QĐ", from, null),
        1);
  }

  private static String person(String name, String position, String from) {
    return name + ";" + position + ";0912345678;" + from + ";05/07/2027;10/QĐ;05/07/2024";
  }

  private List<Listed> read(String... rows) {
    return list(rows).found();
  }

  private record Result(List<Listed> found, GroupReport report) {}

  private Result list(String... rows) {
    summary = new GroupImportSummary(CodeMessages.messages());
    List<String> lines = new ArrayList<>(List.of(TITLES));
    lines.addAll(List.of(rows));
    SheetFile file = CodeMessages.csv(lines.toArray(String[]::new));
    var reading =
        new GroupReading(
            new SheetVocabulary<>(CodeMessages.messages(), "group-list", GroupColumn.class),
            new Ids(InstantSource.fixed(Instant.EPOCH), new Random(1)),
            TODAY,
            code -> Optional.of(COMMUNE).filter(area -> area.code().equals(code)),
            (_, place) ->
                List.of(CAT, HOA).stream()
                    .filter(area -> List.of(area.code(), area.name()).contains(place))
                    .findFirst(),
            new GroupReading.Known() {
              @Override
              public List<Group> groups(Set<UUID> communes) {
                return groups.stream().filter(each -> communes.contains(each.communeId())).toList();
              }

              @Override
              public List<Leader> leaders(List<UUID> some) {
                return leaders.stream().filter(each -> some.contains(each.groupId())).toList();
              }
            },
            summary);
    List<Listed> found = reading.read(file, held::add);
    return new Result(found, summary.report(file, found));
  }

  private List<String> told() {
    return CodeMessages.told(summary);
  }

  private static List<String> names(Listed listed) {
    return listed.leaders().stream().map(each -> each.position() + " " + each.name()).toList();
  }

  @Test
  void theRowsOfAGroupAreOneGroupAndWhoLeadsIt() {
    Result read =
        list(
            GROUP + person("Lê Văn An", "DEPUTY", "06/07/2024"),
            SAME.replace("Tổ 1", "TỔ – 1") + person("Lê Văn Chi", "LEADER", "05/07/2024"),
            GROUP.replace("SECURITY", "SOCIAL_SECURITY") + NOBODY,
            GROUP.replace("10001-001", "Thôn Hoà") + NOBODY);
    assertThat(told()).isEmpty();
    assertThat(read.found()).hasSize(3).allMatch(Listed::fresh);
    Listed listed = read.found().getFirst();
    assertThat(listed.households()).isEqualTo(30);
    assertThat(listed.paper()).isEqualTo(new Paper("9/QĐ", SET_UP, "Chủ tịch"));
    assertThat(names(listed))
        .as("who began first at the top")
        .containsExactly("LEADER Lê Văn Chi", "DEPUTY Lê Văn An");
    assertThat(read.report().leaders()).isEqualTo(2);
    assertThat(read.report().sample()).hasSize(3);
    assertThat(held).containsExactly(Set.of(COMMUNE.id()));
  }

  @Test
  void whatARowLeavesOutAnotherSaysButNoneSaysItOtherwise() {
    read(
        SAME + person("Lê Văn An", "DEPUTY", "06/07/2024"),
        GROUP + NOBODY,
        "10001;10001-001;SECURITY;Tổ 1;31;8/QĐ;04/07/2024;Ai đó;"
            + person("Lê Văn Chi", "LEADER", "06/07/2024"));
    assertThat(told())
        .containsExactlyInAnyOrder(
            "E4 group-list-differs 3",
            "F4 group-list-differs 3",
            "G4 group-list-differs 3",
            "H4 group-list-differs 3");
  }

  @Test
  void whatIsNeededIsNamedCellByCell() {
    assertThat(
            read(
                SAME + NOBODY,
                ";;;;;;;;" + NOBODY.replaceFirst(";", "An;"),
                "10009;x;SECURITY;Tổ;;;;;" + NOBODY,
                "10001;Thôn Xa;LẠ;Tổ;0;9/QĐ;5/7/24;;" + NOBODY))
        .isEmpty();
    assertThat(told())
        .contains("E2 required", "F2 required", "G2 required")
        .contains("A3 required", "B3 required", "C3 required", "D3 required")
        .contains("J3 required", "L3 required", "M3 required", "N3 required", "O3 required")
        .contains("A4 team-list-commune")
        .contains("B5 group-list-village Thôn Xa Xã Một", "C5 choice SECURITY, SOCIAL_SECURITY")
        .contains("E5 list-whole 1 5000", "G5 list-date")
        .hasSize(17);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
  void aRowThatSaysAnythingOfALeaderSaysAllOfIt(int at) {
    String[] cells = person("Lê Văn An", "LEADER", "05/07/2024").split(";");
    String[] alone = ";;;;;; ".split(";");
    alone[at] = cells[at];
    read(GROUP + String.join(";", alone));
    assertThat(told())
        .as("without the telephone, which is not needed")
        .hasSize(at == 2 ? 6 : 5)
        .allMatch(each -> each.endsWith("required"))
        .noneMatch(each -> each.startsWith("K"));
  }

  @Test
  void twoRowsOfAGroupThatNobodyLeadsAreOneTooMany() {
    read(GROUP + NOBODY, GROUP + person("Lê Văn An", "LEADER", "05/07/2024"), SAME + NOBODY);
    assertThat(told()).containsExactly("D4 group-list-repeated 2");
  }

  @ParameterizedTest
  @CsvSource({"27/11/2026,''", "28/11/2026,G2 past-or-present"})
  void aGroupWasSetUpUntilToday(String day, String told) {
    read(GROUP.replace("05/07/2024", day) + NOBODY);
    assertThat(String.join("", told())).isEqualTo(told);
  }

  @ParameterizedTest
  @CsvSource({
    "04/07/2024,05/07/2027,05/07/2024,L2 group-before 2024-07-05",
    "05/07/2024,04/07/2024,05/07/2024,M2 team-term-ends",
    "05/07/2024,05/07/2024,05/07/2024,''",
    "05/07/2024,05/07/2034,05/07/2024,''",
    "05/07/2024,06/07/2034,05/07/2024,M2 team-term-long 10",
    "05/07/2024,05/07/2027,04/07/2024,O2 team-before-established 2024-07-05",
    "05/07/2024,05/07/2027,27/11/2026,''",
    "05/07/2024,05/07/2027,28/11/2026,O2 past-or-present"
  })
  void aTermLiesWithinItsGroupAndTenYears(String from, String until, String on, String told) {
    read(GROUP + "Lê Văn An;LEADER;;" + from + ";" + until + ";10/QĐ;" + on);
    assertThat(String.join("", told())).isEqualTo(told);
  }

  @ParameterizedTest
  @CsvSource({
    "912345678,K2 team-list-phone",
    "hỏi sau,K2 team-phone",
    "0912.345.678,''",
    "+84 912 345 678,''"
  })
  void aTelephoneNumberIsOne(String phone, String told) {
    read(GROUP + person("Lê Văn An", "LEADER", "05/07/2024").replace("0912345678", phone));
    assertThat(String.join("", told())).isEqualTo(told);
  }

  @Test
  void twoRowsOfOneDayAndPositionAreOneTooMany() {
    read(
        GROUP + person("Lê Văn An", "LEADER", "05/07/2024"),
        SAME + person("lê văn AN", "LEADER", "05/07/2024"),
        SAME + person("Lê Văn Chi", "LEADER", "05/07/2024"),
        SAME + person("Lê Văn Chi", "DEPUTY", "05/07/2024"));
    assertThat(told()).containsExactly("I3 group-list-repeated 2", "L4 group-list-same-start 2");
  }

  @Test
  void aGroupThatThereIsIsLeftAsItIsWithWhoLeadsIt() {
    groups.add(group(1, null));
    leaders.add(leader("Lê Văn Hoà", Lead.LEADER, SET_UP));
    Result read =
        list(
            "10001;10001-001;SECURITY;tổ 1;99;1/QĐ;01/01/2025;;"
                + person("LÊ VĂN HÒA", "LEADER", "05/07/2024"),
            SAME + person("Lê Văn An", "DEPUTY", "06/07/2024"));
    assertThat(told()).isEmpty();
    Listed listed = read.found().getFirst();
    assertThat(listed.fresh()).isFalse();
    assertThat(listed.households()).isEqualTo(30);
    assertThat(names(listed)).containsExactly("DEPUTY Lê Văn An");
    assertThat(read.report().knownGroups()).isOne();
    assertThat(read.report().knownLeaders()).isOne();
    assertThat(read.report().groups()).isZero();
  }

  /// Of an erased name nobody can tell, so the list is not said to contradict it.
  @Test
  void whoseNameWasErasedIsKnownByPositionAndDay() {
    groups.add(group(1, null));
    leaders.add(leader(null, Lead.LEADER, SET_UP));
    assertThat(list(SAME + person("Lê Văn An", "LEADER", "05/07/2024")).report().knownLeaders())
        .isOne();
    assertThat(told()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "LEADER,05/07/2024,L2 group-leader-later",
    "LEADER,09/07/2024,L2 group-leader-later",
    "LEADER,10/07/2024,L2 group-leader-later",
    "LEADER,11/07/2024,''",
    "DEPUTY,05/07/2024,''"
  })
  void aNewLeaderComesAfterTheOthers(String position, String from, String told) {
    groups.add(group(1, null));
    leaders.add(leader("Lê Văn Hoà", Lead.LEADER, LocalDate.of(2024, 7, 10)));
    read(SAME + person("Lê Văn An", position, from));
    assertThat(String.join("", told())).isEqualTo(told);
  }

  /// From its last day on, the name is free.
  @ParameterizedTest
  @CsvSource({"04/07/2024,0", "05/07/2024,1"})
  void aGroupThatEndedIsNotBroughtBack(String decided, int fresh) {
    groups.add(group(1, SET_UP));
    Result read =
        list(GROUP.replace("05/07/2024", decided) + person("Lê Văn An", "LEADER", "05/07/2024"));
    assertThat(told()).isEmpty();
    assertThat(read.report().groups()).isEqualTo(fresh);
    assertThat(read.report().leaders()).isEqualTo(fresh);
    assertThat(read.report().knownGroups()).isEqualTo(1 - fresh);
    assertThat(read.report().knownLeaders()).isEqualTo(1 - fresh);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void ofTwoGroupsOfANameTheOneThatThereIsIsMeant(boolean first) {
    groups.add(group(first ? 1 : 2, first ? null : LocalDate.of(2026, 1, 1)));
    groups.add(group(first ? 2 : 1, first ? LocalDate.of(2026, 1, 1) : null));
    assertThat(read(SAME + NOBODY)).extracting(Listed::id).containsExactly(new UUID(1, 1));
  }

  @Test
  void aWrongRowBringsInNobodyAndIsPrintedNowhere() {
    Result read = list(GROUP + person("Lê Văn An", "LEADER", "05/07/2035"));
    assertThat(told()).containsExactly("M2 team-term-ends");
    assertThat(read.report().leaders()).isZero();
    assertThat(read.report().errorCount()).isOne();
    assertThat(list(GROUP + person("Lê Văn An", "LEADER", "05/07/2024")).found().toString())
        .doesNotContain("Lê Văn An");
  }
}
