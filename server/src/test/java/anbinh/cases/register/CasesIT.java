package anbinh.cases.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.areas.Area;
import anbinh.areas.AreaKind;
import anbinh.areas.NewArea;
import anbinh.areas.unit.Areas;
import anbinh.cases.LinkedRequest;
import anbinh.cases.store.CaseFigures;
import anbinh.cases.store.CaseFigures.Line;
import anbinh.identity.AreaScope;
import anbinh.identity.Role;
import anbinh.platform.Site;
import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
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
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CasesIT extends ForgedBelongingTests {
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
    Line before = thefts(figures.listLines(year, scope));
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
    Line after = thefts(figures.listLines(year, scope));
    assertThat(after.opened()).isEqualTo(before.opened() + 1);
    assertThat(after.closed()).isEqualTo(before.closed() + 1);
    assertThat(after.clarifiedByFootage()).isEqualTo(before.clarifiedByFootage() + 1);
    assertThat(figures.listLines(year.minusYears(1), new AreaScope.Everywhere())).isEmpty();
  }

  private Line thefts(List<Line> lines) {
    return lines.stream()
        .filter(line -> line.type().equals("THEFT"))
        .findFirst()
        .orElse(new Line(village.id(), "THEFT", 0, 0, 0, 0));
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
                    + " where position('CHILD' in convert_from(record, 'UTF8')) > 0"))
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
                    + " where position('36B11234' in convert_from(record, 'UTF8')) > 0"))
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
                where position('Tên người' in convert_from(record, 'UTF8')) > 0
                """)
            .query(Long.class)
            .single();
    assertThat(inLeaves).isZero();
  }
}
