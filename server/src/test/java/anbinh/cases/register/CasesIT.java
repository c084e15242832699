package anbinh.cases.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.areas.Area;
import anbinh.areas.AreaKind;
import anbinh.areas.Areas;
import anbinh.areas.NewArea;
import anbinh.cases.CaseFigures;
import anbinh.cases.Cases;
import anbinh.cases.LinkedRequest;
import anbinh.cases.party.Parties;
import anbinh.identity.AreaScope;
import anbinh.identity.Role;
import anbinh.platform.Site;
import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
import anbinh.testing.TestServer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

class CasesIT {
  @RegisterExtension static final TestServer SERVER = new TestServer();

  private static final String ENDED_AND_ERASED =
      """
      select count(*) from audit.event where type = 'case.party-erased'
        and position('"cause":"ENDED"' in convert_from(leaf, 'UTF8')) > 0
        and position('sha256' in convert_from(leaf, 'UTF8')) > 0
      """;

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
  void olderFootageIsLookedAtWithACurrentCaseOnly() {
    Area lane =
        SERVER.bean(Areas.class).create(new NewArea("C-3", "Xã Ba", AreaKind.COMMUNE, null), null);
    SERVER.person("quan-tri-ba", lane.id(), Role.ADMINISTRATOR);
    SERVER.person("dieu-tra-ba", lane.id(), Role.INVESTIGATOR);
    SERVER.person("dieu-tra-bon", lane.id(), Role.INVESTIGATOR);
    SERVER.person("truc-ba", lane.id(), Role.DUTY_OFFICER);
    String camera = camera(SERVER.signedIn("quan-tri-ba"), lane);
    TestClient own = SERVER.signedIn("dieu-tra-ba");
    TestClient colleague = SERVER.signedIn("dieu-tra-bon");
    TestClient duty = SERVER.signedIn("truc-ba");
    Instant now = Instant.now();
    String fresh = "/api/cameras/" + camera + "/still.jpg?at=" + now.minusSeconds(3_600);
    List<String> old =
        List.of(
            "/api/cameras/" + camera + "/still.jpg?at=" + now.minus(25, ChronoUnit.HOURS),
            "/api/cameras/" + camera + "/video.mp4?" + span(now.minus(25, ChronoUnit.HOURS)),
            "/api/cameras/" + camera + "/frames?" + span(now.minus(25, ChronoUnit.HOURS)));
    for (TestClient client : List.of(own, colleague, duty)) {
      assertThat(client.get(fresh).code()).isEqualTo("nothing-recorded");
      old.forEach(path -> assertThat(client.get(path).code()).isEqualTo("no-current-case"));
    }
    assertThat(stranger.get(old.getFirst()).code()).isEqualTo("not-your-area");

    Map<String, Object> theft = new HashMap<>(theft("Mất trộm"));
    theft.put("areaId", lane.id());
    String id = own.post("/api/cases", theft).json().path("id").asString();
    old.forEach(path -> assertThat(own.get(path).code()).isEqualTo("nothing-recorded"));
    old.forEach(path -> assertThat(duty.get(path).code()).isEqualTo("nothing-recorded"));
    assertThat(colleague.get(old.getFirst()).code()).isEqualTo("no-current-case");
    String officers = "/api/cases/" + id + "/officers";
    String personId = own.get(officers).json().path("possible").get(0).path("id").asString();
    assertThat(own.post(officers, Map.of("personId", personId)).status()).isEqualTo(200);
    assertThat(colleague.get(old.getFirst()).code()).isEqualTo("nothing-recorded");

    assertThat(own.post("/api/cases/" + id + "/outcome", outcome(false)).status()).isEqualTo(200);
    assertThat(own.get(old.getFirst()).code()).isEqualTo("no-current-case");
    assertThat(duty.get(old.getFirst()).code()).isEqualTo("no-current-case");
    assertThat(
            own.get("/api/cameras/" + camera + "/coverage?" + span(now.minusSeconds(9_000)))
                .status())
        .as("whether a camera records is seen without a case")
        .isEqualTo(200);
  }

  private static String camera(TestClient administrator, Area area) {
    Answer added =
        administrator.post(
            "/api/cameras",
            Map.of(
                "name",
                "Ngã ba",
                "areaId",
                area.id(),
                "address",
                "rtsp://127.0.0.1:9/x",
                "recording",
                false,
                "keepDays",
                7,
                "ownerKind",
                "POLICE"));
    assertThat(added.status()).as(added.text()).isEqualTo(201);
    return added.json().path("id").asString();
  }

  private static String span(Instant from) {
    return "from=" + from + "&to=" + from.plusSeconds(10);
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
    assertThat(after.opened().getOrDefault("THEFT", 0L))
        .isEqualTo(before.opened().getOrDefault("THEFT", 0L) + 1);
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
  void saysWhereACaseHappenedAndChangesItWithAReason() {
    Map<String, Object> body = theft("Mất xe");
    body.put("place", " Cổng chợ ");
    body.put("point", point(20.35, 105.24));
    Answer opened = investigator.post("/api/cases", body);
    assertThat(opened.status()).as(opened.text()).isEqualTo(201);
    assertThat(opened.json().path("place").asString()).isEqualTo("Cổng chợ");
    assertThat(opened.json().path("point").path("latitude").asDouble()).isEqualTo(20.35);
    assertThat(opened.json().path("protection").asString()).isEqualTo("NONE");
    String path = "/api/cases/" + opened.json().path("id").asString();

    assertThat(errors(investigator.post(path + "/place", place(null, "ngắn    "))))
        .containsExactly("reason");
    assertThat(errors(investigator.post(path + "/place", place(point(91, 0), "Chỉ lại đúng chỗ."))))
        .containsExactly("point.latitude");
    Answer moved =
        investigator.post(path + "/place", place(point(20.351, 105.241), "Chỉ lại đúng chỗ."));
    assertThat(moved.status()).as(moved.text()).isEqualTo(200);
    assertThat(moved.json().path("point").path("longitude").asDouble()).isEqualTo(105.241);
    assertThat(ids(investigator.get("/api/cases?q=nga+ba+cho"))).hasSize(1);

    assertThat(approver.post(path + "/place", place(null, "Chỉ lại đúng chỗ.")).code())
        .isEqualTo("not-your-role");
    investigator.post(path + "/outcome", outcome(false));
    assertThat(investigator.post(path + "/place", place(null, "Chỉ lại đúng chỗ.")).code())
        .isEqualTo("case-closed");
  }

  /// A case of a child or of domestic violence: no place from the beginning, or none any more, not
  /// in the case, not in a search, not in the details of the log.
  @Test
  void aProtectedCaseHasNoPlaceButItsCommune() {
    Map<String, Object> body = theft("Việc trong nhà");
    body.put("protection", "DOMESTIC_VIOLENCE");
    body.put("place", "Nhà số 12");
    body.put("point", point(20.35, 105.24));
    assertThat(errors(investigator.post("/api/cases", body)))
        .containsExactlyInAnyOrder("place", "point");
    body.put("protection", "NONE");
    String id = investigator.post("/api/cases", body).json().path("id").asString();
    String path = "/api/cases/" + id;
    assertThat(placesInLog(id)).isEqualTo(1);

    Map<String, Object> child = Map.of("protection", "CHILD", "reason", "Người bị hại 12 tuổi.");
    assertThat(stranger.post(path + "/protection", child).code()).isEqualTo("not-your-area");
    Answer kept = investigator.post(path + "/protection", child);
    assertThat(kept.status()).as(kept.text()).isEqualTo(200);
    assertThat(kept.json().path("point").isNull()).isTrue();
    assertThat(kept.json().path("place").isNull()).isTrue();
    assertThat(kept.json().path("areaName").asString()).isEqualTo("Xã Đồng Tiến");
    assertThat(kept.json().path("areaId").asString()).isEqualTo(commune.id().toString());
    assertThat(ids(investigator.get("/api/cases?q=nha+so+12"))).isEmpty();
    assertThat(placesInLog(id)).isZero();
    assertThat(
            count(
                "select count(*) from audit.event"
                    + " where position('CHILD' in convert_from(leaf, 'UTF8')) > 0"))
        .isZero();
    assertThat(investigator.post(path + "/place", place(null, "Chỉ lại đúng chỗ.")).code())
        .isEqualTo("case-protected");
    assertThatThrownBy(() ->
            SERVER
                .database()
                .client()
                .sql("update cases.case_file set place = 'x' where id = cast(? as uuid)")
                .param(id)
                .update())
        .hasMessageContaining("protected_has_no_place");

    Answer lifted =
        investigator.post(
            path + "/protection", Map.of("protection", "NONE", "reason", "Ghi nhầm vụ việc khác."));
    assertThat(lifted.json().path("point").isNull()).isTrue();
    assertThat(lifted.json().path("areaName").asString()).isEqualTo("Thôn Một");
  }

  private static long placesInLog(String id) {
    return SERVER
        .database()
        .client()
        .sql("select count(detail) from audit.event where type = 'case.placed' and object_id = ?")
        .param(id)
        .query(Long.class)
        .single();
  }

  private static Map<String, Object> point(double latitude, double longitude) {
    return Map.of("latitude", latitude, "longitude", longitude);
  }

  private static Map<String, Object> place(@Nullable Map<String, Object> point, String reason) {
    Map<String, Object> body = new HashMap<>();
    body.put("place", "Ngã ba chợ");
    body.put("point", point);
    body.put("reason", reason);
    return body;
  }

  private static List<String> errors(Answer answer) {
    return answer.json().path("errors").findValuesAsString("field");
  }

  @Test
  void offersATypeFromItsFirstDayToItsLastAndKeepsItInOldCases() {
    LocalDate today = LocalDate.now(SERVER.bean(Site.class).zone());
    SERVER.person("toan-tinh", null, Role.ADMINISTRATOR);
    SERVER.person("cua-xa", commune.id(), Role.ADMINISTRATOR);
    TestClient administrator = SERVER.signedIn("toan-tinh");
    assertThat(SERVER.signedIn("cua-xa").post("/api/case-types", type("X", today)).code())
        .isEqualTo("not-your-area");
    assertThat(errors(administrator.post("/api/case-types", type("X", today.minusDays(1)))))
        .containsExactly("validFrom");
    Answer added = administrator.post("/api/case-types", type("FRAUD", today));
    assertThat(added.status()).as(added.text()).isEqualTo(201);
    assertThat(administrator.post("/api/case-types", type("FRAUD", today)).code())
        .isEqualTo("case-type-taken");
    administrator.post("/api/case-types", type("LATER", today.plusDays(1)));

    Map<String, Object> fraud = theft("Lừa qua điện thoại");
    fraud.put("type", "FRAUD");
    Answer opened = investigator.language("ar").post("/api/cases", fraud);
    assertThat(opened.status()).as(opened.text()).isEqualTo(201);
    assertThat(opened.json().path("typeName").asString()).isEqualTo("احتيال");
    fraud.put("type", "LATER");
    assertThat(errors(investigator.language("en").post("/api/cases", fraud)))
        .containsExactly("type");

    String end = "/api/case-types/FRAUD/end";
    assertThat(errors(administrator.post(end, until(today.minusDays(2)))))
        .containsExactly("validTo");
    assertThat(administrator.post(end, until(today.plusDays(3))).json().path("valid").asBoolean())
        .isTrue();
    assertThat(administrator.post(end, until(today.minusDays(1))).json().path("valid").asBoolean())
        .isFalse();
    assertThat(administrator.post(end, until(today)).code()).isEqualTo("case-type-ended");
    assertThat(administrator.post("/api/case-types/NONE/end", until(today)).code())
        .isEqualTo("no-such-case-type");
    fraud.put("type", "FRAUD");
    assertThat(errors(investigator.post("/api/cases", fraud))).containsExactly("type");
    String path = "/api/cases/" + opened.json().path("id").asString();
    assertThat(investigator.get(path).json().path("typeName").asString()).isEqualTo("Fraud");
    assertThat(ids(investigator.get("/api/cases?type=FRAUD"))).hasSize(1);
    assertThat(errors(investigator.get("/api/cases?type=NONE"))).containsExactly("type");
    JsonNode byType = investigator.get("/api/figures").json().path("byType");
    assertThat(byType.findValuesAsString("typeName")).contains("Theft", "Fraud");

    LocalDate later = today.plusYears(50);
    for (String code : List.of("THEFT", "ASSAULT", "TRAFFIC", "PUBLIC_ORDER", "LATER")) {
      assertThat(administrator.post("/api/case-types/" + code + "/end", until(later)).status())
          .isEqualTo(200);
    }
    assertThat(administrator.post("/api/case-types/OTHER/end", until(later)).code())
        .isEqualTo("last-case-type");
  }

  private static Map<String, Object> type(String code, LocalDate from) {
    return Map.of(
        "code", code, "vi", "Lừa đảo", "en", "Fraud", "ar", "احتيال", "validFrom", from.toString());
  }

  private static Map<String, Object> until(LocalDate day) {
    return Map.of("validTo", day.toString());
  }

  /// Who somebody is: for those who work on the case, one record at a time, and nowhere else.
  @Test
  void closesThePeopleOfACaseToEverybodyWhoDoesNotWorkOnIt() {
    SERVER.person("dong-nghiep", commune.id(), Role.INVESTIGATOR);
    TestClient colleague = SERVER.signedIn("dong-nghiep");
    String path = "/api/cases/" + open("Có nhân chứng");
    Answer recorded = investigator.post(path + "/parties", party("VICTIM", true));
    assertThat(recorded.status()).as(recorded.text()).isEqualTo(201);
    assertThat(recorded.text()).doesNotContain("Thị Mận").doesNotContain("0912 345 678");
    String one = path + "/parties/" + recorded.json().path("id").asString();

    for (TestClient other : List.of(colleague, stranger)) {
      assertThat(other.get(path + "/parties").code()).isEqualTo("not-your-case");
      assertThat(other.get(one).code()).isEqualTo("not-your-case");
      assertThat(other.post(path + "/parties", party("WITNESS", false)).code())
          .isEqualTo("not-your-case");
    }
    assertThat(approver.get(one).code()).isEqualTo("not-your-role");
    assertThat(investigator.get(path + "/parties").text())
        .contains("VICTIM")
        .doesNotContain("Thị Mận")
        .doesNotContain("45/QĐ");
    JsonNode read = investigator.get(one).json();
    assertThat(read.path("name").asString()).isEqualTo("Phạm Thị Mận");
    assertThat(read.path("contact").asString()).isEqualTo("0912 345 678");
    assertThat(read.path("party").path("child").asBoolean()).isTrue();

    JsonNode officers = colleague.get(path + "/officers").json();
    assertThat(officers.path("items").size()).isEqualTo(1);
    String me = officers.path("items").get(0).path("id").asString();
    String colleagueId =
        officers
            .path("possible")
            .valueStream()
            .filter(each -> each.path("displayName").asString().equals("Người dong-nghiep"))
            .map(each -> each.path("id").asString())
            .findFirst()
            .orElseThrow();
    Map<String, Object> put = Map.of("personId", colleagueId);
    assertThat(colleague.post(path + "/officers", put).code()).isEqualTo("not-your-case");
    assertThat(investigator.post(path + "/officers/" + me + "/end", Map.of()).code())
        .isEqualTo("last-officer");
    assertThat(errors(approver.post(path + "/officers", Map.of("personId", UUID.randomUUID()))))
        .containsExactly("personId");
    assertThat(approver.post(path + "/officers", put).status()).isEqualTo(200);
    assertThat(colleague.get(one).status()).isEqualTo(200);
    assertThat(colleague.post(path + "/officers/" + me + "/end", Map.of()).status()).isEqualTo(200);
    assertThat(investigator.get(one).code()).isEqualTo("not-your-case");
    assertThat(
            count(
                "select count(*) from audit.event where type = 'case.party-read' and object_id = '"
                    + path.substring("/api/cases/".length())
                    + "'"))
        .isEqualTo(2);
  }

  @Test
  void namesOfPeopleAreInNoListNoSearchAndNoLog() {
    String path = "/api/cases/" + open("Không có tên");
    assertThat(investigator.post(path + "/parties", party("WITNESS", false)).status())
        .isEqualTo(201);
    for (String field : List.of("religion", "ethnicity", "photo", "birthDate", "face")) {
      Map<String, Object> more = party("WITNESS", false);
      more.put(field, "x");
      Answer refused = investigator.post(path + "/parties", more);
      assertThat(refused.status()).as(field).isEqualTo(400);
      assertThat(errors(refused)).containsExactly(field);
    }
    assertThat(ids(investigator.get("/api/cases?q=Man"))).isEmpty();
    assertThat(ids(investigator.get("/api/cases?q=0912+345+678"))).isEmpty();
    assertThat(investigator.get(path).text() + investigator.get(path + "/parties").text())
        .doesNotContain("Mận");
    assertThat(
            count(
                """
                select count(*) from audit.event where position('Thị Mận' in detail) > 0
                  or position('Thị Mận' in convert_from(leaf, 'UTF8')) > 0
                """))
        .isZero();
    assertThat(
            count(
                """
                select count(*) from cases.party
                where position(convert_to('Mận', 'UTF8') in content_cipher) > 0
                """))
        .isZero();
    List<String> parameters = new ArrayList<>();
    SERVER
        .client()
        .get("/v3/api-docs")
        .json()
        .path("paths")
        .forEachEntry((each, item) -> {
          if (each.contains("parties")) {
            parameters.addAll(item.findValuesAsString("name"));
          }
        });
    assertThat(parameters).contains("id", "partyId").doesNotContain("q", "name", "query");
  }

  @Test
  void sealsTheRecordOfAPersonAtItsEndAndErasesItLaterWithACertificate() {
    LocalDate today = LocalDate.now(SERVER.bean(Site.class).zone());
    String path = "/api/cases/" + open("Có hạn");
    Map<String, Object> endless = party("REPORTED", false);
    endless.remove("until");
    assertThat(errors(investigator.post(path + "/parties", endless))).containsExactly("until");
    for (LocalDate wrong : List.of(today.plusYears(9), today.minusDays(1))) {
      endless.put("until", wrong.toString());
      assertThat(errors(investigator.post(path + "/parties", endless))).containsExactly("until");
    }
    String id = record(path, party("REPORTED", false));
    String one = path + "/parties/" + id;
    Map<String, Object> basis =
        Map.of(
            "document",
            "46/QĐ",
            "article",
            "Điều 147 BLTTHS",
            "from",
            today.minusDays(2).toString(),
            "until",
            today.plusDays(30).toString());
    assertThat(investigator.post(one + "/basis", basis).json().path("until").asString())
        .isEqualTo(today.plusDays(30).toString());
    assertThat(investigator.get(one).json().path("document").asString()).isEqualTo("46/QĐ");

    long before = count(ENDED_AND_ERASED);
    Parties parties = SERVER.bean(Parties.class);
    end(id, today.minusDays(1));
    assertThat(investigator.get(one).code()).isEqualTo("party-sealed");
    assertThat(investigator.post(one + "/basis", basis).code()).isEqualTo("party-sealed");
    assertThat(parties.keepTime(today)).isEqualTo(1);
    assertThat(parties.keepTime(today)).isZero();
    assertThat(state(path, id)).isEqualTo("SEALED");
    end(id, today.minusDays(179));
    assertThat(parties.keepTime(today)).isZero();
    end(id, today.minusDays(180));
    assertThat(parties.keepTime(today)).isEqualTo(1);
    assertThat(state(path, id)).isEqualTo("ERASED");
    assertThat(count("select count(content_cipher) from cases.party where id = '" + id + "'"))
        .isZero();
    assertThat(count(ENDED_AND_ERASED)).isEqualTo(before + 1);

    String wrong = record(path, party("WITNESS", false));
    String erasure = path + "/parties/" + wrong + "/erasure";
    assertThat(errors(investigator.post(erasure, Map.of("reason", "nhầm       "))))
        .containsExactly("reason");
    assertThat(investigator.post(erasure, Map.of("reason", "Người của vụ khác.")).text())
        .contains("ERASED");
  }

  @Test
  void opensASealedRecordAgainWhenTwoPeopleSaySo() {
    LocalDate today = LocalDate.now(SERVER.bean(Site.class).zone());
    String caseId = open("Mở lại");
    String path = "/api/cases/" + caseId;
    SERVER.person("phe-duyet-hai", commune.id(), Role.APPROVER);
    SERVER.person("ca-hai", commune.id(), Role.INVESTIGATOR, Role.APPROVER);
    TestClient second = SERVER.signedIn("phe-duyet-hai");
    TestClient both = SERVER.signedIn("ca-hai");
    String id = record(path, party("VICTIM", true));
    String one = path + "/parties/" + id;
    String ask = one + "/reopening";
    Map<String, Object> wanted =
        Map.of(
            "reason",
            "Tòa án yêu cầu lấy lời khai bổ sung.",
            "document",
            "14/QĐ",
            "article",
            "Điều 280 BLTTHS",
            "from",
            today.minusDays(1).toString(),
            "until",
            today.plusDays(20).toString());
    Map<String, Object> confirmed =
        Map.of(
            "outcome",
            "CONFIRMED",
            "authority",
            "COURT",
            "number",
            "05/2026/TB-TA",
            "on",
            today.minusDays(1).toString());
    assertThat(investigator.post(ask, wanted).code()).isEqualTo("party-open");
    end(id, today.minusDays(30));
    SERVER.bean(Parties.class).keepTime(today);
    assertThat(second.post(ask + "/decision", confirmed).code()).isEqualTo("no-such-reopening");
    assertThat(both.post(ask, wanted).code()).isEqualTo("not-your-case");
    Answer asked = investigator.post(ask, wanted);
    assertThat(asked.status()).as(asked.text()).isEqualTo(201);
    assertThat(investigator.post(ask, wanted).code()).isEqualTo("reopening-pending");
    assertThat(investigator.get(one).code()).as("asking opens nothing").isEqualTo("party-sealed");

    JsonNode waiting = second.get("/api/party-reopenings").json().path("items");
    assertThat(waiting.findValuesAsString("partyId")).containsExactly(id);
    assertThat(waiting.toString()).contains("14/QĐ").doesNotContain("Mận");
    assertThat(stranger.get("/api/party-reopenings").text()).doesNotContain(id);
    assertThat(stranger.post(ask + "/decision", confirmed).code()).isEqualTo("not-your-area");
    assertThat(investigator.post(ask + "/decision", confirmed).code()).isEqualTo("not-your-role");
    assertThat(
            investigator
                .post(path + "/officers", Map.of("personId", personId(path, "Người ca-hai")))
                .status())
        .isEqualTo(200);
    assertThat(both.post(ask + "/decision", confirmed).code())
        .as("who works on the case")
        .isEqualTo("own-reopening");
    assertThat(errors(second.post(ask + "/decision", Map.of("outcome", "CONFIRMED"))))
        .containsExactlyInAnyOrder("authority", "number", "on");
    assertThat(errors(second.post(ask + "/decision", Map.of("outcome", "REFUSED"))))
        .containsExactly("reason");
    SERVER.forgetConfirmations();
    assertThat(second.post(ask + "/decision", confirmed).code()).isEqualTo("confirm-yourself");
    second = SERVER.signedIn("phe-duyet-hai");
    Answer decided = second.post(ask + "/decision", confirmed);
    assertThat(decided.status()).as(decided.text()).isEqualTo(200);
    assertThat(decided.text()).doesNotContain("Mận");
    JsonNode read = investigator.get(one).json();
    assertThat(read.path("document").asString()).isEqualTo("14/QĐ");
    assertThat(read.path("party").path("until").asString())
        .isEqualTo(today.plusDays(20).toString());
    assertThat(second.get(one).code()).as("the second sees nobody").isEqualTo("not-your-role");
    assertThat(
            count(
                """
                select count(*) from audit.event where object_id = '%s' and type in
                  ('case.party-reopening-asked', 'case.party-reopened')
                """
                    .formatted(caseId)))
        .isEqualTo(2);

    end(id, today.minusDays(2));
    assertThat(SERVER.bean(Parties.class).keepTime(today)).as("sealed anew").isEqualTo(1);
    assertThat(investigator.post(ask, wanted).status()).isEqualTo(201);
    Answer refused =
        second.post(
            ask + "/decision",
            Map.of("outcome", "REFUSED", "reason", "Tòa án chưa có văn bản nào."));
    assertThat(refused.json().path("items").findValuesAsString("outcome"))
        .containsExactly("REFUSED", "CONFIRMED");
    assertThat(investigator.get(path + "/party-reopenings").json().path("items").size())
        .isEqualTo(2);
    end(id, today.minusDays(180));
    SERVER.bean(Parties.class).keepTime(today);
    assertThat(investigator.post(ask, wanted).code()).isEqualTo("party-erased");
    assertThat(investigator.get(path + "/party-reopenings").json().path("items").isEmpty())
        .as("forgotten with the record")
        .isTrue();
  }

  /// A second account with the asker's name, or with that of a colleague on the case, is taken for
  /// the same human being.
  @Test
  void nobodyOpensASealedRecordAgainByASecondAccountOfTheirName() {
    LocalDate today = LocalDate.now(SERVER.bean(Site.class).zone());
    String path = "/api/cases/" + open("Mở lại bằng tài khoản khác");
    SERVER.person("dong-su", commune.id(), Role.INVESTIGATOR);
    String colleague = personId(path, "Người dong-su");
    assertThat(investigator.post(path + "/officers", Map.of("personId", colleague)).status())
        .isEqualTo(200);
    SERVER.namedPerson("nguoi-hoi-2", " NGƯỜI  Investigator", commune.id(), Role.APPROVER);
    SERVER.namedPerson("dong-su-2", "người dong-su ", commune.id(), Role.APPROVER);
    List<TestClient> namesakes =
        List.of(SERVER.signedIn("nguoi-hoi-2"), SERVER.signedIn("dong-su-2"));
    String id = record(path, party("VICTIM", true));
    end(id, today.minusDays(30));
    SERVER.bean(Parties.class).keepTime(today);
    String ask = path + "/parties/" + id + "/reopening";
    Answer asked =
        investigator.post(
            ask,
            Map.of(
                "reason",
                "Tòa án yêu cầu lấy lời khai bổ sung.",
                "document",
                "15/QĐ",
                "article",
                "Điều 280 BLTTHS",
                "from",
                today.minusDays(1).toString(),
                "until",
                today.plusDays(20).toString()));
    assertThat(asked.status()).as(asked.text()).isEqualTo(201);

    Map<String, Object> refusal =
        Map.of("outcome", "REFUSED", "reason", "Tòa án chưa có văn bản nào.");
    long refusals = count("select count(*) from audit.event where refused");
    for (TestClient namesake : namesakes) {
      assertThat(namesake.get("/api/party-reopenings").text()).doesNotContain(id);
      assertThat(namesake.get("/api/party-reopenings/figures").json().path("count").asInt())
          .isZero();
      assertThat(namesake.post(ask + "/decision", refusal).code()).isEqualTo("own-reopening");
    }
    assertThat(count("select count(*) from audit.event where refused") - refusals).isEqualTo(2);
    assertThat(approver.get("/api/party-reopenings").text()).contains(id);
    assertThat(approver.get("/api/party-reopenings/figures").json().path("count").asInt()).isOne();
    Answer decided = approver.post(ask + "/decision", refusal);
    assertThat(decided.status()).as(decided.text()).isEqualTo(200);
  }

  private static String personId(String path, String name) {
    return investigator
        .get(path + "/officers")
        .json()
        .path("possible")
        .valueStream()
        .filter(each -> each.path("displayName").asString().equals(name))
        .map(each -> each.path("id").asString())
        .findFirst()
        .orElseThrow();
  }

  private static String record(String path, Map<String, Object> party) {
    Answer recorded = investigator.post(path + "/parties", party);
    assertThat(recorded.status()).as(recorded.text()).isEqualTo(201);
    return recorded.json().path("id").asString();
  }

  private static String state(String path, String id) {
    return investigator
        .get(path + "/parties")
        .json()
        .path("items")
        .valueStream()
        .filter(each -> each.path("id").asString().equals(id))
        .map(each -> each.path("state").asString())
        .findFirst()
        .orElseThrow();
  }

  private static void end(String id, LocalDate until) {
    SERVER
        .database()
        .client()
        .sql("update cases.party set from_on = ?, until_on = ? where id = cast(? as uuid)")
        .params(until, until, id)
        .update();
  }

  private static Map<String, Object> party(String role, boolean child) {
    LocalDate today = LocalDate.now(SERVER.bean(Site.class).zone());
    return new HashMap<>(
        Map.of(
            "role",
            role,
            "child",
            child,
            "name",
            " Phạm Thị Mận ",
            "contact",
            "0912 345 678",
            "document",
            "45/QĐ",
            "article",
            "Điều 66 BLTTHS",
            "from",
            today.minusDays(3).toString(),
            "until",
            today.plusDays(60).toString()));
  }

  private static long count(String sql) {
    return SERVER.database().client().sql(sql).query(Long.class).single();
  }

  @Test
  void keepsThePlateOfAVehicleAsItWasReadWithAllThatItMayMean() {
    String path = "/api/cases/" + open("Xe bỏ chạy");
    Map<String, Object> vehicle = new HashMap<>();
    vehicle.put("role", "USED");
    vehicle.put("kind", "MOTORBIKE");
    vehicle.put("colour", "RED");
    vehicle.put("plateRows", 2);
    assertThat(errors(investigator.post(path + "/vehicles", vehicle))).containsExactly("plateRows");
    vehicle.put("plate", " 36B11234 ");
    Answer added = investigator.post(path + "/vehicles", vehicle);
    assertThat(added.status()).as(added.text()).isEqualTo(201);
    assertThat(added.json().path("plate").asString()).isEqualTo("36B11234");
    assertThat(added.json().path("readings").findValuesAsString("text"))
        .containsExactlyInAnyOrder("36B-112.34", "36-B1 1234");
    vehicle.put("plate", "36?-?23.45");
    assertThat(investigator.post(path + "/vehicles", vehicle).json().path("readings").isEmpty())
        .isTrue();

    assertThat(approver.get(path + "/vehicles").json().path("items").size()).isEqualTo(2);
    assertThat(stranger.get(path + "/vehicles").code()).isEqualTo("not-your-area");
    assertThat(approver.post(path + "/vehicles", vehicle).code()).isEqualTo("not-your-role");
    assertThat(
            count(
                "select count(*) from audit.event"
                    + " where position('36B11234' in convert_from(leaf, 'UTF8')) > 0"))
        .isZero();
    String removal = path + "/vehicles/" + added.json().path("id").asString() + "/removal";
    Map<String, Object> reason = Map.of("reason", "Xe của người qua đường.");
    assertThat(investigator.post(removal, reason).status()).isEqualTo(204);
    assertThat(investigator.post(removal, reason).code()).isEqualTo("no-such-vehicle");
    investigator.post(path + "/outcome", outcome(false));
    assertThat(investigator.post(path + "/vehicles", vehicle).code()).isEqualTo("case-closed");
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
