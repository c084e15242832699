package anbinh.mediation.dispute;

import static anbinh.mediation.MediationFixture.form;
import static anbinh.mediation.MediationFixture.id;
import static anbinh.mediation.MediationFixture.made;
import static anbinh.mediation.MediationFixture.mediatorOf;
import static anbinh.mediation.MediationFixture.session;
import static anbinh.mediation.MediationFixture.today;

import anbinh.areas.Area;
import anbinh.areas.AreaKind;
import anbinh.areas.NewArea;
import anbinh.areas.unit.Areas;
import anbinh.identity.Role;
import anbinh.mediation.MediationFixture;
import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
import anbinh.testing.TestServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// A village with its team and offices, and how mediation is asked of them, for the tests of
/// [MediationsIT].
abstract class MediationOfficeFixture {
  @RegisterExtension static final TestServer SERVER = new TestServer();

  static final String PATH = "/api/mediations";
  static final MediationFixture WORLD = new MediationFixture(SERVER);
  static Area commune = new Area(new UUID(0, 0), "", "", AreaKind.COMMUNE, null);
  static Area village = commune;
  static JsonNode team = MissingNode.getInstance();
  static UUID account = new UUID(0, 0);
  static TestClient leader = SERVER.client();
  static TestClient colleague = SERVER.client();
  static TestClient head = SERVER.client();
  static TestClient officer = SERVER.client();
  static TestClient second = SERVER.client();
  static TestClient chair = SERVER.client();
  static TestClient front = SERVER.client();
  static TestClient analyst = SERVER.client();
  static TestClient auditor = SERVER.client();

  @TempDir Path folder;

  @BeforeAll
  static void people() {
    commune =
        SERVER
            .bean(Areas.class)
            .create(new NewArea("C-1", "Xã Bá Thước", AreaKind.COMMUNE, null), null);
    village = WORLD.village(commune);
    account = SERVER.person("leader", village.id(), Role.MEDIATOR).id();
    SERVER.person("colleague", village.id(), Role.MEDIATOR);
    SERVER.person("head", village.id(), Role.VILLAGE_HEAD);
    SERVER.person("officer", commune.id(), Role.COMMUNITY_OFFICER);
    SERVER.person("second", commune.id(), Role.COMMUNITY_OFFICER);
    SERVER.person("chair", commune.id(), Role.CHAIR, Role.PARTNER);
    SERVER.person("front", commune.id(), Role.PARTNER);
    SERVER.person("analyst", commune.id(), Role.ANALYST);
    SERVER.person("auditor", commune.id(), Role.AUDITOR);
    leader = SERVER.signedIn("leader");
    colleague = SERVER.signedIn("colleague");
    head = SERVER.signedIn("head");
    officer = SERVER.signedIn("officer");
    second = SERVER.signedIn("second");
    chair = SERVER.signedIn("chair");
    front = SERVER.signedIn("front");
    analyst = SERVER.signedIn("analyst");
    auditor = SERVER.signedIn("auditor");
    team = WORLD.recognised(front, chair, village.id(), account);
  }

  static JsonNode receive(TestClient by, String... yes) {
    return made(by.post(PATH, form(village.id(), yes)), 201);
  }

  static JsonNode done(Answer answer) {
    return made(answer, answer.status() == 201 ? 201 : 200);
  }

  static JsonNode act(TestClient by, JsonNode of, String act, Object body) {
    return done(by.post(PATH + "/" + id(of) + "/" + act, body));
  }

  /// As far as the first session, by the leader.
  static JsonNode begun() {
    JsonNode one = receive(leader);
    act(leader, one, "assignment", assignment("Trịnh Thị Nga"));
    act(leader, one, "acceptance", Map.of("noInterest", true));
    return act(leader, one, "sessions", session(today()));
  }

  static Map<String, Object> assignment(String name) {
    return Map.of("mediatorId", mediatorOf(team, name), "chosen", false);
  }

  static List<String> actions(JsonNode details) {
    return details.path("actions").valueStream().map(JsonNode::asString).toList();
  }

  static String leaves(String id) {
    return String.join("\n", SERVER.leaves(id));
  }
}
