package anbinh.identity;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.areas.AreaKind;
import anbinh.areas.Areas;
import anbinh.areas.NewArea;
import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
import anbinh.testing.TestServer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

class PeopleIT {
  @RegisterExtension static final TestServer SERVER = new TestServer();

  private static UUID province = new UUID(0, 0);
  private static UUID commune = new UUID(0, 0);
  private static UUID otherCommune = new UUID(0, 0);
  private static TestClient root = SERVER.client();
  private static TestClient local = SERVER.client();

  @BeforeAll
  static void peopleAndAreas() {
    Areas areas = SERVER.bean(Areas.class);
    province = areas.create(new NewArea("TH", "Thanh Hóa", AreaKind.PROVINCE, null), null).id();
    commune = areas.create(new NewArea("TH-1", "Hạc Thành", AreaKind.COMMUNE, province), null).id();
    otherCommune =
        areas.create(new NewArea("TH-2", "Sầm Sơn", AreaKind.COMMUNE, province), null).id();
    SERVER.person("root", null, Role.ADMINISTRATOR);
    SERVER.person("local", commune, Role.ADMINISTRATOR);
    root = SERVER.signedIn("root");
    local = SERVER.signedIn("local");
  }

  @Test
  void anAdministratorCreatesPeopleWhoChangeTheirPasswordFirst() {
    Answer created = local.post("/api/people", body("binh", commune, "INVESTIGATOR"));
    assertThat(created.status()).isEqualTo(201);
    assertThat(created.json().path("areaName").asString()).isEqualTo("Hạc Thành");
    assertThat(created.text()).doesNotContain("mật khẩu");
    TestClient binh = SERVER.client();
    binh.signIn("binh", "mật khẩu đầu tiên");
    assertThat(binh.get("/api/areas").code()).isEqualTo("change-password-first");
  }

  @Test
  void allThatIsWrongWithAPersonIsToldAtOnce() {
    Answer answer = root.post("/api/people", Map.of("username", "Có Dấu", "password", "ngắn"));
    var fields = new ArrayList<String>();
    answer.json().path("errors").forEach(error -> fields.add(error.path("field").asString()));
    assertThat(fields).containsExactlyInAnyOrder("username", "displayName", "password", "roles");
    assertThat(root.post("/api/people", body("ghost", new UUID(1, 1), "AUDITOR")).text())
        .contains("no-such-area");
  }

  @Test
  void aPasswordMustNotBeTheUsername() {
    Map<String, Object> body = body("nguyen-van-an", null, "AUDITOR");
    body.put("password", "Nguyen-Van-An");
    assertThat(root.post("/api/people", body).text()).contains("password-is-username");
  }

  @Test
  void aUsernameIsTakenOnlyOnce() {
    assertThat(root.post("/api/people", body("twice", null, "AUDITOR")).status()).isEqualTo(201);
    Answer again = root.post("/api/people", body("Twice", null, "AUDITOR"));
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.code()).isEqualTo("username-taken");
  }

  @Test
  void anAdministratorHasNoPowerOutsideOfTheirArea() {
    Person outside = SERVER.person("outside", otherCommune, Role.DUTY_OFFICER);
    Person above = SERVER.person("above", province, Role.DUTY_OFFICER);
    for (UUID area : List.of(otherCommune, province)) {
      assertThat(local.post("/api/people", body("new-one", area, "AUDITOR")).code())
          .isEqualTo("not-your-area");
    }
    assertThat(local.post("/api/people", body("new-one", null, "AUDITOR")).code())
        .isEqualTo("not-your-area");
    for (Person person : List.of(outside, above)) {
      assertThat(local.patch("/api/people/" + person.id(), Map.of("active", false)).code())
          .isEqualTo("not-your-area");
    }
    Person own = SERVER.person("own", commune, Role.DUTY_OFFICER);
    assertThat(local.patch("/api/people/" + own.id(), Map.of("areaId", province)).code())
        .isEqualTo("not-your-area");
    assertThat(usernames(local))
        .contains("own", "local")
        .doesNotContain("outside", "above", "root");
    assertThat(usernames(root)).contains("own", "outside", "above", "root");
  }

  @Test
  void settingSomebodyInactiveEndsTheirSessionAtOnce() {
    Person person = SERVER.person("leaving", commune, Role.DUTY_OFFICER);
    TestClient client = SERVER.signedIn("leaving");
    assertThat(client.get("/api/areas").status()).isEqualTo(200);
    assertThat(local.patch("/api/people/" + person.id(), Map.of("active", false)).status())
        .isEqualTo(200);
    assertThat(client.get("/api/areas").code()).isEqualTo("not-signed-in");
    assertThat(client.trySignIn("leaving", TestServer.PASSWORD).status()).isIn(401, 403);
  }

  @Test
  void aChangeOfRolesWorksAtOnce() {
    Person person = SERVER.person("promoted", commune, Role.DUTY_OFFICER);
    TestClient client = SERVER.signedIn("promoted");
    assertThat(client.get("/api/people").code()).isEqualTo("not-your-role");
    local.patch("/api/people/" + person.id(), Map.of("roles", List.of("ADMINISTRATOR")));
    assertThat(client.get("/api/people").status()).isEqualTo(200);
  }

  @Test
  void aNewPasswordFromTheAdministratorIsForOneSignIn() {
    Person person = SERVER.person("forgetful", commune, Role.DUTY_OFFICER);
    TestClient client = SERVER.signedIn("forgetful");
    local.patch("/api/people/" + person.id(), Map.of("password", "mật khẩu tạm thời"));
    assertThat(client.get("/api/areas").code()).isEqualTo("not-signed-in");
    Answer signedIn = SERVER.client().signIn("forgetful", "mật khẩu tạm thời");
    assertThat(signedIn.json().path("user").path("mustChangePassword").asBoolean()).isTrue();
  }

  @Test
  void theLastAdministratorStays() {
    for (String username : List.of("admin", "root")) {
      UUID id = SERVER.bean(People.class).find(username).orElseThrow().id();
      Answer answer = root.patch("/api/people/" + id, Map.of("roles", List.of("AUDITOR")));
      if (username.equals("admin")) {
        assertThat(answer.status()).isEqualTo(200);
      } else {
        assertThat(answer.code()).isEqualTo("last-administrator");
      }
    }
  }

  @Test
  void unknownPeopleAreNotFound() {
    assertThat(root.patch("/api/people/" + new UUID(3, 4), Map.of()).code())
        .isEqualTo("no-such-person");
    assertThat(root.patch("/api/people/17", Map.of()).text()).contains("\"field\":\"id\"");
  }

  private static List<String> usernames(TestClient client) {
    var names = new ArrayList<String>();
    String next = "";
    do {
      JsonNode page = client.get("/api/people?limit=2&after=" + next).json();
      page.path("items").forEach(item -> names.add(item.path("username").asString()));
      next = page.path("next").asString("");
    } while (!next.isEmpty());
    return names;
  }

  private static Map<String, Object> body(String username, @Nullable UUID area, String role) {
    var body = new HashMap<String, Object>();
    body.put("username", username);
    body.put("displayName", "Người " + username);
    body.put("password", "mật khẩu đầu tiên");
    body.put("roles", List.of(role));
    if (area != null) {
      body.put("areaId", area);
    }
    return body;
  }
}
