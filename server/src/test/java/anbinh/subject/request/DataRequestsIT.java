package anbinh.subject.request;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.areas.Area;
import anbinh.areas.AreaKind;
import anbinh.areas.NewArea;
import anbinh.areas.unit.Areas;
import anbinh.identity.Role;
import anbinh.platform.SiteClock;
import anbinh.subject.calendar.SpecialDay;
import anbinh.subject.calendar.SpecialDayTable;
import anbinh.subject.calendar.WorkingDays;
import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
import anbinh.testing.TestServer;
import anbinh.testing.Waiting;
import anbinh.worklist.WorklistKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/// Requests of people about their own data, over HTTP: clocks, outcomes, and what is kept.
class DataRequestsIT {
  @RegisterExtension static final TestServer SERVER = new TestServer();

  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final String PATH = "/api/data-requests";

  private static Area commune = new Area(new UUID(0, 0), "", "", AreaKind.COMMUNE, null);
  private static TestClient administrator = SERVER.client();
  private static TestClient keeper = SERVER.client();
  private static TestClient auditor = SERVER.client();

  @BeforeAll
  static void people() {
    commune =
        SERVER
            .bean(Areas.class)
            .create(new NewArea("C-1", "Xã Bá Thước", AreaKind.COMMUNE, null), null);
    SERVER.person("administrator", commune.id(), Role.ADMINISTRATOR);
    SERVER.person("keeper", null, Role.ADMINISTRATOR);
    SERVER.person("auditor", null, Role.AUDITOR);
    administrator = SERVER.signedIn("administrator");
    keeper = SERVER.signedIn("keeper");
    auditor = SERVER.signedIn("auditor");
  }

  private static Map<String, Object> form(String kind, Instant receivedAt) {
    Map<String, Object> form = new HashMap<>();
    form.put("kind", kind);
    form.put("channel", "COUNTER");
    form.put("areaId", commune.id());
    form.put("receivedAt", receivedAt.toString());
    form.put("name", "Lê Thị Hoa");
    form.put("contact", "0912 000 222");
    form.put("words", "Xin xem hình lúc tôi bị va xe ở cổng chợ.");
    return form;
  }

  private static JsonNode received(String kind, Instant at) {
    Answer answer = administrator.post(PATH, form(kind, at));
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer.json();
  }

  private static String path(JsonNode request) {
    return PATH + "/" + request.path("id").asString();
  }

  private static JsonNode done(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  private static Map<String, Object> outcome(String outcome, String article) {
    return Map.of(
        "outcome", outcome, "reason", "Hình đã quá hạn lưu nên không còn.", "article", article);
  }

  private static List<String> leaves(JsonNode request) {
    return SERVER.leaves(request.path("id").asString());
  }

  @Test
  void keepsTheClocksFromTheCounterToTheOutcomeAndErasesWhoAsked() {
    JsonNode request = received("ACCESS", Instant.now());
    LocalDate today = LocalDate.now(ZONE);
    var days = new WorkingDays(SERVER.bean(SpecialDayTable.class).list());
    assertThat(request.path("code").asString()).startsWith("DSR-");
    assertThat(request.path("answerBy").asString())
        .isEqualTo(days.afterWorking(today, 2).toString());
    assertThat(request.path("completeBy").asString()).isEqualTo(days.after(today, 10).toString());
    assertThat(auditor.get(PATH).text()).contains(request.path("code").asString());
    assertThat(auditor.get(PATH).text()).doesNotContain("Hoa").doesNotContain("0912 000 222");
    assertThat(auditor.get(path(request)).code()).isEqualTo("not-your-role");
    assertThat(done(administrator.get(path(request))).path("name").asString())
        .isEqualTo("Lê Thị Hoa");

    JsonNode answered = done(administrator.post(path(request) + "/answer", Map.of()));
    assertThat(answered.path("state").asString()).isEqualTo("ANSWERED");
    assertThat(administrator.post(path(request) + "/answer", Map.of()).code())
        .isEqualTo("data-request-answered");
    Map<String, Object> more = Map.of("days", 15, "reason", "Phải hỏi chủ camera bên cạnh.");
    JsonNode extended = done(keeper.post(path(request) + "/extension", more));
    assertThat(extended.path("completeBy").asString())
        .isEqualTo(days.after(days.after(today, 10), 15).toString());
    assertThat(keeper.post(path(request) + "/extension", more).code())
        .isEqualTo("data-request-extended");
    assertThat(done(keeper.post(path(request) + "/handler", Map.of())).path("handler").toString())
        .contains("Người keeper");

    assertThat(administrator.post(path(request) + "/outcome", outcome("REFUSED", " ")).text())
        .contains("\"article\"");
    done(administrator.post(path(request) + "/outcome", outcome("REFUSED", "Điều 32 khoản 3")));
    assertThat(administrator.post(path(request) + "/answer", Map.of()).code())
        .isEqualTo("data-request-ended");
    assertThat(done(administrator.get(path(request))).path("article").asString())
        .isEqualTo("Điều 32 khoản 3");
    assertThat(administrator.get(PATH).text()).doesNotContain(request.path("id").asString());
    assertThat(administrator.get(PATH + "?state=ENDED").text())
        .contains(request.path("id").asString());

    assertThat(SERVER.bean(DataRequests.class).eraseOld()).isZero();
    SERVER
        .database()
        .client()
        .sql(
            "update subject.request set ended_at = ended_at - interval '366 days' where id = ?::uuid")
        .param(request.path("id").asString())
        .update();
    assertThat(SERVER.bean(DataRequests.class).eraseOld()).isOne();
    assertThat(administrator.get(path(request)).code()).isEqualTo("data-request-erased");
    List<String> leaves = leaves(request);
    assertThat(leaves)
        .extracting(leaf -> leaf.substring(0, leaf.indexOf(' ')))
        .containsExactly(
            "data-request.received",
            "data-request.read",
            "data-request.answered",
            "data-request.extended",
            "data-request.taken-over",
            "data-request.ended",
            "data-request.read",
            "data-request.erased");
    assertThat(String.join("\n", leaves))
        .contains("\"late\":false", "\"sha256\":\"")
        .doesNotContain("Hoa")
        .doesNotContain("0912 000 222")
        .doesNotContain("chợ")
        .doesNotContain("quá hạn");
  }

  @Test
  void putsWhatIsDueFirstOnTopAndCountsWhatIsOverdue() {
    long before = done(auditor.get(PATH + "/figures")).path("overdue").asLong();
    JsonNode late = received("CORRECTION", Instant.now().minus(40, ChronoUnit.DAYS));
    JsonNode fresh = received("DELETION", Instant.now());
    assertThat(late.path("overdue").asBoolean()).isTrue();
    assertThat(fresh.path("overdue").asBoolean()).isFalse();
    assertThat(done(auditor.get(PATH + "/figures")).path("overdue").asLong()).isEqualTo(before + 1);
    Waiting waiting = Waiting.of(administrator, WorklistKind.DATA_REQUEST);
    JsonNode open = done(administrator.get(PATH + "?limit=200")).path("items");
    assertThat(waiting.count()).isEqualTo(open.size());
    assertThat(waiting.overdue()).isEqualTo(before + 1);
    assertThat(waiting.nextDue())
        .isEqualTo(
            open.valueStream()
                .filter(each -> !each.path("overdue").asBoolean())
                .map(each -> LocalDate.parse(each.path("dueOn").asString()))
                .min(Comparator.naturalOrder())
                .map(SERVER.bean(SiteClock.class)::endOf)
                .orElse(null));
    assertThat(Waiting.of(auditor, WorklistKind.DATA_REQUEST).count()).isZero();
    JsonNode first = done(administrator.get(PATH + "?limit=1"));
    assertThat(first.path("items").get(0).path("id")).isEqualTo(late.path("id"));
    assertThat(administrator.get(PATH + "?limit=200&after=" + first.path("next").asString()).text())
        .contains(fresh.path("id").asString())
        .doesNotContain(late.path("id").asString());
    done(administrator.post(path(late) + "/outcome", outcome("GRANTED", "")));
    assertThat(leaves(late).getLast()).contains("\"late\":true");
    assertThat(administrator.post(PATH, form("ACCESS", Instant.now().plusSeconds(600))).text())
        .contains("\"receivedAt\"");
  }

  @Test
  void aHolidayMovesTheClocksOfWhatIsOpen() {
    JsonNode request = received("OBJECTION", Instant.now());
    LocalDate answerBy = LocalDate.parse(request.path("answerBy").asString());
    Map<String, Object> day =
        Map.of("day", answerBy.toString(), "working", false, "name", "Nghỉ lễ");
    assertThat(administrator.post("/api/working-days", day).code()).isEqualTo("not-your-area");
    assertThat(keeper.post("/api/working-days", day).status()).isEqualTo(201);
    var moved =
        new WorkingDays(List.of(new SpecialDay(answerBy, false, "Nghỉ lễ")))
            .afterWorking(LocalDate.now(ZONE), 2);
    assertThat(moved).isAfter(answerBy);
    assertThat(done(administrator.get(path(request))).path("request").path("answerBy").asString())
        .isEqualTo(moved.toString());
    assertThat(keeper.delete("/api/working-days/" + answerBy).status()).isEqualTo(204);
    assertThat(keeper.delete("/api/working-days/" + answerBy).code()).isEqualTo("no-such-day");
    assertThat(done(administrator.get(path(request))).path("request").path("answerBy").asString())
        .isEqualTo(answerBy.toString());
  }
}
