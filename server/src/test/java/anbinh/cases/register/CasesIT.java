package anbinh.cases.register;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.areas.Area;
import anbinh.areas.AreaKind;
import anbinh.areas.Areas;
import anbinh.areas.NewArea;
import anbinh.cases.CaseFigures;
import anbinh.cases.CaseType;
import anbinh.cases.Cases;
import anbinh.cases.LinkedRequest;
import anbinh.identity.AreaScope;
import anbinh.identity.Role;
import anbinh.platform.Site;
import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
import anbinh.testing.TestServer;
import java.time.Instant;
import java.time.Year;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

class CasesIT {
  @RegisterExtension static final TestServer SERVER = new TestServer();

  private static Area commune = new Area(new UUID(0, 0), "", "", AreaKind.COMMUNE, null);
  private static Area village = commune;
  private static Area elsewhere = commune;
  private static TestClient investigator = SERVER.client();
  private static TestClient approver = SERVER.client();
  private static TestClient stranger = SERVER.client();
  private static TestClient officer = SERVER.client();

  @BeforeAll
  static void people() {
    Areas areas = SERVER.bean(Areas.class);
    commune = areas.create(new NewArea("C-1", "Xã Đồng Tiến", AreaKind.COMMUNE, null), null);
    village =
        areas.create(
            new NewArea("C-1-V", "Thôn Một", AreaKind.RESIDENTIAL_AREA, commune.id()), null);
    elsewhere = areas.create(new NewArea("C-2", "Phường Đông Tiến", AreaKind.COMMUNE, null), null);
    SERVER.person("investigator", commune.id(), Role.INVESTIGATOR);
    SERVER.person("approver", commune.id(), Role.APPROVER);
    SERVER.person("stranger", elsewhere.id(), Role.INVESTIGATOR, Role.APPROVER);
    SERVER.person("officer", commune.id(), Role.DUTY_OFFICER, Role.AUDITOR);
    investigator = SERVER.signedIn("investigator");
    approver = SERVER.signedIn("approver");
    stranger = SERVER.signedIn("stranger");
    officer = SERVER.signedIn("officer");
  }

  @Test
  void opensACaseAndShowsItToInvestigatorsAndApproversOfTheArea() {
    Answer opened = investigator.post("/api/cases", theft("Trộm xe máy"));
    assertThat(opened.status()).as(opened.text()).isEqualTo(201);
    JsonNode json = opened.json();
    assertThat(json.path("code").asString()).matches("CASE-\\d{4}-\\d{4}");
    assertThat(json.path("state").asString()).isEqualTo("OPEN");
    assertThat(json.path("areaName").asString()).isEqualTo("Thôn Một");
    assertThat(json.path("openedBy").path("displayName").asString())
        .isEqualTo("Người investigator");
    assertThat(json.path("requests").isEmpty()).isTrue();
    assertThat(json.path("outcome").isNull()).isTrue();
    String path = "/api/cases/" + json.path("id").asString();
    assertThat(approver.get(path).json()).isEqualTo(json);
    assertThat(investigator.get(path).json()).isEqualTo(json);
  }

  @Test
  void refusesOthersAlikeAndWritesDownThatTheyTried() {
    String id = open("Kín");
    assertThat(stranger.get("/api/cases/" + id).code()).isEqualTo("not-your-area");
    assertThat(stranger.post("/api/cases/" + id + "/outcome", outcome(false)).code())
        .isEqualTo("not-your-area");
    assertThat(officer.get("/api/cases/" + id).code()).isEqualTo("not-your-role");
    assertThat(officer.get("/api/cases").code()).isEqualTo("not-your-role");
    assertThat(approver.post("/api/cases", theft("x")).code()).isEqualTo("not-your-role");
    assertThat(stranger.post("/api/cases", theft("x")).code()).isEqualTo("not-your-area");
    assertThat(approver.post("/api/cases/" + id + "/outcome", outcome(false)).code())
        .isEqualTo("not-your-role");
    assertThat(SERVER.client().get("/api/cases/" + id).status()).isEqualTo(401);
    assertThat(investigator.get("/api/cases/" + UUID.randomUUID()).code())
        .isEqualTo("no-such-case");
    assertThat(ids(stranger.get("/api/cases?q=kin"))).isEmpty();
    long refusals =
        SERVER
            .database()
            .client()
            .sql("select count(*) from audit.event where refused")
            .query(Long.class)
            .single();
    assertThat(refusals).isGreaterThanOrEqualTo(7);
  }

  @Test
  void namesEveryFieldThatIsWrong() {
    Answer answer = investigator.post("/api/cases", Map.of("areaId", village.id()));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("errors").findValuesAsString("field"))
        .containsExactlyInAnyOrder("title", "type", "occurredFrom");
    Map<String, Object> future = theft("x");
    future.put("occurredFrom", Instant.now().plus(1, ChronoUnit.HOURS).toString());
    future.put("occurredTo", Instant.now().toString());
    assertThat(
            investigator
                .post("/api/cases", future)
                .json()
                .path("errors")
                .findValuesAsString("code"))
        .containsExactly("past-or-present", "after-from");
  }

  @Test
  void findsWithoutAccentsAndPagesThroughAll() {
    List<String> opened = new ArrayList<>();
    for (int number = 0; number < 5; number++) {
      opened.addFirst(open("Mất trâu ở Bá Thước lần " + number));
    }
    List<String> found = new ArrayList<>();
    String next = "";
    do {
      Answer page = investigator.get("/api/cases?q=ba+THUOC+trau&limit=2" + next);
      found.addAll(ids(page));
      JsonNode after = page.json().path("next");
      next = after.isNull() ? "" : "&after=" + after.asString();
    } while (!next.isEmpty());
    assertThat(found).isEqualTo(opened);
    assertThat(ids(investigator.get("/api/cases?q=ba+thuoc&state=CLOSED"))).isEmpty();
    assertThat(ids(investigator.get("/api/cases?q=100%25"))).isEmpty();
  }

  @Test
  void closesWithTheOutcomeOnceAndCountsIt() {
    var figures = SERVER.bean(CaseFigures.class);
    Year year = Year.now(SERVER.bean(Site.class).zone());
    var scope = new AreaScope.Within(Set.of(village.id()));
    var before = figures.count(year, scope);
    String id = open("Va chạm");
    Answer wrong =
        investigator.post(
            "/api/cases/" + id + "/outcome",
            Map.of("clarified", false, "clarifiedBy", List.of("TIME")));
    assertThat(wrong.json().path("errors").findValuesAsString("field"))
        .containsExactly("clarifiedBy");
    Answer closed = investigator.post("/api/cases/" + id + "/outcome", outcome(true));
    assertThat(closed.status()).as(closed.text()).isEqualTo(200);
    assertThat(closed.json().path("state").asString()).isEqualTo("CLOSED");
    assertThat(closed.json().path("outcome").path("clarifiedBy").toString())
        .isEqualTo("[\"VEHICLE\",\"TIME\"]");
    assertThat(investigator.post("/api/cases/" + id + "/outcome", outcome(true)).code())
        .isEqualTo("case-closed");
    var after = figures.count(year, scope);
    assertThat(after.openedInAll()).isEqualTo(before.openedInAll() + 1);
    assertThat(after.opened().getOrDefault(CaseType.THEFT, 0L))
        .isEqualTo(before.opened().getOrDefault(CaseType.THEFT, 0L) + 1);
    assertThat(after.clarifiedByFootage()).isEqualTo(before.clarifiedByFootage() + 1);
    assertThat(figures.count(year.minusYears(1), new AreaScope.Everywhere()).openedInAll())
        .isZero();
  }

  @Test
  void staysOpenWhileARequestIsPending() {
    UUID id = UUID.fromString(open("Còn yêu cầu"));
    note(id, new LinkedRequest(new UUID(7, 7), "REQ-2026-0777", "REQUESTED", true));
    assertThat(investigator.post("/api/cases/" + id + "/outcome", outcome(true)).code())
        .isEqualTo("requests-pending");
    note(id, new LinkedRequest(new UUID(7, 7), "REQ-2026-0777", "CANCELLED", false));
    JsonNode requests = investigator.get("/api/cases/" + id).json().path("requests");
    assertThat(requests.size()).isEqualTo(1);
    assertThat(requests.get(0).path("state").asString()).isEqualTo("CANCELLED");
    assertThat(investigator.post("/api/cases/" + id + "/outcome", outcome(false)).status())
        .isEqualTo(200);
  }

  @Test
  void keepsTitlesOutOfTheLog() {
    open("Tên người bị hại");
    long inLeaves =
        SERVER
            .database()
            .client()
            .sql(
                """
                select count(*) from audit.event
                where position('Tên người' in convert_from(leaf, 'UTF8')) > 0
                """)
            .query(Long.class)
            .single();
    assertThat(inLeaves).isZero();
  }

  private static void note(UUID id, LinkedRequest request) {
    SERVER
        .bean(TransactionTemplate.class)
        .executeWithoutResult(_ -> SERVER.bean(Cases.class).noteRequest(id, request));
  }

  private static String open(String title) {
    return investigator.post("/api/cases", theft(title)).json().path("id").asString();
  }

  private static Map<String, Object> theft(String title) {
    Map<String, Object> body = new HashMap<>();
    body.put("title", title);
    body.put("type", "THEFT");
    body.put("occurredFrom", Instant.now().minus(2, ChronoUnit.HOURS).toString());
    body.put("areaId", village.id());
    return body;
  }

  private static Map<String, Object> outcome(boolean clarified) {
    return Map.of(
        "clarified",
        clarified,
        "clarifiedBy",
        clarified ? List.of("TIME", "VEHICLE") : List.of(),
        "note",
        "xem clip");
  }

  private static List<String> ids(Answer page) {
    List<String> ids = new ArrayList<>();
    page.json().path("items").forEach(item -> ids.add(item.path("id").asString()));
    return ids;
  }
}
