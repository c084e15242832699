package anbinh.cases.ending;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.areas.Area;
import anbinh.areas.AreaKind;
import anbinh.areas.NewArea;
import anbinh.areas.unit.Areas;
import anbinh.cases.CaseEnding;
import anbinh.identity.Role;
import anbinh.platform.Site;
import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
import anbinh.testing.TestServer;
import anbinh.testing.Waiting;
import anbinh.worklist.WorklistKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/// The end for good of a case, said by two people.
class EndingIT {
  @RegisterExtension static final TestServer SERVER = new TestServer();

  private static Area commune = new Area(new UUID(0, 0), "", "", AreaKind.COMMUNE, null);
  private static TestClient investigator = SERVER.client();
  private static TestClient approver = SERVER.client();

  @BeforeAll
  static void people() {
    Areas areas = SERVER.bean(Areas.class);
    commune = areas.create(new NewArea("C-1", "Xã Đồng Tiến", AreaKind.COMMUNE, null), null);
    Area elsewhere =
        areas.create(new NewArea("C-2", "Phường Đông Tiến", AreaKind.COMMUNE, null), null);
    SERVER.person("investigator", commune.id(), Role.INVESTIGATOR);
    SERVER.person("colleague", commune.id(), Role.INVESTIGATOR);
    SERVER.person("approver", commune.id(), Role.APPROVER);
    SERVER.person("both", commune.id(), Role.INVESTIGATOR, Role.APPROVER);
    SERVER.person("chief", elsewhere.id(), Role.APPROVER);
    SERVER.namedPerson("investigator-2", "NGƯỜI\u2003investigator", commune.id(), Role.APPROVER);
    investigator = SERVER.signedIn("investigator");
    approver = SERVER.signedIn("approver");
  }

  @Test
  void aCaseIsOverForGoodWhenTwoPeopleSaySoByAPaper() {
    String path = closed("Hai người");
    assertThat(view(investigator, path).path("mayAsk").asBoolean()).isTrue();
    assertThat(view(approver, path).path("mayAsk").asBoolean()).isFalse();
    Answer asked = investigator.post(path + "/final-closure", paper(today()));
    assertThat(asked.status()).as(asked.text()).isEqualTo(201);
    assertThat(asked.json().path("end").isNull()).as("asking ends nothing").isTrue();
    assertThat(ends().find(id(path))).isEmpty();
    assertThat(investigator.post(path + "/final-closure", paper(today())).code())
        .isEqualTo("ending-pending");
    assertThat(view(investigator, path).path("mayAsk").asBoolean()).isFalse();

    JsonNode waiting = approver.get("/api/final-closures").json().path("items");
    assertThat(waiting.findValuesAsString("caseId")).contains(path.substring(11));
    assertThat(count("approver")).isEqualTo(waiting.size());
    assertThat(count("chief")).isZero();
    SERVER.forgetConfirmations();
    assertThat(approver.post(path + "/final-closure/decision", confirm()).code())
        .isEqualTo("confirm-yourself");
    approver = SERVER.signedIn("approver");
    Answer decided = approver.post(path + "/final-closure/decision", confirm());
    assertThat(decided.status()).as(decided.text()).isEqualTo(200);
    assertThat(decided.json().path("end").path("kind").asString()).isEqualTo("JUDGMENT_IN_FORCE");
    assertThat(ends().find(id(path)).orElseThrow().on()).isEqualTo(today());
    assertThat(approver.post(path + "/final-closure/decision", confirm()).code())
        .isEqualTo("no-such-ending");
    assertThat(investigator.post(path + "/final-closure", paper(today())).code())
        .isEqualTo("case-ended");
    assertThat(timeline(path)).containsSubsequence("CLOSED", "ENDING_ASKED", "ENDED");
    List<String> leaves = leaves(path);
    assertThat(leaves).anyMatch(leaf -> leaf.contains("case.ending-confirmed"));
    assertThat(String.join("", leaves)).doesNotContain("45/2026/HS-ST", "Bản án");
  }

  @Test
  void aConfirmedEndIsTakenBackByTwoAndMayBeSaidAnew() {
    String path = ended("Lấy lại");
    String undoing = path + "/final-closure/reversal";
    Map<String, Object> reason = Map.of("reason", "Vụ án được khởi tố lại theo kháng nghị.");
    assertThat(SERVER.signedIn("colleague").post(undoing, reason).code())
        .isEqualTo("not-your-case");
    assertThat(investigator.post(undoing, reason).status()).isEqualTo(201);
    assertThat(ends().find(id(path))).as("asking undoes nothing").isPresent();
    Answer refused =
        approver.post(
            path + "/final-closure/decision",
            Map.of("outcome", "REFUSED", "reason", "Chưa có kháng nghị nào."));
    assertThat(refused.json().path("end").isNull()).as(refused.text()).isFalse();
    assertThat(investigator.post(undoing, reason).status()).isEqualTo(201);
    assertThat(
            approver.post(path + "/final-closure/decision", confirm()).json().path("end").isNull())
        .isTrue();
    assertThat(ends().find(id(path))).isEmpty();
    assertThat(investigator.post(undoing, reason).code()).isEqualTo("case-not-ended");
    assertThat(timeline(path))
        .containsSubsequence(
            "ENDED", "UNDOING_ASKED", "UNDOING_REFUSED", "UNDOING_ASKED", "UNDONE");

    Map<String, Object> other = paper(today());
    other.put("kind", "INVESTIGATION_TERMINATED");
    assertThat(investigator.post(path + "/final-closure", other).status()).isEqualTo(201);
    approver.post(path + "/final-closure/decision", confirm());
    assertThat(ends().find(id(path)).orElseThrow().kind())
        .isEqualTo(CaseEnding.EndKind.INVESTIGATION_TERMINATED);
    assertThat(ends().listBy(today(), Instant.now()))
        .filteredOn(end -> end.caseId().equals(id(path)))
        .as("the last one that was confirmed counts")
        .hasSize(1);
    assertThat(ends().listBy(today().minusDays(1), Instant.now()))
        .noneMatch(end -> end.caseId().equals(id(path)));
  }

  @Test
  void whoAskedOrWorksOnTheCaseOrBearsTheirNameDoesNotDecide() {
    String path = closed("Bốn mắt");
    investigator.post(path + "/final-closure", paper(today()));
    String decision = path + "/final-closure/decision";
    assertThat(investigator.post(decision, confirm()).code()).isEqualTo("not-your-role");
    assertThat(SERVER.signedIn("chief").post(decision, confirm()).code())
        .isEqualTo("not-your-area");
    TestClient same = SERVER.signedIn("investigator-2");
    assertThat(same.post(decision, confirm()).code()).isEqualTo("own-ending");
    assertThat(view(same, path).path("mayDecide").asBoolean()).isFalse();
    assertThat(same.get("/api/final-closures").text()).doesNotContain(path.substring(11));
    assertThat(count("investigator-2")).isZero();
    TestClient both = SERVER.signedIn("both");
    assertThat(view(both, path).path("mayDecide").asBoolean()).isTrue();
    String person =
        investigator
            .get(path + "/officers")
            .json()
            .path("possible")
            .valueStream()
            .filter(each -> each.path("displayName").asString().equals("Người both"))
            .map(each -> each.path("id").asString())
            .findFirst()
            .orElseThrow();
    investigator.post(path + "/officers", Map.of("personId", person));
    assertThat(both.post(decision, confirm()).code()).as("on the case").isEqualTo("own-ending");
    assertThat(both.get("/api/final-closures").text()).doesNotContain(path.substring(11));
    assertThat(ends().find(id(path))).isEmpty();
  }

  @Test
  void onlyAClosedCaseEndsAndEveryWrongFieldIsNamed() {
    String path = open("Còn mở");
    assertThat(investigator.post(path + "/final-closure", paper(today())).code())
        .isEqualTo("case-open");
    assertThat(SERVER.signedIn("colleague").post(path + "/final-closure", paper(today())).code())
        .isEqualTo("not-your-case");
    assertThat(approver.post(path + "/final-closure", paper(today())).code())
        .isEqualTo("not-your-role");
    investigator.post(path + "/outcome", outcome());
    assertThat(errors(investigator.post(path + "/final-closure", Map.of())))
        .containsExactlyInAnyOrder("kind", "authority", "number", "on", "reason");
    assertThat(errors(investigator.post(path + "/final-closure", paper(today().plusDays(1)))))
        .containsExactly("on");
    assertThat(errors(investigator.post(path + "/final-closure", paper(today().minusYears(90)))))
        .as("a slip of the pen must not end the case long ago")
        .containsExactly("on");
    Map<String, Object> blank = paper(today());
    blank.put("reason", "x          ");
    assertThat(errors(investigator.post(path + "/final-closure", blank))).containsExactly("reason");
    investigator.post(path + "/final-closure", paper(today()));
    assertThat(
            errors(approver.post(path + "/final-closure/decision", Map.of("outcome", "REFUSED"))))
        .containsExactly("reason");
  }

  private static CaseEnds ends() {
    return SERVER.bean(CaseEnds.class);
  }

  private static LocalDate today() {
    return LocalDate.now(SERVER.bean(Site.class).zone());
  }

  private static UUID id(String path) {
    return UUID.fromString(path.substring("/api/cases/".length()));
  }

  private static long count(String username) {
    return Waiting.of(SERVER.signedIn(username), WorklistKind.CASE_CLOSURE_DECISION).count();
  }

  private static JsonNode view(TestClient reader, String path) {
    return reader.get(path + "/final-closures").json();
  }

  private static String ended(String title) {
    String path = closed(title);
    assertThat(investigator.post(path + "/final-closure", paper(today())).status()).isEqualTo(201);
    assertThat(approver.post(path + "/final-closure/decision", confirm()).status()).isEqualTo(200);
    return path;
  }

  private static String closed(String title) {
    String path = open(title);
    assertThat(investigator.post(path + "/outcome", outcome()).status()).isEqualTo(200);
    return path;
  }

  private static String open(String title) {
    Map<String, Object> body = new HashMap<>();
    body.put("title", title);
    body.put("type", "THEFT");
    body.put("occurredFrom", Instant.now().minus(2, ChronoUnit.HOURS).toString());
    body.put("areaId", commune.id());
    return "/api/cases/" + investigator.post("/api/cases", body).json().path("id").asString();
  }

  private static Map<String, Object> outcome() {
    return Map.of("clarified", false, "clarifiedBy", List.of(), "note", "xem clip");
  }

  private static Map<String, Object> paper(LocalDate on) {
    return new HashMap<>(
        Map.of(
            "kind",
            "JUDGMENT_IN_FORCE",
            "authority",
            "COURT",
            "number",
            "45/2026/HS-ST",
            "on",
            on.toString(),
            "reason",
            "Bản án sơ thẩm đã có hiệu lực pháp luật."));
  }

  private static Map<String, Object> confirm() {
    return Map.of("outcome", "CONFIRMED");
  }

  private static List<String> timeline(String path) {
    return investigator.get(path + "/timeline").json().path("items").findValuesAsString("kind");
  }

  private static List<String> leaves(String path) {
    return SERVER
        .database()
        .client()
        .sql(
            """
            select convert_from(record, 'UTF8') from audit.event
            where object_id = ? and type like 'case.ending%'
            """)
        .param(path.substring("/api/cases/".length()))
        .query((row, _) -> String.valueOf(row.getString(1)))
        .list();
  }

  private static List<String> errors(Answer answer) {
    return answer.json().path("errors").findValuesAsString("field");
  }
}
