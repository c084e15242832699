package anbinh.programme;

import static anbinh.programme.ProgrammeFixture.done;
import static anbinh.programme.ProgrammeFixture.today;

import anbinh.areas.Area;
import anbinh.areas.AreaKind;
import anbinh.areas.NewArea;
import anbinh.areas.unit.Areas;
import anbinh.identity.Role;
import anbinh.testing.TestClient;
import anbinh.testing.TestServer;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/// Two communes with their offices, and how they are asked, for the tests of [ProgrammesIT].
abstract class ProgrammeOfficeFixture {
  @RegisterExtension static final TestServer SERVER = new TestServer();

  static final Map<String, TestClient> CLIENTS = new HashMap<>();
  static final ProgrammeFixture WORLD = new ProgrammeFixture(SERVER);
  static Area commune = new Area(new UUID(0, 0), "", "", AreaKind.COMMUNE, null);
  static Area elsewhere = commune;
  static Area led = commune;

  @BeforeAll
  static void world() {
    Areas areas = SERVER.bean(Areas.class);
    Area province = areas.create(new NewArea("38", "Tỉnh thử", AreaKind.PROVINCE, null), null);
    commune = area("C-1", "Xã Bá Thước", province);
    elsewhere = area("C-2", "Xã khác", province);
    led = WORLD.village(commune);
    SERVER.person("diaban", commune.id(), Role.COMMUNITY_OFFICER);
    SERVER.person("diaban2", commune.id(), Role.COMMUNITY_OFFICER);
    SERVER.person("chutich", commune.id(), Role.CHAIR);
    SERVER.person("haivai", commune.id(), Role.CHAIR, Role.COMMUNITY_OFFICER);
    SERVER.namedPerson("trungten", "Người diaban", commune.id(), Role.CHAIR);
    SERVER.person("mattran", commune.id(), Role.PARTNER);
    SERVER.person("totruong", led.id(), Role.TEAM_LEADER);
    SERVER.person("kiemsoat", province.id(), Role.AUDITOR);
    SERVER.person("tonghop", province.id(), Role.ANALYST);
    SERVER.person("xakhac", elsewhere.id(), Role.COMMUNITY_OFFICER);
    SERVER.person("quantri", province.id(), Role.ADMINISTRATOR);
    SERVER.person("tinh", province.id(), Role.COMMUNITY_OFFICER);
  }

  static Area area(String code, String name, Area above) {
    return SERVER
        .bean(Areas.class)
        .create(new NewArea(code, name, AreaKind.COMMUNE, above.id()), null);
  }

  static TestClient as(String username) {
    return CLIENTS.computeIfAbsent(username, SERVER::signedIn);
  }

  static UUID village() {
    return WORLD.village(commune).id();
  }

  static String launched(LocalDate on, int kind, UUID... areas) {
    return ProgrammeFixture.launched(as("diaban"), as("chutich"), on, kind, areas);
  }

  static String launched(UUID... areas) {
    return launched(today().minusYears(2), 4, areas);
  }

  static JsonNode view(String path) {
    return done(as("diaban").get(path));
  }

  static String state(String path) {
    return view(path).path("programme").path("state").asString();
  }
}
