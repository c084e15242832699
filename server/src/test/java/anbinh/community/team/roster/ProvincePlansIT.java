package anbinh.community.team.roster;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.areas.Area;
import anbinh.areas.Areas;
import anbinh.areas.unit.AreaSearch;
import anbinh.community.team.unit.TeamTable;
import anbinh.demo.province.ProvinceDemonstration;
import anbinh.testing.Plans;
import anbinh.testing.Plans.Plan;
import anbinh.testing.TestServer;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;

/// How the statements about units and about the roster are carried out on a whole made-up province.
/// It takes minutes, so it runs only where it is asked for: `-Dtest.jvm.args=-Dtest.province=true`.
@EnabledIfSystemProperty(named = "test.province", matches = "true")
class ProvincePlansIT {
  @RegisterExtension
  static final TestServer SERVER =
      new TestServer(
          "anbinh.demonstration=true",
          "anbinh.demo.cameras=false",
          "anbinh.demo.province.years=1",
          "anbinh.demo.province.situations=0",
          "anbinh.demo.province.mediations=0");

  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  @BeforeAll
  static void filled() {
    SERVER.bean(ProvinceDemonstration.class).finish();
    SERVER.database().client().sql("analyze").update();
  }

  @Test
  void whatIsAskedWithEachRequestReadsByIndexes() {
    Plans plans = new Plans(SERVER);
    Areas areas = plans.part(Areas.class);
    Area province = areas.find("38").orElseThrow();
    Area commune = areas.find("14758").orElseThrow();
    Area village = areas.find("14758-001").orElseThrow();
    LocalDate today = LocalDate.now(ZONE);

    Map<String, List<Plan>> often = new LinkedHashMap<>();
    often.put("a unit", plans.of(() -> areas.findPresent(village.id())));
    often.put("a unit by code", plans.of(() -> areas.find("14758-001")));
    often.put("lies in the province", plans.of(() -> areas.contains(province.id(), village.id())));
    often.put("above a village", plans.of(() -> areas.above(village.id())));
    often.put("the commune of a village", plans.of(() -> areas.communesOf(List.of(village.id()))));

    Map<String, List<Plan>> whole = new LinkedHashMap<>();
    whole.put("below a commune", plans.of(() -> areas.below(commune.id())));
    whole.put("below the province", plans.of(() -> areas.below(province.id())));
    whole.put("all present units", plans.of(areas::list));
    whole.put("all units on a day", plans.of(() -> areas.listOn(LocalDate.of(2025, 6, 30))));
    AreaSearch search = plans.part(AreaSearch.class);
    whole.put("search: ba thuoc", plans.of(() -> search.search("ba thuoc", 20)));

    RosterTable roster = plans.part(RosterTable.class);
    TeamTable teams = plans.part(TeamTable.class);
    LocalDate soon = today.plusDays(90);
    Set<UUID> own = areas.below(commune.id());
    Set<UUID> all = areas.below(province.id());
    whole.put("roster of a commune", plans.of(() -> roster.byTeam(own, today, soon)));
    whole.put("roster of the province", plans.of(() -> roster.byCommune(all, today, soon)));
    whole.put("the same, everywhere", plans.of(() -> roster.byCommune(null, today, soon)));
    whole.put("villages that are covered", plans.of(() -> roster.covered(all, today)));
    whole.put("communes covering a commune", plans.of(() -> teams.communesCovering(own, today)));

    whole.put("plain: count of units", plain(plans, "select count(*) from areas.area"));
    whole.put(
        "plain: count of teams with members",
        plain(
            plans,
            """
            select count(*) from community.team t
            join community.term e on e.team_id = t.id
            join community.member m on m.id = e.member_id
            """));

    List<String> lines = new ArrayList<>();
    often.forEach((what, some) -> some.forEach(each -> lines.add(what + ": " + each)));
    whole.forEach((what, some) -> some.forEach(each -> lines.add(what + ": " + each)));
    System.out.println(lines.stream().collect(Collectors.joining("\n", "PLANS\n", "\nEND")));

    often.forEach((what, some) ->
        assertThat(some)
            .as(what)
            .isNotEmpty()
            .allSatisfy(
                each -> assertThat(each.scans()).noneMatch(scan -> scan.startsWith("Seq Scan"))));
  }

  private static List<Plan> plain(Plans plans, String sql) {
    return plans.of(() -> plans.client().sql(sql).query(Long.class).single());
  }
}
