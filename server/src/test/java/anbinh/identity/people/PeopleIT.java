package anbinh.identity.people;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.home.Homes;
import anbinh.platform.SearchTerms;
import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
import anbinh.testing.TestServer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PeopleIT extends ForgedAccountTests {
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
  void whatIsLeftOfTheSetupFollowsTheStateAndWhatTheOfficeDoesWithoutIsSkipped() {
    assertThat(setup(root.get("/api/setup")))
        .containsEntry("AREAS", "DONE")
        .containsEntry("CAMERAS", "LEFT")
        .containsEntry("WITNESS", "LEFT");
    assertThat(setup(root.post("/api/setup/WITNESS/skip", Map.of())))
        .containsEntry("WITNESS", "SKIPPED")
        .containsEntry("CAMERAS", "LEFT");
    assertThat(setup(root.delete("/api/setup/WITNESS/skip"))).containsEntry("WITNESS", "LEFT");
    assertThat(root.post("/api/setup/SECOND_ADMINISTRATOR/skip", Map.of()).code())
        .isEqualTo("setup-step-needed");
    assertThat(local.get("/api/setup").status()).isEqualTo(403);
  }

  private static Map<String, String> setup(Answer answer) {
    return answer
        .json()
        .path("items")
        .valueStream()
        .collect(
            Collectors.toMap(
                item -> item.path("step").asString(), item -> item.path("state").asString()));
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
    assertThat(client.get("/api/programmes").code()).isEqualTo("not-your-role");
    local.patch("/api/people/" + person.id(), Map.of("roles", List.of("PARTNER")));
    assertThat(client.get("/api/programmes").status()).isEqualTo(200);
  }

  /// Nothing runs when it ends; the next request of the same session finds the role gone.
  @Test
  void aRoleEndsByItselfOnItsDay() {
    String tomorrow = LocalDate.now(ZONE).plusDays(1).toString();
    Map<String, Object> body = body("tam-thoi", commune, "PARTNER");
    body.put("roles", List.of("PARTNER", "ANALYST"));
    for (Map<String, String> wrong :
        List.of(
            Map.of("PARTNER", LocalDate.now(ZONE).toString()), Map.of("INVESTIGATOR", tomorrow))) {
      body.put("roleEnds", wrong);
      assertThat(local.post("/api/people", body).text()).contains("\"field\":\"roleEnds\"");
    }
    body.put("roleEnds", Map.of("PARTNER", tomorrow));
    Answer made = local.post("/api/people", body);
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    assertThat(made.json().path("roleEnds").path("PARTNER").asString()).isEqualTo(tomorrow);
    UUID id = UUID.fromString(made.json().path("id").asString());
    set("update identity.person set must_change_password = false where id = ?", id);
    TestClient client = SERVER.client();
    client.signIn("tam-thoi", "mật khẩu đầu tiên");
    assertThat(client.get("/api/programmes").status()).isEqualTo(200);

    setLastDay(id, LocalDate.now(ZONE));
    assertThat(client.get("/api/programmes").status()).as("on its last day").isEqualTo(200);
    assertThat(SERVER.bean(People.class).listActive(Role.PARTNER))
        .extracting(Person::username)
        .contains("tam-thoi");
    setLastDay(id, LocalDate.now(ZONE).minusDays(1));
    assertThat(client.get("/api/programmes").code()).isEqualTo("not-your-role");
    assertThat(client.get("/api/session").json().path("user").path("roles").toString())
        .isEqualTo("[\"ANALYST\"]");
    assertThat(SERVER.bean(People.class).listActive(Role.PARTNER))
        .extracting(Person::username)
        .doesNotContain("tam-thoi");
    assertThat(
            SERVER
                .bean(People.class)
                .search(SearchTerms.parse("tam-thoi"), Set.of(Role.PARTNER), 9))
        .isEmpty();

    Map<String, Object> again =
        Map.of("roles", List.of("PARTNER", "ANALYST"), "roleEnds", Map.of("PARTNER", tomorrow));
    assertThat(local.patch("/api/people/" + id, again).status()).isEqualTo(200);
    assertThat(client.get("/api/programmes").status()).isEqualTo(200);
    local.patch("/api/people/" + id, Map.of("roles", List.of("PARTNER")));
    assertThat(SERVER.bean(People.class).get(id).lastDays()).isEmpty();
  }

  @Test
  void aSeniorApproverIsOneNoLongerThanAnApprover() {
    String tomorrow = LocalDate.now(ZONE).plusDays(1).toString();
    Map<String, Object> body = body("tam-cap-tren", commune, "APPROVER");
    body.put("roles", List.of("APPROVER", "SENIOR_APPROVER"));
    body.put("roleEnds", Map.of("APPROVER", tomorrow));
    assertThat(local.post("/api/people", body).text()).contains("senior-is-approver");
    body.put("roleEnds", Map.of("APPROVER", tomorrow, "SENIOR_APPROVER", tomorrow));
    assertThat(local.post("/api/people", body).status()).isEqualTo(201);
  }

  /// By administrators of the whole site only; told by no answer and no entry of the log.
  @Test
  void notesWhereSomebodyLivesAndTellsNobody() {
    Person person = SERVER.person("co-nha", commune, Role.INVESTIGATOR);
    String path = "/api/people/" + person.id() + "/home";
    Map<String, Object> home = Map.of("latitude", 19.80671, "longitude", 105.77643);
    assertThat(local.post(path, home).code()).isEqualTo("not-your-area");
    assertThat(local.delete(path).code()).isEqualTo("not-your-area");
    assertThat(root.post(path, Map.of("latitude", 91, "longitude", 105.7)).text())
        .contains("\"field\":\"latitude\"");
    assertThat(root.get(path).status()).isEqualTo(405);
    assertThat(root.post(path, Map.of("latitude", 10, "longitude", 10)).status()).isEqualTo(204);
    assertThat(root.post(path, home).status()).isEqualTo(204);
    Homes homes = SERVER.bean(Homes.class);
    assertThat(homes.isNear(person.id(), 19.8079, 105.77643, 200)).isTrue();
    assertThat(homes.isNear(person.id(), 19.8090, 105.77643, 200)).isFalse();
    assertThat(homes.isNear(person.id(), 10, 10, 200)).as("what was noted before").isFalse();
    assertThat(local.get("/api/people?limit=200").text())
        .contains("\"homeNoted\":true")
        .doesNotContain("19.80671");
    assertThat(events("identity.home-noted", person)).isEqualTo(2);
    assertThat(everyEntry())
        .contains("co-nha")
        .doesNotContain("19.80671")
        .doesNotContain("105.776");

    assertThat(root.delete(path).status()).isEqualTo(204);
    assertThat(root.delete(path).status()).isEqualTo(204);
    assertThat(events("identity.home-forgotten", person)).isOne();
    root.post(path, home);
    local.patch("/api/people/" + person.id(), Map.of("active", false));
    assertThat(homes.listNoted()).doesNotContain(person.id());
    assertThat(events("identity.home-forgotten", person)).isEqualTo(2);
  }

  private static long events(String type, Person about) {
    return SERVER
        .database()
        .client()
        .sql("select count(*) from audit.event where type = ? and object_id = ?")
        .params(type, about.pseudonym().toString())
        .query(Long.class)
        .single();
  }

  /// Leaves and details of the whole log.
  private static String everyEntry() {
    return SERVER
        .database()
        .client()
        .sql(
            "select string_agg(coalesce(detail, '') || encode(record, 'escape'), ' ') from"
                + " audit.event")
        .query(String.class)
        .single();
  }

  private static void setLastDay(UUID person, LocalDate day) {
    set(
        "update identity.role_grant set last_day = '"
            + day
            + "' where role = 'PARTNER' and person_id = ?",
        person);
  }

  private static void set(String sql, UUID person) {
    SERVER.database().client().sql(sql).param(person).update();
    SERVER.acceptAccounts();
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

  /// By whoever's own role of administrator ends, since nobody changes their own.
  @Test
  void theLastAdministratorStays() {
    UUID admin = SERVER.bean(People.class).find("admin").orElseThrow().id();
    UUID last = SERVER.bean(People.class).find("root").orElseThrow().id();
    SERVER.person("tam-quyen", null, Role.ADMINISTRATOR);
    set(
        "update identity.role_grant set last_day = current_date + 9 where person_id = ?",
        SERVER.bean(People.class).find("tam-quyen").orElseThrow().id());
    TestClient client = SERVER.signedIn("tam-quyen");
    String day = LocalDate.now(ZONE).plusDays(9).toString();
    set("update identity.person set active = false where id = ?", admin);
    set(
        "update identity.person set active = false where username in ('xac-nhan', 'dau-4') and id"
            + " <> ?",
        last);
    for (Map<String, Object> change :
        List.<Map<String, Object>>of(
            Map.of("roles", List.of("ANALYST")),
            Map.of("active", false),
            Map.of("password", "mật khẩu tạm thời"),
            Map.of("displayName", "Tên khác"),
            Map.of("areaId", commune),
            Map.of("roleEnds", Map.of("ADMINISTRATOR", day)))) {
      assertThat(client.patch("/api/people/" + last, change).code())
          .as(change.toString())
          .isEqualTo("last-administrator");
    }
    set("update identity.person set active = true where id = ?", admin);
    set(
        "update identity.person set active = true where username in ('xac-nhan', 'dau-4') and id <>"
            + " ?",
        last);
    assertThat(client.patch("/api/people/" + admin, Map.of("active", false)).status())
        .isEqualTo(200);
    set("update identity.person set active = true where id = ?", admin);
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
}
