package anbinh.measure;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.testing.TestClient.Answer;
import anbinh.testing.TestServer;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What tests of legal measures say, and how a measure of theirs comes to its end.
public final class MeasureFixture {
  public static final String NAME = "Quách Thị Thử Nghiệm";
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  private MeasureFixture() {}

  public static LocalDate today() {
    return LocalDate.now(ZONE);
  }

  /// An education at the commune of three months.
  public static Map<String, Object> form(UUID village) {
    Map<String, Object> form = new HashMap<>();
    form.put("id", UUID.randomUUID().toString());
    form.put("kind", "COMMUNE_EDUCATION");
    form.put("villageId", village.toString());
    form.put("name", NAME);
    form.put("minor", false);
    form.put("number", "77/QĐ-UBND");
    form.put("organ", "Chủ tịch Ủy ban nhân dân xã");
    form.put("article", "Luật Xử lý vi phạm hành chính");
    form.put("on", today().minusDays(10).toString());
    form.put("from", today().minusDays(5).toString());
    form.put("until", today().plusDays(80).toString());
    return form;
  }

  public static Map<String, Object> with(
      Map<String, Object> form, String name, @Nullable Object value) {
    form.put(name, value);
    return form;
  }

  /// @param until null where the change has none
  public static Map<String, Object> change(
      String change, String number, @Nullable LocalDate until) {
    Map<String, Object> form = new HashMap<>();
    form.put("change", change);
    form.put("number", number);
    form.put("organ", "Chủ tịch Ủy ban nhân dân xã");
    form.put("on", today().toString());
    form.put("until", until == null ? null : until.toString());
    return form;
  }

  public static Map<String, Object> helper(UUID account) {
    Map<String, Object> form = new HashMap<>();
    form.put("personId", account.toString());
    form.put("noKin", true);
    return form;
  }

  public static Map<String, Object> task(String id) {
    Map<String, Object> form = new HashMap<>();
    form.put("id", id);
    form.put("task", "VISIT");
    form.put("dueOn", today().plusDays(7).toString());
    form.put("helperId", null);
    return form;
  }

  public static JsonNode made(Answer answer, int status) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    return answer.json();
  }

  public static String id(JsonNode details) {
    return details.path("measure").path("id").asString();
  }

  public static String code(JsonNode details) {
    return details.path("measure").path("code").asString();
  }

  public static List<String> actions(JsonNode details) {
    return details.path("actions").valueStream().map(JsonNode::asString).toList();
  }

  /// As if so many days had passed since its end date.
  public static void endedDaysAgo(TestServer server, String id, int days) {
    server
        .database()
        .client()
        .sql(
            """
            update measure.measure set from_on = cast(:until as date) - 60, until_on = :until,
              longest_on = :until where id = cast(:id as uuid)
            """)
        .param("until", today().minusDays(days))
        .param("id", id)
        .update();
  }
}
