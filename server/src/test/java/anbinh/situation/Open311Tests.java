package anbinh.situation;

import static anbinh.situation.ResidentFixture.OPEN311;
import static anbinh.situation.ResidentFixture.post311;
import static anbinh.situation.ResidentFixture.request;
import static anbinh.situation.SituationFixture.made;
import static anbinh.situation.SituationFixture.reason;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.read.ListAppender;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/// Other systems, which report by Open311.
abstract class Open311Tests extends ResidentTests {
  private static LocalDate today() {
    return LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
  }

  private static JsonNode key(String name) {
    return made(
        administrator.post(
            "/api/open311-keys", Map.of("name", name, "lastDay", today().plusDays(30).toString())),
        201);
  }

  private static String error(Answer answer, int status) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.json().isArray()).as(answer.text()).isTrue();
    assertThat(answer.json().get(0).path("code").asInt()).isEqualTo(status);
    return answer.json().get(0).path("description").asString();
  }

  @Test
  void servicesAreWhatIsNotGuardedInBothForms() {
    TestClient other = SERVER.client();
    JsonNode discovery = made(other.get(OPEN311 + "/discovery.json"), 200);
    assertThat(discovery.path("endpoints").get(0).path("url").asString()).endsWith("/open311/v2");
    assertThat(discovery.path("contact").asString()).contains("/report", "111");
    Answer xml = other.get(OPEN311 + "/services.xml");
    assertThat(xml.header("Content-Type")).contains("text/xml");
    assertThat(xml.text())
        .contains("<services><service><service_code>THEFT</service_code>")
        .doesNotContain("DOMESTIC", "CHILD");
    assertThat(made(other.get(OPEN311 + "/services/THEFT.json"), 200).path("attributes").toString())
        .contains("\"COMMUNE\"", "C-1", "singlevaluelist");
    assertThat(error(other.get(OPEN311 + "/services/DOMESTIC_VIOLENCE.json"), 404))
        .contains("service_code");
    assertThat(other.get(OPEN311 + "/services/NOPE.xml").text())
        .contains("<errors><error><code>404</code>");
    assertThat(other.get(OPEN311 + "/services.yaml").status()).isEqualTo(404);
  }

  @Test
  void anotherSystemReportsWithItsKeyAndSeesItsOwnRequestsOnly() {
    TestClient other = SERVER.client();
    String key = key("Báo Thanh Hóa").path("secret").asString();
    String stranger = key("Hệ thống khác").path("secret").asString();
    Map<String, String> form = request(key, "C-1");
    JsonNode taken = made(post311(other, "json", form), 201);
    String request = taken.get(0).path("service_request_id").asString();
    String id = last();
    assertThat(situation(id).path("channel").asString()).isEqualTo("OPEN311");
    assertThat(request).isNotEqualTo(id);
    assertThat(made(post311(other, "json", form), 201)).as("sent twice").isEqualTo(taken);

    String query = "?api_key=" + key;
    JsonNode shown =
        made(other.get(OPEN311 + "/requests/" + request + ".json" + query), 200).get(0);
    assertThat(shown.path("status").asString()).isEqualTo("open");
    assertThat(shown.path("address").asString()).isEqualTo("Xã Đồng Tiến");
    assertThat(shown.path("lat").isNull() && shown.path("description").isNull()).isTrue();
    assertThat(shown.path("requested_datetime").asString())
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\+07:00");
    assertThat(shown.toString()).doesNotContain("trước chợ", id);
    act(officer, id, "acknowledgement", Map.of());
    act(
        officer,
        id,
        "classification",
        Map.of("kind", "DOMESTIC_VIOLENCE", "danger", false, "injured", false, "reason", WORDS));
    act(officer, id, "written-report", Map.of("words", WORDS));
    act(officer, id, "resolution", Map.of("founded", true, "words", WORDS));
    act(officer, id, "closure", reason(WORDS));
    String all = other.get(OPEN311 + "/requests.json" + query + "&status=closed").text();
    assertThat(all).contains(request, "\"THEFT\"", "\"closed\"").doesNotContain("DOMESTIC", WORDS);
    JsonNode closed =
        made(other.get(OPEN311 + "/requests/" + request + ".json" + query), 200).get(0);
    assertThat(OffsetDateTime.parse(closed.path("updated_datetime").asString()))
        .isAfterOrEqualTo(OffsetDateTime.parse(closed.path("requested_datetime").asString()));
    String ids = (request + ",").repeat(99) + request;
    assertThat(other.get(OPEN311 + "/requests.json" + query + "&service_request_id=" + ids).text())
        .contains(request);
    error(other.get(OPEN311 + "/requests.json" + query + "&service_request_id=" + ids + ",a"), 400);
    assertThat(other.get(OPEN311 + "/requests.json" + query + "&status=open").text())
        .doesNotContain(request);
    assertThat(other.get(OPEN311 + "/requests.xml" + query).text())
        .contains("<service_requests><request><service_request_id>" + request);
    assertThat(other.get(OPEN311 + "/tokens/" + request + ".json" + query).text())
        .contains("\"token\":\"" + request);
    error(other.get(OPEN311 + "/requests/" + request + ".json?api_key=" + stranger), 404);
    assertThat(other.get(OPEN311 + "/requests.json?api_key=" + stranger).text()).isEqualTo("[]");
  }

  @Test
  void aFormThatNobodyCanReadIsAMistakeAndStandsInNoLog() {
    var lines = new ListAppender<ILoggingEvent>();
    var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    lines.start();
    root.addAppender(lines);
    try {
      Answer answer =
          SERVER
              .client()
              .postAs(
                  OPEN311 + "/requests.json",
                  "description=Khuyen+mai+50%+o+cho+Phieng&api_key=khoa-that-7731%zz",
                  "application/x-www-form-urlencoded");
      assertThat(error(answer, 400)).contains("%25").doesNotContain("Phieng");
      error(
          SERVER
              .client()
              .postAs(
                  OPEN311 + "/requests.json?api_key=khoa-that-7731",
                  "description=o+cho",
                  "application/x-www-form-urlencoded"),
          400);
    } finally {
      root.detachAppender(lines);
    }
    assertThat(
            lines.list.stream()
                .map(each -> each.getFormattedMessage() + " " + causes(each.getThrowableProxy()))
                .toList()
                .toString())
        .doesNotContain("Phieng", "khoa-that");
  }

  @Test
  void withoutARightKeyNothingIsTakenAndNothingShown() {
    TestClient other = SERVER.client();
    JsonNode made = key("Tạm thời");
    String secret = made.path("secret").asString();
    assertThat(everything()).contains("Tạm thời").doesNotContain(secret);
    assertThat(error(other.get(OPEN311 + "/requests.json"), 403)).contains("api_key");
    Map<String, String> form = request("khong-dung", "C-1");
    error(post311(other, "json", form), 403);
    form.remove("api_key");
    assertThat(post311(other, "xml", form).text())
        .contains("<errors><error><code>403</code><description>");
    form.put("api_key", secret);
    form.put("service_code", "CHILD");
    error(post311(other, "json", form), 404);
    form.put("service_code", "THEFT");
    form.put("attribute[COMMUNE]", "C-99");
    assertThat(error(post311(other, "json", form), 400)).contains("COMMUNE");
    form.put("attribute[COMMUNE]", "C-1");
    form.put("lat", "far");
    assertThat(error(post311(other, "json", form), 400)).contains("lat");
    error(other.get(OPEN311 + "/requests.json?status=half&api_key=" + secret), 400);
    error(
        other.get(OPEN311 + "/requests.json?start_date=2020-01-01T00:00:00Z&api_key=" + secret),
        400);
    String id = made.path("key").path("id").asString();
    made(administrator.post("/api/open311-keys/" + id + "/revocation", Map.of()), 200);
    made(administrator.post("/api/open311-keys/" + id + "/revocation", Map.of()), 200);
    error(other.get(OPEN311 + "/requests.json?api_key=" + secret), 403);
    assertThat(administrator.get("/api/open311-keys?limit=200").text())
        .contains("Tạm thời", "\"ended\":true")
        .doesNotContain(secret);
    assertThat(SERVER.signedIn("local").get("/api/open311-keys").code()).isEqualTo("not-your-area");
    assertThat(
            administrator
                .post(
                    "/api/open311-keys",
                    Map.of("name", "Lâu", "lastDay", today().plusYears(3).toString()))
                .text())
        .contains("\"field\":\"lastDay\"");
  }

  private static String causes(@Nullable IThrowableProxy thrown) {
    return thrown == null ? "" : thrown.getMessage() + " " + causes(thrown.getCause());
  }
}
