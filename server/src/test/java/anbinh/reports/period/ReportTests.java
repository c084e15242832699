package anbinh.reports.period;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.areas.Area;
import anbinh.identity.Role;
import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
import anbinh.testing.TestServer;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/// What tests of reports share: a server with a made province, and its people.
abstract class ReportTests {
  @RegisterExtension
  static final TestServer SERVER =
      new TestServer(
          TestServer.TEST_CLOCK, "anbinh.reports.due-days=1", "anbinh.reports.since=2020-01-01");

  static final String ROOT = "/api/reports";

  private static @Nullable ReportFixture made;
  static TestClient officer = SERVER.client();
  static TestClient chair = SERVER.client();
  static TestClient above = SERVER.client();
  static TestClient aboveChair = SERVER.client();
  static TestClient analyst = SERVER.client();
  static TestClient investigator = SERVER.client();

  static ReportFixture world() {
    if (made == null) {
      throw new IllegalStateException("not made");
    }
    return made;
  }

  @BeforeAll
  static void records() {
    var world = new ReportFixture(SERVER);
    made = world;
    officer = world.person("officer", world.first.id(), Role.COMMUNITY_OFFICER);
    chair = world.person("chair", world.first.id(), Role.CHAIR);
    above = world.person("above", world.province.id(), Role.COMMUNITY_OFFICER);
    aboveChair = world.person("above-chair", world.province.id(), Role.CHAIR);
    analyst = world.person("analyst", world.province.id(), Role.ANALYST);
    investigator =
        world.person("investigator", world.province.id(), Role.INVESTIGATOR, Role.ANALYST);
    world.cases(world.first, "THEFT", 9, 7, 6);
    world.cases(world.first, "ASSAULT", 2, 1, 0);
    world.cases(world.second, "THEFT", 12, 6, 6);
    world.cases(world.third, "TRAFFIC", 30, 20, 10);
    world.refusedRequests(world.first, 6);
    world.refusedRequests(world.third, 8);
    world.extractions(world.first, 11, 6);
    world.situations(world.first, "THEFT", false, 7, 1);
    world.situations(world.first, "DOMESTIC_VIOLENCE", true, 2, 0);
    world.situations(world.second, "THEFT", false, 3, 0);
    world.situations(world.third, "NOISE", false, 20, 0);
    world.mediations(world.village, 6, 2, 1);
    world.team(world.first, 4);
    world.team(world.second, 3);
    world.group(world.village, "SECURITY", 40);
    world.group(world.village, "SOCIAL_SECURITY", 25);
    world.programme(world.first, 4);
    world.programme(world.third, 7);
    world.campaign(world.first, 120);
    world.camera(world.village, "CONNECTED");
    world.camera(world.third, "COMMUNITY");
    world.consent();
    world.standard(world.village);
    world.annulPatrol(world.first);
  }

  static String of(String path, Area area) {
    return ROOT + path + "?period=" + world().quarter + "&area=" + area.id();
  }

  static JsonNode done(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isBetween(200, 204);
    return answer.json();
  }

  static double again(String indicator, List<UUID> areas) {
    return RecordsAgain.count(world(), indicator, areas);
  }

  static List<UUID> within(UUID area) {
    return world()
        .sql()
        .sql("select id from areas.area where :id in (id, parent_id)")
        .param("id", area)
        .query((row, number) -> row.getObject(1, UUID.class))
        .list();
  }

  static List<UUID> everywhere() {
    return world()
        .sql()
        .sql("select id from areas.area")
        .query((row, number) -> row.getObject(1, UUID.class))
        .list();
  }

  static String leaves(String object) {
    return String.join(
        "\n",
        world()
            .sql()
            .sql(
                "select type || ' ' || convert_from(record, 'UTF8') from audit.event where object_id = ?")
            .param(object)
            .query(String.class)
            .list());
  }
}
