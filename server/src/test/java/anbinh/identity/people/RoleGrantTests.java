package anbinh.identity.people;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.areas.AreaKind;
import anbinh.areas.NewArea;
import anbinh.areas.unit.Areas;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.grant.RoleConflict;
import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
import anbinh.testing.TestServer;
import anbinh.testing.Waiting;
import anbinh.worklist.WorklistKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/// Rights that grow, tried by every way there is: roles that decide or supervise take two
/// administrators who do not depend on each other.
abstract class RoleGrantTests {
  @RegisterExtension static final TestServer SERVER = new TestServer();

  static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  static final String FIRST_PASSWORD = "mật khẩu đầu tiên";

  static UUID province = new UUID(0, 0);
  static UUID commune = new UUID(0, 0);
  static UUID otherCommune = new UUID(0, 0);

  /// Administrators of the whole site, and of the commune; two of each.
  static TestClient root = SERVER.client();

  static TestClient second = SERVER.client();
  static TestClient local = SERVER.client();
  static TestClient neighbour = SERVER.client();

  @BeforeAll
  static void peopleAndAreas() {
    Areas areas = SERVER.bean(Areas.class);
    province = areas.create(new NewArea("TH", "Thanh Hóa", AreaKind.PROVINCE, null), null).id();
    commune = areas.create(new NewArea("TH-1", "Hạc Thành", AreaKind.COMMUNE, province), null).id();
    otherCommune =
        areas.create(new NewArea("TH-2", "Sầm Sơn", AreaKind.COMMUNE, province), null).id();
    theFirstStepsOfTheFirstAdministrator();
    SERVER.person("root", null, Role.ADMINISTRATOR);
    SERVER.person("xac-nhan", null, Role.ADMINISTRATOR);
    SERVER.person("local", commune, Role.ADMINISTRATOR);
    SERVER.person("ben-canh", commune, Role.ADMINISTRATOR);
    root = SERVER.signedIn("root");
    second = SERVER.signedIn("xac-nhan");
    local = SERVER.signedIn("local");
    neighbour = SERVER.signedIn("ben-canh");
  }

  /// The only exception: until there is a second administrator of the whole site. Before all else,
  /// since they end for ever.
  private static void theFirstStepsOfTheFirstAdministrator() {
    sql(
        "update identity.person set must_change_password = false, password_hash = (select"
            + " password_hash from identity.person where id = cast('"
            + SERVER.person("mau", null, Role.ANALYST).id()
            + "' as uuid)) where username = 'admin'");
    TestClient first = SERVER.signedIn("admin");
    assertThat(first.post("/api/people", body("dau-1", commune, "AUDITOR")).json().path("roles"))
        .hasToString("[\"AUDITOR\"]");
    assertThat(details("identity.roles-granted")).contains("dau-1");
    assertThat(leaves("identity.roles-granted")).contains("FIRST_STEPS");
    UUID own = SERVER.bean(People.class).find("admin").orElseThrow().id();
    assertThat(first.patch("/api/people/" + own, Map.of("roles", List.of("APPROVER"))).code())
        .isEqualTo("own-rights");
    assertThat(
            first
                .post("/api/people", body("dau-2", commune, "ADMINISTRATOR", "INVESTIGATOR"))
                .code())
        .isEqualTo("conflicting-roles");
    // After two weeks only the second administrator.
    sql("update identity.first_steps set began_at = began_at - interval '15 days'");
    assertThat(first.post("/api/people", body("dau-3", commune, "AUDITOR")).json().path("roles"))
        .isEmpty();
    Map<String, Object> body = body("dau-4", null, "ADMINISTRATOR");
    assertThat(first.post("/api/people", body).json().path("roles"))
        .hasToString("[\"ADMINISTRATOR\"]");
    assertThat(leaves("identity.first-steps-ended")).isNotEmpty();
    // Ended for ever, also where the second one is sent away again.
    UUID fourth = SERVER.bean(People.class).find("dau-4").orElseThrow().id();
    assertThat(first.patch("/api/people/" + fourth, Map.of("active", false)).status())
        .isEqualTo(200);
    assertThat(first.post("/api/people", body("dau-5", null, "ADMINISTRATOR")).json().path("roles"))
        .isEmpty();
    sql("update identity.person set active = true where username = 'dau-4'");
    sql("update identity.first_steps set ended_at = now() where ended_at is null");
  }

  /// The attack of the issue: an auditor of a commune's administrator's own making.
  @Test
  void anAuditorIsOneOnlyAfterAnotherAdministratorSaidSo() {
    int before = Waiting.of(neighbour, WorklistKind.ROLE_GRANT).count();
    int own = Waiting.of(local, WorklistKind.ROLE_GRANT).count();
    UUID id = create(local, "kiem-toan", commune, "AUDITOR");
    TestClient auditor = ownPassword("kiem-toan");
    assertThat(auditor.get("/api/log").code()).isEqualTo("not-your-role");
    JsonNode waiting = waiting(neighbour, id);
    assertThat(waiting.path("mayDecide").asBoolean()).isTrue();
    assertThat(waiting.path("roles")).hasToString("[\"AUDITOR\"]");
    Waiting waits = Waiting.of(neighbour, WorklistKind.ROLE_GRANT);
    assertThat(waits.count()).isEqualTo(before + 1);
    assertThat(waits.nextDue()).isBefore(Instant.now().plus(15, ChronoUnit.DAYS));
    assertThat(Waiting.of(local, WorklistKind.ROLE_GRANT).count()).isEqualTo(own);
    assertThat(waiting(local, id).path("why").asString()).isEqualTo("own-grant");
    assertThat(decide(local, id, "CONFIRMED").code()).isEqualTo("own-grant");
    assertThat(decide(neighbour, id, "CONFIRMED").status()).isEqualTo(200);
    assertThat(auditor.get("/api/log").status()).isEqualTo(200);
    assertThat(details("identity.roles-confirmed")).contains("Người local");
  }

  @Test
  void aRoleIsNotConfirmedWhileTheGranterKnowsThePassword() {
    UUID id = create(local, "chua-doi", commune, "APPROVER");
    assertThat(decide(neighbour, id, "CONFIRMED").code()).isEqualTo("password-not-changed");
  }

  @Test
  void nobodyGrantsThemselfNorAnAccountOfTheirName() {
    UUID own = SERVER.bean(People.class).find("local").orElseThrow().id();
    for (Map<String, Object> change :
        List.<Map<String, Object>>of(
            Map.of("roles", List.of("ADMINISTRATOR", "DUTY_OFFICER")),
            Map.of("roleEnds", Map.of()),
            Map.of("displayName", "Tên khác"))) {
      assertThat(local.patch("/api/people/" + own, change).code()).isEqualTo("own-rights");
    }
    Person namesake = SERVER.namedPerson("local-2", "NGƯỜI  local", commune, Role.DUTY_OFFICER);
    assertThat(
            local
                .patch("/api/people/" + namesake.id(), Map.of("roles", List.of("INVESTIGATOR")))
                .code())
        .isEqualTo("own-rights");
    assertThat(local.delete("/api/people/" + own + "/second-factors").code())
        .isEqualTo("own-rights");
  }

  @Test
  void whoeverGrantsIsStillKnownByAFormerName() {
    Person renamed = SERVER.person("ten-cu", commune, Role.ADMINISTRATOR);
    SERVER.namedPerson("ten-cu-2", "Người ten-cu", commune, Role.ADMINISTRATOR);
    assertThat(root.patch("/api/people/" + renamed.id(), Map.of("displayName", "Mới")).status())
        .isEqualTo(200);
    assertThat(SERVER.bean(People.class).accountsOf(renamed.id()))
        .contains(SERVER.bean(People.class).find("ten-cu-2").orElseThrow().id());
  }

  @Test
  void aPuppetDoesNotConfirm() {
    // Made by the granter, and long ago.
    UUID puppet = create(local, "con-roi", commune, "ADMINISTRATOR");
    ownPassword("con-roi");
    assertThat(decide(neighbour, puppet, "CONFIRMED").status()).isEqualTo(200);
    sql(
        "update identity.person set created_at = now() - interval '2 years' where username ="
            + " 'con-roi'");
    TestClient strings = client("con-roi");
    UUID id = create(local, "nguoi-moi-1", commune, "AUDITOR");
    ownPassword("nguoi-moi-1");
    assertThat(decide(strings, id, "CONFIRMED").code()).isEqualTo("not-independent");
    // Nor does whoever made the granter, after the first steps.
    sql("update identity.person set created_at = now() where username = 'con-roi'");
    UUID other = create(strings, "nguoi-moi-2", commune, "AUDITOR");
    ownPassword("nguoi-moi-2");
    assertThat(decide(local, other, "CONFIRMED").code()).isEqualTo("not-independent");
    assertThat(decide(neighbour, other, "CONFIRMED").status()).isEqualTo(200);
  }

  @Test
  void whoeverWasLatelyGivenAWayInDoesNotConfirmForWhoGaveIt() {
    for (String way : List.of("password", "factors")) {
      String username = "tay-trong-" + way;
      Person hand = SERVER.person(username, commune, Role.ADMINISTRATOR);
      if (way.equals("password")) {
        root.patch("/api/people/" + hand.id(), Map.of("password", FIRST_PASSWORD));
      } else {
        root.delete("/api/people/" + hand.id() + "/second-factors");
      }
      // The role itself waits now; even where it was confirmed again, not for the same.
      sql(
          "update identity.role_request set outcome = 'REPLACED', ended_at = now()"
              + " where outcome is null and person_id = '"
              + hand.id()
              + "'");
      sql(
          "insert into identity.role_grant values ('"
              + hand.id()
              + "', 'ADMINISTRATOR')"
              + " on conflict do nothing");
      sql("update identity.person set must_change_password = false where id = '" + hand.id() + "'");
      TestClient client = way.equals("password") ? client(username) : SERVER.signedIn(username);
      UUID id = create(root, "tay-trong-moi-" + way, commune, "CHAIR");
      ownPassword("tay-trong-moi-" + way);
      assertThat(decide(client, id, "CONFIRMED").code()).as(way).isEqualTo("not-independent");
      sql("update identity.credential_reset set at = at - interval '31 days'");
      assertThat(decide(client, id, "CONFIRMED").status()).as(way).isEqualTo(200);
    }
  }

  /// A reset, a move, another name, a new beginning: what is decided waits again meanwhile.
  @Test
  void whoeverMightBeSomebodyElseDecidesNothingUntilConfirmed() {
    Map<String, Map<String, Object>> changes =
        Map.of(
            "mat-khau", Map.of("password", "mật khẩu tạm thời"),
            "doi-ten", Map.of("displayName", "Họ tên khác hẳn"),
            "chuyen-xa", Map.of("areaId", otherCommune),
            "tro-lai", Map.of("active", true));
    changes.forEach((username, change) -> {
      Person person =
          SERVER.person(username, commune, Role.APPROVER, Role.SENIOR_APPROVER, Role.ANALYST);
      if (username.equals("tro-lai")) {
        root.patch("/api/people/" + person.id(), Map.of("active", false));
      }
      Answer changed = root.patch("/api/people/" + person.id(), change);
      assertThat(changed.status()).as(changed.text()).isEqualTo(200);
      assertThat(changed.json().path("roles")).as(username).hasToString("[\"ANALYST\"]");
      assertThat(changed.json().path("waitingRoles"))
          .as(username)
          .hasToString("[\"APPROVER\",\"SENIOR_APPROVER\"]");
      assertThat(decide(root, person.id(), "CONFIRMED").code()).isEqualTo("own-grant");
      sql(
          "update identity.person set must_change_password = false where id = '"
              + person.id()
              + "'");
      assertThat(decide(second, person.id(), "CONFIRMED").status()).isEqualTo(200);
      assertThat(SERVER.bean(People.class).get(person.id()).roles())
          .contains(Role.APPROVER, Role.SENIOR_APPROVER, Role.ANALYST);
    });
  }

  @Test
  void aResetOfTheSecondFactorSuspendsAsWell() {
    Person person = SERVER.person("mat-may", commune, Role.APPROVER);
    Answer reset = root.delete("/api/people/" + person.id() + "/second-factors");
    assertThat(reset.json().path("roles")).isEmpty();
    assertThat(waiting(second, person.id()).path("causes")).hasToString("[\"FACTORS_RESET\"]");
  }

  @Test
  void aLaterEndWaitsAndAnEarlierOneDoesNot() {
    Person person = SERVER.person("co-han", commune, Role.APPROVER);
    String soon = LocalDate.now(ZONE).plusDays(5).toString();
    String later = LocalDate.now(ZONE).plusDays(50).toString();
    String path = "/api/people/" + person.id();
    Answer shorter = root.patch(path, Map.of("roleEnds", Map.of("APPROVER", soon)));
    assertThat(shorter.json().path("waitingRoles")).isEmpty();
    assertThat(shorter.json().path("roleEnds").path("APPROVER").asString()).isEqualTo(soon);
    for (Map<String, String> ends : List.of(Map.of("APPROVER", later), Map.<String, String>of())) {
      Answer longer = root.patch(path, Map.of("roleEnds", ends));
      assertThat(longer.json().path("roleEnds").path("APPROVER").asString()).isEqualTo(soon);
      assertThat(longer.json().path("roles")).hasToString("[\"APPROVER\"]");
      assertThat(longer.json().path("waitingRoles")).hasToString("[\"APPROVER\"]");
    }
    assertThat(decide(second, person.id(), "CONFIRMED").status()).isEqualTo(200);
    assertThat(SERVER.bean(People.class).get(person.id()).lastDays()).isEmpty();
  }

  /// A and B take turns: who once had a hand in it never confirms it.
  @Test
  void whoeverHadAHandInAGrantDoesNotConfirmItUnderAnothersName() {
    UUID id = create(local, "doi-tay", commune, "AUDITOR");
    ownPassword("doi-tay");
    assertThat(neighbour.patch("/api/people/" + id, Map.of("displayName", "Đổi tay Hai")).status())
        .isEqualTo(200);
    assertThat(decide(local, id, "CONFIRMED").code()).isEqualTo("own-grant");
    assertThat(decide(neighbour, id, "CONFIRMED").code()).isEqualTo("own-grant");
    assertThat(decide(second, id, "CONFIRMED").status()).isEqualTo(200);
  }

  @Test
  void aGrantIsRefusedWithAReasonWithdrawnOrLapses() {
    UUID refused = create(local, "bi-tu-choi", commune, "AUDITOR");
    String grant = waiting(neighbour, refused).path("id").asString();
    assertThat(
            neighbour
                .post("/api/role-grants/" + grant + "/decision", Map.of("outcome", "REFUSED"))
                .text())
        .contains("\"field\":\"reason\"");
    assertThat(decide(neighbour, refused, "REFUSED").status()).isEqualTo(200);
    assertThat(
            neighbour
                .post("/api/role-grants/" + grant + "/decision", Map.of("outcome", "CONFIRMED"))
                .code())
        .isEqualTo("role-grant-decided");
    assertThat(details("identity.roles-refused")).contains("chưa gặp người này");

    UUID withdrawn = create(local, "rut-lai", commune, "AUDITOR");
    String path = "/api/role-grants/" + waiting(neighbour, withdrawn).path("id").asString();
    assertThat(neighbour.post(path + "/withdrawal", Map.of()).code()).isEqualTo("not-your-grant");
    assertThat(local.post(path + "/withdrawal", Map.of()).status()).isEqualTo(200);
    assertThat(decideAt(neighbour, path, "CONFIRMED").code()).isEqualTo("role-grant-decided");

    UUID late = create(local, "qua-han", commune, "AUDITOR");
    ownPassword("qua-han");
    String latePath = "/api/role-grants/" + waiting(neighbour, late).path("id").asString();
    sql("update identity.role_request set until = now() where person_id = '" + late + "'");
    assertThat(decideAt(neighbour, latePath, "CONFIRMED").code()).isEqualTo("role-grant-lapsed");
    assertThat(neighbour.get("/api/role-grants?state=ENDED").text())
        .contains("bi-tu-choi", "rut-lai", "qua-han");

    UUID orphan = create(local, "vo-chu", commune, "AUDITOR");
    ownPassword("vo-chu");
    sql("update identity.person set active = false where username = 'local'");
    assertThat(decide(neighbour, orphan, "CONFIRMED").code()).isEqualTo("role-grant-lapsed");
    sql("update identity.person set active = true where username = 'local'");
    local = SERVER.signedIn("local");
  }

  @Test
  void anotherCommunesAdministratorNeitherSeesNorDecides() {
    SERVER.person("xa-khac", otherCommune, Role.ADMINISTRATOR);
    TestClient stranger = SERVER.signedIn("xa-khac");
    UUID id = create(local, "xa-nay", commune, "AUDITOR");
    assertThat(stranger.get("/api/role-grants").text()).doesNotContain("xa-nay");
    String path = "/api/role-grants/" + waiting(neighbour, id).path("id").asString();
    assertThat(decideAt(stranger, path, "CONFIRMED").code()).isEqualTo("not-your-area");
    assertThat(stranger.post(path + "/withdrawal", Map.of()).code()).isEqualTo("not-your-area");
  }

  /// Every pair of roles, as the server answers and as the table says.
  @Test
  void whatNobodyHoldsTogetherIsRefusedWithTheReason() {
    Person person = SERVER.person("moi-cap", commune, Role.PARTNER);
    var wrong = new ArrayList<String>();
    for (Role one : Role.values()) {
      for (Role other : Role.values()) {
        if (one.compareTo(other) >= 0) {
          continue;
        }
        var roles = new ArrayList<>(List.of(one, other));
        if (roles.contains(Role.SENIOR_APPROVER) && !roles.contains(Role.APPROVER)) {
          continue; // Refused for another reason.
        }
        Answer answer = root.patch("/api/people/" + person.id(), Map.of("roles", roles));
        Optional<RoleConflict> conflict = RoleConflict.between(one, other);
        boolean right =
            conflict.isEmpty()
                ? answer.status() == 200
                : List.of("conflicting-roles", "invalid").contains(answer.code())
                    && answer.text().contains(conflict.get().text());
        if (!right) {
          wrong.add(roles + ": " + answer.text());
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void twoAccountsOfOneNameHoldNoConflictingRolesInOneAreaOrOneAboveTheOther() {
    SERVER.namedPerson("hai-nguoi-1", "Lê Trùng Tên", commune, Role.INVESTIGATOR);
    for (UUID area : List.of(commune, province)) {
      Map<String, Object> body = body("hai-nguoi-2", area, "APPROVER");
      body.put("displayName", "Lê  trùng tên");
      Answer refused = root.post("/api/people", body);
      assertThat(refused.code()).isEqualTo("conflicting-roles");
      assertThat(refused.text()).contains("conflict-namesake", "conflict-asks");
      assertThat(SERVER.bean(People.class).find("hai-nguoi-2")).isEmpty();
    }
    Map<String, Object> apart = body("hai-nguoi-3", otherCommune, "APPROVER");
    apart.put("displayName", "Lê Trùng Tên");
    Answer made = root.post("/api/people", apart);
    assertThat(made.status()).isEqualTo(201);
    UUID id = UUID.fromString(made.json().path("id").asString());
    ownPassword("hai-nguoi-3");
    assertThat(decide(second, id, "CONFIRMED").status()).isEqualTo(200);
    assertThat(root.patch("/api/people/" + id, Map.of("areaId", commune)).code())
        .as("moved")
        .isEqualTo("conflicting-roles");
  }

  /// What was apart is one commune now.
  @Test
  void aMergerOfAreasSuspendsWhatNobodyHoldsTogether() {
    Areas areas = SERVER.bean(Areas.class);
    UUID small = areas.create(new NewArea("TH-3", "Xã nhỏ", AreaKind.COMMUNE, province), null).id();
    UUID large = areas.create(new NewArea("TH-4", "Xã lớn", AreaKind.COMMUNE, province), null).id();
    SERVER.namedPerson("sap-nhap-1", "Hoàng Sáp Nhập", small, Role.INVESTIGATOR);
    Person approver =
        SERVER.namedPerson("sap-nhap-2", "Hoàng Sáp Nhập", large, Role.APPROVER, Role.ANALYST);
    sql("update areas.area set valid_from = valid_from - 30 where code in ('TH-3', 'TH-4')");
    Answer merged =
        root.post(
            "/api/areas/closures",
            Map.of(
                "areaIds", List.of(small),
                "on", LocalDate.now(ZONE).toString(),
                "reason", "Nghị quyết sáp nhập",
                "successors", List.of(Map.of("areaId", large)),
                "moves", List.of()));
    assertThat(merged.status()).as(merged.text()).isIn(200, 201);
    assertThat(SERVER.bean(People.class).get(approver.id()).roles()).containsExactly(Role.ANALYST);
    assertThat(decide(second, approver.id(), "CONFIRMED").code()).isEqualTo("conflicting-roles");
    sql("update identity.person set active = false where username = 'sap-nhap-1'");
    assertThat(decide(second, approver.id(), "CONFIRMED").status()).isEqualTo(200);
  }

  /// An auditor of one commune, and what the other one did.
  @Test
  void anAuditorReadsTheLogOfTheirAreaOnly() throws InterruptedException {
    SERVER.person("kiem-xa", commune, Role.AUDITOR);
    SERVER.person("kiem-tinh", province, Role.AUDITOR);
    SERVER.person("kiem-chung", null, Role.AUDITOR);
    SERVER.person("giam-sat-xa", commune, Role.OMBUDSMAN);
    SERVER.person("xa-kia", otherCommune, Role.ADMINISTRATOR);
    TestClient stranger = SERVER.signedIn("xa-kia");
    create(stranger, "nguoi-xa-kia", otherCommune, "DUTY_OFFICER");
    create(local, "nguoi-xa-nay", commune, "DUTY_OFFICER");
    SERVER.awaitLog();
    String created = "/api/log?type=identity.person-created&limit=200";
    TestClient own = SERVER.signedIn("kiem-xa");
    TestClient above = SERVER.signedIn("kiem-tinh");
    assertThat(own.get(created).text()).contains("nguoi-xa-nay").doesNotContain("nguoi-xa-kia");
    assertThat(above.get(created).text()).contains("nguoi-xa-nay", "nguoi-xa-kia");
    assertThat(SERVER.signedIn("kiem-chung").get(created).text()).contains("nguoi-xa-kia");
    assertThat(own.get("/api/log?actor=" + id("xa-kia")).json().path("items")).isEmpty();
    assertThat(own.get("/api/log?object=" + pseudonym("nguoi-xa-kia")).json().path("items"))
        .isEmpty();
    long index =
        above
            .get("/api/log?actor=" + id("xa-kia"))
            .json()
            .path("items")
            .path(0)
            .path("index")
            .asLong();
    for (String part : List.of("", "/proof", "/leaf")) {
      String path = "/api/log/" + index + part;
      assertThat(own.get(path).code()).as(part).isEqualTo("not-your-area");
      assertThat(SERVER.signedIn("giam-sat-xa").get(path).code()).isEqualTo("not-your-area");
      assertThat(above.get(path).status()).isEqualTo(200);
    }
    // What somebody did stays where they worked then.
    sql("update identity.person set area_id = '" + commune + "' where username = 'xa-kia'");
    assertThat(own.get("/api/log?actor=" + id("xa-kia")).json().path("items")).isEmpty();
  }

  private static UUID id(String username) {
    return SERVER.bean(People.class).find(username).orElseThrow().id();
  }

  private static UUID pseudonym(String username) {
    return SERVER.bean(People.class).find(username).orElseThrow().pseudonym();
  }

  /// Creates somebody whose roles wait or not.
  static UUID create(TestClient by, String username, @Nullable UUID area, String... roles) {
    Answer made = by.post("/api/people", body(username, area, roles));
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    return UUID.fromString(made.json().path("id").asString());
  }

  /// Signs somebody in who has chosen a password of their own.
  static TestClient ownPassword(String username) {
    sql(
        "update identity.person set must_change_password = false where username = '"
            + username
            + "'");
    return client(username);
  }

  private static TestClient client(String username) {
    TestClient client = SERVER.client();
    client.signIn(username, FIRST_PASSWORD);
    return client;
  }

  /// What waits of a person, as somebody sees it.
  static JsonNode waiting(TestClient reader, UUID person) {
    for (JsonNode each : reader.get("/api/role-grants").json().path("items")) {
      if (each.path("person").path("id").asString().equals(person.toString())) {
        return each;
      }
    }
    throw new AssertionError("nothing waits of " + person);
  }

  static Answer decide(TestClient by, UUID person, String outcome) {
    return decideAt(by, "/api/role-grants/" + waiting(root, person).path("id").asString(), outcome);
  }

  private static Answer decideAt(TestClient by, String path, String outcome) {
    return by.post(
        path + "/decision",
        outcome.equals("REFUSED")
            ? Map.of("outcome", outcome, "reason", "chưa gặp người này")
            : Map.of("outcome", outcome));
  }

  private static String details(String type) {
    return text("select string_agg(detail, ' ') from audit.event where type = ?", type);
  }

  private static String leaves(String type) {
    return text(
        "select string_agg(encode(record, 'escape'), ' ') from audit.event where type = ?", type);
  }

  private static String text(String sql, String type) {
    return SERVER.database().client().sql(sql).param(type).query(String.class).single();
  }

  static void sql(String text) {
    SERVER.database().client().sql(text).update();
    SERVER.acceptAccounts();
  }

  static Map<String, Object> body(String username, @Nullable UUID area, String... roles) {
    var body = new HashMap<String, Object>();
    body.put("username", username);
    body.put("displayName", "Người " + username);
    body.put("password", FIRST_PASSWORD);
    body.put("roles", List.of(roles));
    if (area != null) {
      body.put("areaId", area);
    }
    return body;
  }
}
