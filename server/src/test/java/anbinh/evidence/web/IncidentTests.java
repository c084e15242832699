package anbinh.evidence.web;

import static anbinh.evidence.EvidenceFixture.errors;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.evidence.EvidenceFixture;
import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
import anbinh.testing.TestServer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.dao.DataAccessException;
import tools.jackson.databind.JsonNode;

/// The incidents of a case, with all that shows them: list, time line, map, request and log; they
/// run with [PackageIT] on its server.
abstract class IncidentTests {
  /// Of the office, for questions of owners of cameras.
  static final String PHONE = "0237 3880 113";

  @RegisterExtension
  static final TestServer SERVER =
      new TestServer(TestServer.FAKE_FOOTAGE, "anbinh.evidence.owner.phone=" + PHONE);

  private static final String WHY = "Nhân chứng nhớ lại giờ đúng.";

  private static @Nullable EvidenceFixture made;

  @BeforeAll
  static void makeWorld() {
    made = new EvidenceFixture(SERVER);
  }

  static EvidenceFixture world() {
    return Objects.requireNonNull(made);
  }

  @Test
  void listsWhatACaseJoinsInOrderOfTimeForWhoMaySeeTheCase() {
    String path = openCase();
    TestClient investigator = world().as("investigator");
    Instant start = world().start;
    Map<String, Object> night = incident("Lấy xe ở Thôn Hai", start.minus(Duration.ofHours(9)));
    night.put("timing", "BETWEEN");
    night.put("occurredTo", start.minus(Duration.ofHours(2)).toString());
    night.put("type", "OTHER");
    night.put("report", " 17/TB ");
    night.put("note", "Khóa cổ bị bẻ.");
    add(path, incident("Lấy xe ở cổng chợ", start));
    Answer second = investigator.post(path, night);
    assertThat(second.status()).as(second.text()).isEqualTo(201);
    assertThat(second.json().path("report").asString()).isEqualTo("17/TB");
    assertThat(second.json().path("typeName").asString()).isEqualTo("Other");

    JsonNode listed = world().as("approver").get(path).json().path("items");
    assertThat(listed.findValuesAsString("title"))
        .containsExactly("Lấy xe ở Thôn Hai", "Lấy xe ở cổng chợ");
    assertThat(listed.get(0)).isEqualTo(second.json());
    assertThat(listed.get(1).path("type").isNull()).as("that of the case").isTrue();
    assertThat(listed.get(1).path("addedBy").path("displayName").asString())
        .isEqualTo("Người investigator");

    assertThat(world().as("stranger").get(path).code()).isEqualTo("not-your-area");
    assertThat(world().as("stranger").post(path, night).code()).isEqualTo("not-your-area");
    assertThat(world().as("officer").get(path).code()).isEqualTo("not-your-role");
    assertThat(world().as("approver").post(path, night).code()).isEqualTo("not-your-role");
    assertThat(
            count(
                """
                select count(*) from audit.event
                where position('Lấy xe' in convert_from(record, 'UTF8')) > 0
                  or position('17/TB' in convert_from(record, 'UTF8')) > 0
                """))
        .as("no words in leaves")
        .isZero();
  }

  @Test
  void namesWhatIsWrongAndTakesNobodysName() {
    String path = openCase();
    TestClient investigator = world().as("investigator");
    Instant start = world().start;
    assertThat(errors(investigator.post(path, Map.of("title", " "))))
        .containsExactlyInAnyOrder("title required", "timing required", "occurredFrom required");
    Map<String, Object> wrong = incident("x", Instant.now().plusSeconds(3_600));
    wrong.put("timing", "BETWEEN");
    wrong.put("type", "GOSSIP");
    wrong.put("point", Map.of("latitude", 91, "longitude", 0));
    assertThat(errors(investigator.post(path, wrong)))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("point.latitude");
    wrong.remove("point");
    assertThat(errors(investigator.post(path, wrong)))
        .containsExactly("type case-type", "occurredFrom past-or-present", "occurredTo required");
    wrong.put("occurredTo", start.toString());
    assertThat(errors(investigator.post(path, wrong))).contains("occurredTo after-from");
    Map<String, Object> named = incident("x", start);
    named.put("suspect", "Nguyễn Văn X");
    assertThat(investigator.post(path, named).status()).isEqualTo(400);
    assertThat(world().as("investigator").get(path).json().path("items").isEmpty()).isTrue();
  }

  @Test
  void isCorrectedWithAReasonAndWithdrawnAndNeverDeleted() throws Exception {
    String path = openCase();
    TestClient investigator = world().as("investigator");
    Instant start = world().start;
    String first = add(path, incident("Lấy xe", start));
    String mistaken = add(path, incident("Việc của vụ khác", start));
    Map<String, Object> moved = incident("Lấy xe máy", start.plusSeconds(60));
    moved.put("place", "Ngã ba chợ");
    moved.put("reason", "ngắn      ");
    String correction = path + "/" + first + "/correction";
    assertThat(errors(investigator.post(correction, moved))).containsExactly("reason size");
    moved.put("reason", WHY);
    Answer corrected = investigator.post(correction, moved);
    assertThat(corrected.status()).as(corrected.text()).isEqualTo(200);
    assertThat(corrected.json().path("title").asString()).isEqualTo("Lấy xe máy");
    assertThat(corrected.json().path("changes").findValuesAsString("reason")).containsExactly(WHY);

    String withdrawal = path + "/" + mistaken + "/withdrawal";
    Map<String, Object> reason = Map.of("reason", "Ghi nhầm việc của vụ khác.");
    assertThat(world().as("approver").post(withdrawal, reason).code()).isEqualTo("not-your-role");
    assertThat(investigator.post(path + "/" + UUID.randomUUID() + "/withdrawal", reason).code())
        .isEqualTo("no-such-incident");
    String foreign = openCase() + "/" + mistaken + "/withdrawal";
    assertThat(investigator.post(foreign, reason).code()).isEqualTo("no-such-incident");
    assertThat(investigator.post(withdrawal, reason).status()).isEqualTo(204);
    assertThat(investigator.post(withdrawal, reason).code()).isEqualTo("incident-withdrawn");
    assertThat(investigator.post(path + "/" + mistaken + "/correction", moved).code())
        .isEqualTo("incident-withdrawn");
    JsonNode listed = investigator.get(path).json().path("items");
    assertThat(listed.findValuesAsString("title")).contains("Việc của vụ khác");
    assertThatThrownBy(() -> SERVER.database().client().sql("delete from cases.incident").update())
        .isInstanceOf(DataAccessException.class);

    JsonNode lines = investigator.get(of(path) + "/timeline").json().path("items");
    assertThat(lines.valueStream().map(IncidentTests::told))
        .containsExactlyInAnyOrder(
            "OCCURRED",
            "OPENED",
            "INCIDENT Lấy xe máy",
            "INCIDENT_ADDED Lấy xe máy",
            "INCIDENT_ADDED Việc của vụ khác",
            "INCIDENT_CORRECTED Lấy xe máy " + WHY,
            "INCIDENT_WITHDRAWN Việc của vụ khác Ghi nhầm việc của vụ khác.");
    assertThat(
            count(
                """
                select count(distinct type) from audit.event where object_id = '%s'
                  and type in ('case.incident-added', 'case.incident-corrected',
                    'case.incident-placed', 'case.incident-withdrawn', 'case.viewed')
                """
                    .formatted(id(path))))
        .isEqualTo(5);

    assertThat(investigator.post(of(path) + "/outcome", Map.of("clarified", false)).status())
        .isEqualTo(200);
    assertThat(investigator.post(path, incident("x", start)).code()).isEqualTo("case-closed");
    assertThat(investigator.post(correction, moved).code()).isEqualTo("case-closed");
    assertThat(investigator.post(path + "/" + first + "/withdrawal", reason).status())
        .as("a mistake may become known late")
        .isEqualTo(204);
  }

  /// Whatever list of its page is read first; another person's look is another entry.
  @Test
  void aLookAtACaseWithAllItsListsIsOneEntry() {
    String path = openCase();
    String found = of(path);
    String looks = "select count(*) from audit.event where object_id = '%s'".formatted(id(path));
    for (String reader : List.of("investigator", "approver")) {
      long before = count(looks);
      for (String part :
          List.of(
              "/timeline",
              "",
              "/map",
              "/incidents",
              "/vehicles",
              "/final-closures",
              "/officers",
              "")) {
        assertThat(world().as(reader).get(found + part).status()).as(part).isEqualTo(200);
      }
      assertThat(count(looks) - before).as(reader).isOne();
    }
    long before = count(looks);
    world().as("investigator").get(found + "/parties");
    world().as("investigator").get(found + "/party-reopenings");
    assertThat(count(looks)).isEqualTo(before);
  }

  @Test
  void isOnTheMapUntilItsCaseIsProtectedAndThenHasNoPlaceAnywhere() {
    String path = openCase();
    TestClient investigator = world().as("investigator");
    Map<String, Object> placed = incident("Lấy xe", world().start);
    placed.put("point", Map.of("latitude", 20.35, "longitude", 105.2402));
    String id = add(path, placed);
    String other = add(path, placed);
    Map<String, Object> reason = Map.of("reason", "Ghi nhầm việc của vụ khác.");
    assertThat(investigator.post(path + "/" + other + "/withdrawal", reason).status())
        .isEqualTo(204);
    JsonNode map = world().as("approver").get(of(path) + "/map").json();
    assertThat(map.path("incidents").findValuesAsString("id")).containsExactly(id);
    assertThat(map.path("cameras").valueStream().map(each -> each.path("name").asString()))
        .as("what looks at the place of an incident")
        .containsExactlyInAnyOrder("Cổng chợ", "Ngã ba");

    Map<String, Object> child = Map.of("protection", "CHILD", "reason", "Người bị hại 12 tuổi.");
    assertThat(investigator.post(of(path) + "/protection", child).status()).isEqualTo(200);
    JsonNode listed = investigator.get(path).json().path("items");
    assertThat(listed.valueStream())
        .allMatch(each -> each.path("place").isNull() && each.path("point").isNull());
    map = investigator.get(of(path) + "/map").json();
    assertThat(map.path("incidents").isEmpty()).isTrue();
    assertThat(map.path("cameras").isEmpty()).isTrue();
    assertThat(
            count(
                """
                select count(*) from audit.event where object_id = '%s'
                  and position('Cổng chợ' in detail::text) > 0
                """
                    .formatted(id(path))))
        .as("nor in the details of the log")
        .isZero();
    assertThat(errors(investigator.post(path, placed)))
        .containsExactly("place protected", "point protected");
  }

  @Test
  void isWhatARequestIsAboutWhereSomebodySaysSo() {
    String caseId = world().openCase("investigator", world().commune);
    String path = "/api/cases/" + caseId + "/incidents";
    String incident = add(path, incident("Lấy xe thứ hai", world().start));
    Map<String, Object> form = world().form(0, world().camera);
    form.put("incidentId", incident);
    TestClient investigator = world().as("investigator");
    assertThat(errors(investigator.post("/api/requests", form)))
        .as("not of this case")
        .containsExactly("incidentId unknown");
    form.put("caseId", caseId);
    assertThat(investigator.post("/api/requests/check", form).status()).isEqualTo(200);
    UUID request = world().request(form);
    JsonNode seen = world().as("approver").get(EvidenceFixture.path(request)).json();
    assertThat(seen.path("incident").path("title").asString()).isEqualTo("Lấy xe thứ hai");
    assertThat(seen.path("incident").path("withdrawn").asBoolean()).isFalse();

    Map<String, Object> reason = Map.of("reason", "Ghi nhầm việc của vụ khác.");
    assertThat(investigator.post(path + "/" + incident + "/withdrawal", reason).status())
        .isEqualTo(204);
    seen = world().as("approver").get(EvidenceFixture.path(request)).json();
    assertThat(seen.path("incident").path("withdrawn").asBoolean()).isTrue();
    assertThat(errors(investigator.post("/api/requests", form)))
        .containsExactly("incidentId unknown");
    UUID whole = world().request(world().form(0, world().camera));
    assertThat(world().get(whole).path("incident").isNull()).as("the whole case").isTrue();
    assertThat(
            count(
                """
                select count(*) from audit.event where type = 'extraction.requested'
                  and position('%s' in convert_from(record, 'UTF8')) > 0
                """
                    .formatted(incident)))
        .isEqualTo(1);
  }

  private static String openCase() {
    return "/api/cases/" + world().openCase("investigator", world().commune) + "/incidents";
  }

  /// The path of the case.
  private static String of(String path) {
    return path.substring(0, path.length() - "/incidents".length());
  }

  private static String id(String path) {
    return of(path).substring("/api/cases/".length());
  }

  private static String add(String path, Map<String, Object> incident) {
    Answer added = world().as("investigator").post(path, incident);
    assertThat(added.status()).as(added.text()).isEqualTo(201);
    return added.json().path("id").asString();
  }

  private static Map<String, Object> incident(String title, Instant from) {
    Map<String, Object> body = new HashMap<>();
    body.put("title", title);
    body.put("timing", "EXACT");
    body.put("occurredFrom", from.toString());
    body.put("place", "Cổng chợ");
    return body;
  }

  private static String told(JsonNode line) {
    return String.join(
            " ",
            List.of(
                line.path("kind").asString(),
                line.path("incident").asString(""),
                line.path("words").asString("")))
        .strip();
  }

  private static long count(String sql) {
    return SERVER.database().client().sql(sql).query(Long.class).single();
  }
}
