package anbinh.teamwork.duty;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.areas.Area;
import anbinh.areas.AreaKind;
import anbinh.areas.NewArea;
import anbinh.areas.unit.Areas;
import anbinh.identity.Role;
import anbinh.team.TeamFixture;
import anbinh.team.TeamFixture.Made;
import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
import anbinh.testing.TestServer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/// A commune with its offices and teams, and how they are asked, for the tests of [DutyIT].
abstract class DutyFixture {
  @RegisterExtension static final TestServer SERVER = new TestServer();

  static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  static final Map<String, TestClient> CLIENTS = new HashMap<>();

  static Area province = new Area(new UUID(0, 0), "", "", AreaKind.PROVINCE, null);
  static Area commune = province;
  static TeamFixture world = new TeamFixture(SERVER, "diaban", "chutich");
  static int made;

  @BeforeAll
  static void world() {
    province =
        SERVER
            .bean(Areas.class)
            .create(new NewArea("38", "Tỉnh thử", AreaKind.PROVINCE, null), null);
    commune = area("C-1", AreaKind.COMMUNE, province);
    Area other = area("C-2", AreaKind.COMMUNE, province);
    SERVER.person("diaban", commune.id(), Role.COMMUNITY_OFFICER);
    SERVER.person("chutich", commune.id(), Role.CHAIR);
    SERVER.namedPerson("trungten", "Người diaban", commune.id(), Role.CHAIR);
    SERVER.person("totruong", commune.id(), Role.TEAM_LEADER);
    SERVER.person("tovien", commune.id(), Role.TEAM_MEMBER);
    SERVER.person("chuagan", commune.id(), Role.TEAM_LEADER);
    SERVER.person("xakhac", other.id(), Role.COMMUNITY_OFFICER, Role.CHAIR);
    SERVER.person("tinh", province.id(), Role.COMMUNITY_OFFICER);
    SERVER.person("tonghop", province.id(), Role.ANALYST);
    SERVER.person("quantri", null, Role.ADMINISTRATOR);
  }

  static Area area(String code, AreaKind kind, Area above) {
    return SERVER
        .bean(Areas.class)
        .create(new NewArea(code, "Đơn vị " + code, kind, above.id()), null);
  }

  static Area village() {
    return area("C-1-" + ++made, AreaKind.RESIDENTIAL_AREA, commune);
  }

  static Made team(@Nullable String... accounts) {
    return world.team(commune, village().id(), accounts);
  }

  static TestClient as(String username) {
    return CLIENTS.computeIfAbsent(username, SERVER::signedIn);
  }

  static JsonNode done(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isBetween(200, 204);
    return answer.json();
  }

  static void refused(Answer answer, String code) {
    assertThat(answer.code()).as(answer.text()).isEqualTo(code);
  }

  static void wrong(Answer answer, String field, String code) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(answer.text())
        .contains("\"field\":\"" + field + "\"")
        .contains("\"code\":\"" + code + "\"");
  }

  static LocalDate today() {
    return LocalDate.now(ZONE);
  }

  static String month(int ago) {
    return YearMonth.from(today()).minusMonths(ago).toString();
  }

  static Map<String, Object> with(Map<String, Object> body, String name, Object value) {
    Map<String, Object> changed = new HashMap<>(body);
    changed.put(name, value);
    return changed;
  }

  /// The same, sent as something else.
  static Map<String, Object> fresh(Map<String, Object> body) {
    return with(body, "id", UUID.randomUUID());
  }

  static List<String> events(String type) {
    return SERVER
        .database()
        .client()
        .sql("select convert_from(record, 'UTF8') from audit.event where type = ? order by seq")
        .param(type)
        .query((row, number) -> row.getString(1))
        .list();
  }

  static Map<String, Object> shift(LocalDate on, String starts, UUID... members) {
    return Map.of(
        "id",
        UUID.randomUUID(),
        "on",
        on.toString(),
        "starts",
        starts,
        "minutes",
        120,
        "route",
        "Khu chợ và trường học",
        "memberIds",
        members);
  }

  static Map<String, Object> patrol(Instant end, long minutes, UUID... members) {
    return Map.of(
        "id",
        UUID.randomUUID(),
        "kind",
        "PATROL",
        "startedAt",
        end.minus(minutes, ChronoUnit.MINUTES).toString(),
        "endedAt",
        end.toString(),
        "memberIds",
        members,
        "words",
        "Địa bàn yên tĩnh, nhắc hàng quán đóng cửa đúng giờ.");
  }
}
