package anbinh.demo.province;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import anbinh.areas.Area;
import anbinh.areas.AreaKind;
import anbinh.demo.province.AccountHistorySeeder.SyntheticAccount;
import anbinh.demo.province.CameraHistorySeeder.SyntheticCamera;
import anbinh.demo.province.CaseHistorySeeder.SyntheticCase;
import anbinh.demo.province.MediationHistorySeeder.SyntheticMediation;
import anbinh.demo.province.MediationHistorySeeder.SyntheticMediator;
import anbinh.demo.province.MediationHistorySeeder.SyntheticTeam;
import anbinh.demo.province.ProgrammeHistorySeeder.SyntheticProgramme;
import anbinh.demo.province.RequestHistorySeeder.SyntheticRequest;
import anbinh.demo.province.SituationHistorySeeder.SyntheticSituation;
import anbinh.demo.province.StandardHistorySeeder.SyntheticYear;
import anbinh.demo.province.SyntheticPlaces.Commune;
import anbinh.demo.province.SyntheticPlaces.Village;
import anbinh.demo.province.TeamHistorySeeder.FilledMember;
import anbinh.demo.province.TeamHistorySeeder.FilledTeam;
import anbinh.demo.province.TeamWorkHistorySeeder.SyntheticGroup;
import anbinh.demo.province.TeamWorkHistorySeeder.SyntheticPatrol;
import anbinh.demo.province.UnitHistorySeeder.SyntheticVillage;
import anbinh.identity.Role;
import anbinh.programme.ProgrammeState;
import anbinh.seal.tree.Hash;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// What is made up is the same for the same seed, looks like the real thing, and means nobody.
class SyntheticProvinceTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);
  private static final YearMonth MONTH = YearMonth.of(2026, 7);
  private static final SyntheticRandom INVENTION = new SyntheticRandom(2026);
  private static final SyntheticPeople PEOPLE = new SyntheticPeople(INVENTION);
  private static final List<Area> COMMUNES = communes();
  private static final List<Village> VILLAGES = villages(INVENTION);
  private static final List<SyntheticSituation> REPORTS =
      situations(INVENTION).month(MONTH, 100_000);

  private static List<Area> communes() {
    List<Area> communes = new ArrayList<>();
    for (int i = 0; i < 166; i++) {
      String code = Integer.toString(14_000 + i * 3);
      communes.add(
          new Area(
              id(code), code, (i < 19 ? "Phường " : "Xã ") + code, AreaKind.COMMUNE, id("38")));
    }
    return communes;
  }

  private static List<Village> villages(SyntheticRandom invention) {
    List<SyntheticVillage> requested = new SyntheticPlaces(invention).villages(COMMUNES, 4_351);
    Map<String, Area> byCode = new HashMap<>();
    COMMUNES.forEach(each -> byCode.put(each.code(), each));
    for (SyntheticVillage each : requested) {
      UUID above = id(each.commune());
      byCode.put(
          each.code(),
          new Area(id(each.code()), each.code(), each.name(), AreaKind.RESIDENTIAL_AREA, above));
    }
    return SyntheticPlaces.found(List.copyOf(byCode.values()), requested);
  }

  private static SyntheticSituations situations(SyntheticRandom invention) {
    Map<UUID, UUID> teams =
        VILLAGES.stream()
            .collect(Collectors.toMap(each -> each.area().id(), each -> id("team " + each.code())));
    return new SyntheticSituations(
        invention, new SyntheticPeople(invention), VILLAGES, teams, ZONE);
  }

  private static UUID id(String of) {
    return UUID.nameUUIDFromBytes(of.getBytes(UTF_8));
  }

  @Test
  void makesTheSameBytesOfTheSameSeedAndOthersOfAnother() {
    String made = digest(new SyntheticRandom(2026));
    assertThat(made).isNotEqualTo(digest(new SyntheticRandom(2027)));
    assertThat(made)
        .as("a change of what a seed gives is a change of every measurement")
        .isEqualTo("5d04956379f2a69bf6ae7e86b104c44ca6a20e27ba71ac0dd58a8338ce9707cb");
  }

  private static String digest(SyntheticRandom invention) {
    var people = new SyntheticPeople(invention);
    List<Village> villages = villages(invention);
    var disputes = new SyntheticMediations(invention, people, villages, ZONE);
    List<Object> all =
        List.of(
            villages,
            people.members(villages).stream().map(SyntheticAccount::username).toList(),
            new String(new SyntheticTeams(invention, people).list(villages), UTF_8),
            situations(invention).month(MONTH, 20_000),
            disputes.teams().subList(0, 100),
            disputes.year(2025, 500),
            new SyntheticYears(invention, people, villages, ZONE).year(2025).subList(0, 500),
            new SyntheticProgrammes(invention, people, villages, ZONE).all(2022, TODAY),
            new SyntheticCases(invention, people, villages, ZONE).year(2025, 240),
            new SyntheticCases(invention, people, villages, ZONE).requests(2025, 240));
    return Hash.sha256(JsonMapper.shared().writeValueAsBytes(all)).hex();
  }

  @Test
  void hasAsManyUnitsAndPeopleAsTheProvince() {
    assertThat(1 + COMMUNES.size() + VILLAGES.size()).isEqualTo(4_518);
    assertThat(VILLAGES.stream().map(Village::code)).doesNotHaveDuplicates();
    Map<String, Long> inCommunes =
        VILLAGES.stream()
            .collect(Collectors.groupingBy(each -> each.commune().code(), Collectors.counting()));
    assertThat(inCommunes.values()).hasSize(166).allMatch(count -> count >= 15 && count <= 40);
    List<SyntheticAccount> members = PEOPLE.members(VILLAGES);
    List<SyntheticAccount> officials =
        PEOPLE.officials(
            VILLAGES.stream().map(Village::commune).distinct().toList(), id("38"), "38");
    assertThat(members).hasSize(13_053);
    assertThat(members.size() + officials.size()).isBetween(15_000, 15_100);
    List<SyntheticAccount> all = Stream.concat(members.stream(), officials.stream()).toList();
    assertThat(all.stream().map(SyntheticAccount::username))
        .doesNotHaveDuplicates()
        .allMatch(each -> each.matches("[a-z0-9][a-z0-9._-]{2,63}"));
    assertThat(all.stream().map(SyntheticAccount::displayName)).doesNotHaveDuplicates();
    assertThat(all.stream().map(SyntheticAccount::id)).doesNotHaveDuplicates();
    assertThat(all.stream().filter(each -> each.roles().contains(Role.CHAIR))).hasSize(167);
  }

  @Test
  void listsTeamsAsAnOfficeDoes() {
    List<String> rows =
        new String(new SyntheticTeams(INVENTION, PEOPLE).list(VILLAGES), UTF_8).lines().toList();
    assertThat(rows).hasSize(13_054);
    int columns = rows.getFirst().split(",", -1).length;
    assertThat(rows.subList(1, rows.size()))
        .allMatch(row -> row.replaceAll("\"[^\"]*\"", "x").split(",", -1).length == columns)
        .allMatch(row -> row.contains(",000 "));
    assertThat(share(rows, row -> row.contains("Nữ"))).isCloseTo(0.12, within(0.02));
    assertThat(share(rows, row -> row.contains("Tuyển mới"))).isCloseTo(0.08, within(0.02));
  }

  @Test
  void meansNobodyAndSaysSo() {
    List<String> names = new ArrayList<>();
    PEOPLE.members(VILLAGES).forEach(each -> names.add(each.displayName()));
    var disputes = new SyntheticMediations(INVENTION, PEOPLE, VILLAGES, ZONE);
    disputes.teams().stream()
        .flatMap(team -> team.mediators().stream())
        .forEach(each -> names.add(each.name()));
    List<SyntheticMediation> some = disputes.year(2025, 300);
    some.stream().flatMap(each -> each.parties().stream()).forEach(each -> names.add(each.name()));
    REPORTS.forEach(each -> {
      String name = each.reporterName();
      if (name != null) {
        names.add(name);
      }
    });
    assertThat(names).allMatch(each -> each.endsWith(" (mô phỏng)"));
    assertThat(REPORTS).allMatch(each -> each.words().seen().endsWith(" (mô phỏng)"));
    assertThat(some).allMatch(each -> each.about().endsWith(" (mô phỏng)"));
    // 000 cannot be dialled: 00 goes abroad, and no country's code begins with 0.
    assertThat(REPORTS.stream().flatMap(each -> Stream.ofNullable(each.phone())))
        .isNotEmpty()
        .allMatch(each -> each.matches("000 \\d{3} \\d{3}"));
  }

  @Test
  void reportsMoreInTheEveningAndGuardsTwoOfAHundred() {
    assertThat(REPORTS).hasSize(100_000 * 108 / 1_200);
    long night = REPORTS.stream().filter(each -> hour(each) >= 2 && hour(each) < 5).count();
    long evening = REPORTS.stream().filter(each -> hour(each) >= 19 && hour(each) < 22).count();
    assertThat(evening).isGreaterThan(5 * night);
    assertThat(share(REPORTS, each -> Set.of("DOMESTIC_VIOLENCE", "CHILD").contains(each.kind())))
        .isCloseTo(0.02, within(0.006));
    assertThat(share(REPORTS, each -> each.channel().equals("TEAM"))).isCloseTo(0.62, within(0.03));
    assertThat(REPORTS.stream().map(SyntheticSituation::id)).doesNotHaveDuplicates();
    assertThat(REPORTS.stream().map(SyntheticSituation::code)).doesNotHaveDuplicates();
    assertThat(REPORTS)
        .isSortedAccordingTo(
            (one, two) -> one.times().receivedAt().compareTo(two.times().receivedAt()));
  }

  private static int hour(SyntheticSituation one) {
    return one.times().receivedAt().atZone(ZONE).getHour();
  }

  @Test
  void goesThroughTheStepsOfAReportInTheirOrder() {
    for (SyntheticSituation each : REPORTS) {
      assertThat(
              List.of(
                  each.times().happenedAt(),
                  each.times().notedAt(),
                  each.times().receivedAt(),
                  each.times().acknowledgedAt(),
                  each.times().writtenAt(),
                  each.times().decidedAt(),
                  each.times().closedAt()))
          .isSorted();
      assertThat(each.reporter() == null).isEqualTo(!each.channel().equals("TEAM"));
    }
    List<SyntheticSituation> before = situations(INVENTION).month(YearMonth.of(2023, 5), 20_000);
    assertThat(before).as("there were no teams").noneMatch(each -> each.channel().equals("TEAM"));
  }

  @Test
  void givesNoCodeTwiceInAYear() {
    Set<String> codes = new HashSet<>();
    int count = 0;
    for (int month = 1; month <= 12; month++) {
      List<SyntheticSituation> made =
          situations(INVENTION).month(YearMonth.of(2024, month), 100_000);
      made.forEach(each -> codes.add(each.code()));
      count += made.size();
    }
    assertThat(codes).hasSize(count);
    assertThatThrownBy(() -> situations(INVENTION).month(MONTH, 2_000_000))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void mediatesByTheLawsSteps() {
    var disputes = new SyntheticMediations(INVENTION, PEOPLE, VILLAGES, ZONE);
    List<SyntheticMediation> year = disputes.year(2025, 6_500);
    assertThat(share(year, each -> each.outcome().equals("AGREED"))).isCloseTo(0.58, within(0.02));
    assertThat(
            share(year, each -> each.sessions().getFirst().isAfter(each.receivedOn().plusDays(3))))
        .isCloseTo(0.05, within(0.02));
    for (SyntheticMediation each : year) {
      assertThat(each.sessions()).isNotEmpty().isSorted();
      assertThat(each.sessions().getFirst()).isAfterOrEqualTo(each.receivedOn());
      assertThat(each.endedAt()).isAfter(each.receivedAt()).isBefore(each.closedAt());
      assertThat(each.parties()).hasSize(2);
    }
    assertThat(disputes.teams())
        .hasSize(4_351)
        .allMatch(team -> team.mediators().size() == 3)
        .allMatch(team -> team.mediators().stream().anyMatch(SyntheticMediator::woman));
    assertThat(
            disputes.teams().stream()
                .map(SyntheticTeam::mediators)
                .flatMap(List::stream)
                .map(SyntheticMediator::id))
        .doesNotHaveDuplicates();
  }

  @Test
  void recognisesSevenToNineOfTenVillages() {
    List<SyntheticYear> year = new SyntheticYears(INVENTION, PEOPLE, VILLAGES, ZONE).year(2025);
    assertThat(year).hasSize(4_351);
    assertThat(share(year, each -> each.missed() == null)).isCloseTo(0.80, within(0.03));
    for (SyntheticYear each : year) {
      assertThat(each.days()).hasSize(5).isSorted();
      assertThat(day(each.days().getFirst())).isBeforeOrEqualTo(LocalDate.of(2025, 3, 31));
      assertThat(day(each.days().get(3))).isBefore(LocalDate.of(2025, 11, 15));
      assertThat(each.attended()).isBetween(1, each.households());
      assertThat(each.head()).isNotEqualTo(each.chair());
    }
  }

  private static LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, ZONE);
  }

  @Test
  void opensCasesInTwelveTownsAndAsksForFootageInThem() {
    var made = new SyntheticCases(INVENTION, PEOPLE, VILLAGES, ZONE);
    List<SyntheticCase> year = made.year(2025, 240);
    Map<UUID, SyntheticCase> byId =
        year.stream().collect(Collectors.toMap(SyntheticCase::id, each -> each));
    assertThat(year).hasSize(240).allMatch(each -> each.title().endsWith(" (mô phỏng)"));
    assertThat(year.stream().map(SyntheticCase::areaId).distinct()).hasSize(12);
    assertThat(year)
        .isSortedAccordingTo((one, two) -> one.openedAt().compareTo(two.openedAt()))
        .allMatch(each -> each.openedAt().isBefore(each.closedAt()));
    assertThat(made.year(2026, 240)).doesNotContainAnyElementsOf(year);
    Set<UUID> cameras =
        made.cameras().stream().map(SyntheticCamera::id).collect(Collectors.toSet());
    List<SyntheticRequest> requests = made.requests(2025, 240);
    assertThat(requests).hasSizeBetween(280, 360);
    assertThat(requests.stream().map(SyntheticRequest::end).distinct()).hasSize(4);
    for (SyntheticRequest each : requests) {
      SyntheticCase of = Objects.requireNonNull(byId.get(each.caseId()));
      assertThat(each.at()).isAfter(of.openedAt());
      assertThat(each.at().plus(Duration.ofDays(4))).as("its end").isBefore(of.closedAt());
      assertThat(each.requester()).isNotEqualTo(each.approver());
      assertThat(cameras).contains(each.cameraId());
      assertThat(each.why()).endsWith(" (mô phỏng)").hasSizeBetween(20, 500);
    }
  }

  @Test
  void runsProgrammesOfAllSevenKinds() {
    List<SyntheticProgramme> all =
        new SyntheticProgrammes(INVENTION, PEOPLE, VILLAGES, ZONE).all(2022, TODAY);
    assertThat(all).hasSize(1_450);
    Map<String, Long> kinds =
        all.stream()
            .collect(Collectors.groupingBy(SyntheticProgramme::kind, Collectors.counting()));
    assertThat(kinds).hasSize(7);
    assertThat(kinds.get("CAMERA")).isBetween(280L, 390L);
    for (SyntheticProgramme each : all) {
      assertThat(each.launchedOn()).isBeforeOrEqualTo(TODAY);
      assertThat(each.activities())
          .allMatch(one -> one.on().isBefore(TODAY) && one.women() <= one.attended());
      assertThat(each.activities().isEmpty()).isEqualTo(each.state() == ProgrammeState.LAUNCHED);
      assertThat(each.officer()).isNotEqualTo(each.chair());
    }
  }

  @Test
  void patrolsTwiceAMonthAndWritesNothingDownAheadOfTime() {
    Map<UUID, FilledTeam> teams = new HashMap<>();
    for (Village each : VILLAGES.subList(0, 50)) {
      teams.put(
          each.area().id(),
          new FilledTeam(
              id("team " + each.code()),
              List.of(
                  new FilledMember(id("1 " + each.code()), "Một (mô phỏng)"),
                  new FilledMember(id("2 " + each.code()), "Hai (mô phỏng)"))));
    }
    var work = new SyntheticWork(INVENTION, PEOPLE, VILLAGES, teams, ZONE);
    List<SyntheticPatrol> month = work.patrols(MONTH, Instant.MAX);
    assertThat(month).hasSize(100);
    assertThat(month)
        .allMatch(each -> each.endedAt().isAfter(each.startedAt()))
        .allMatch(each ->
            Duration.between(each.startedAt(), each.endedAt()).compareTo(Duration.ofHours(12)) < 0);
    Instant halfWay = MONTH.atDay(15).atStartOfDay(ZONE).toInstant();
    assertThat(work.patrols(MONTH, halfWay))
        .hasSizeBetween(40, 60)
        .allMatch(each -> each.at().isBefore(halfWay));
    assertThat(work.groups())
        .hasSize(2 * VILLAGES.size())
        .allMatch(each -> each.leader().endsWith(" (mô phỏng)"))
        .extracting(SyntheticGroup::id)
        .doesNotHaveDuplicates();
  }

  @Test
  void givesEachNumberANameOfItsOwn() {
    var names = new SyntheticNames(INVENTION);
    Set<String> known = new HashSet<>();
    for (int i = 0; i < 72_000; i++) {
      known.add(names.name(i, false));
    }
    assertThat(known).hasSize(72_000);
    assertThat(names.name(5, true)).isNotEqualTo(names.name(5, false));
  }

  @Test
  void givesCommunesTheirOwnOffices() {
    List<Commune> communes = VILLAGES.stream().map(Village::commune).distinct().toList();
    assertThat(communes).hasSize(166);
    Function<String, Set<UUID>> ids =
        office ->
            communes.stream().map(each -> PEOPLE.office(office, each)).collect(Collectors.toSet());
    assertThat(ids.apply("chutich")).hasSize(166).doesNotContainAnyElementsOf(ids.apply("canbo1"));
  }

  private static <T> double share(List<T> all, Predicate<T> of) {
    return (double) all.stream().filter(of).count() / all.size();
  }
}
