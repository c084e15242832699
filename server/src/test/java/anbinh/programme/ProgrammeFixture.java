package anbinh.programme;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.areas.Area;
import anbinh.areas.AreaKind;
import anbinh.areas.NewArea;
import anbinh.areas.unit.Areas;
import anbinh.programme.effect.Quarter;
import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
import anbinh.testing.TestServer;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/// Villages and programmes of a test, made over HTTP by who makes them in life.
public final class ProgrammeFixture {
  public static final String PATH = "/api/programmes";
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  private final TestServer server;
  private int made;

  public ProgrammeFixture(TestServer server) {
    this.server = server;
  }

  public static LocalDate today() {
    return LocalDate.now(ZONE);
  }

  public Area village(Area commune) {
    made++;
    return server
        .bean(Areas.class)
        .create(
            new NewArea(
                commune.code() + "-M" + made,
                "Thôn Mô Hình " + made,
                AreaKind.RESIDENTIAL_AREA,
                commune.id()),
            null);
  }

  public static JsonNode done(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isBetween(200, 204);
    return answer.json();
  }

  /// The identifier of a kind that comes with the system.
  public static UUID kind(int number) {
    return UUID.fromString("01980000-0000-7000-8000-00000000000" + number);
  }

  public static Map<String, Object> content(String... criteria) {
    return new HashMap<>(
        Map.of(
            "goal",
            "Giữ bình yên cho thôn",
            "rules",
            List.of("Sinh hoạt mỗi quý một lần", "Thông báo lưu trú"),
            "criteria",
            List.of(criteria),
            "partners",
            List.of(
                Map.of("kind", "WOMEN", "name", "Chi hội Phụ nữ thôn", "office", "Nhà văn hóa")),
            "indicators",
            List.of("THEFTS", "DISPUTES_RECEIVED")));
  }

  public static Map<String, Object> form(int kind, UUID... areas) {
    return new HashMap<>(
        Map.of(
            "kindId",
            kind(kind),
            "kindVersion",
            1,
            "areaIds",
            areas,
            "name",
            "Câu lạc bộ nhà trọ tự quản",
            "content",
            content("Họp đủ", "Không cháy nổ")));
  }

  public static Map<String, Object> accepted(JsonNode view, LocalDate on) {
    JsonNode pending = view.path("pending");
    return new HashMap<>(
        Map.of(
            "actId",
            pending.path("id").asString(),
            "version",
            pending.path("version").asInt(),
            "outcome",
            "ACCEPTED",
            "number",
            "12/QĐ-UBND",
            "on",
            on.toString()));
  }

  /// The path of one that was proposed.
  public static String proposed(TestClient officer, int kind, UUID... areas) {
    return PATH + "/" + done(officer.post(PATH, form(kind, areas))).path("id").asString();
  }

  /// The path of one that was launched on a day.
  public static String launched(
      TestClient officer, TestClient chair, LocalDate on, int kind, UUID... areas) {
    String path = proposed(officer, kind, areas);
    done(chair.post(path + "/decision", accepted(done(chair.get(path)), on)));
    return path;
  }

  public static Map<String, Object> activity(LocalDate on, int attended) {
    Map<String, Object> form = new HashMap<>();
    form.put("on", on.toString());
    form.put("what", "Sinh hoạt quý");
    form.put("place", "Nhà văn hóa thôn");
    form.put("partners", List.of("WOMEN"));
    form.put("attended", attended);
    form.put("women", attended / 2);
    form.put("youth", attended / 3);
    form.put("outcome", "Thống nhất giờ giấc khu trọ");
    return form;
  }

  public static Map<String, Object> assessment(int year, String conclusion, String... results) {
    List<Map<String, Object>> answers = new ArrayList<>();
    for (String result : results) {
      answers.add(
          result.equals("MET")
              ? Map.of("result", result)
              : Map.of("result", result, "words", "Thiếu một buổi họp"));
    }
    return new HashMap<>(
        Map.of(
            "year",
            year,
            "version",
            1,
            "answers",
            answers,
            "conclusion",
            conclusion,
            "words",
            "Hoạt động đều",
            "partnersAsked",
            3,
            "partnersAgreed",
            2));
  }

  public static List<String> fields(Answer answer) {
    List<String> fields = new ArrayList<>();
    answer
        .json()
        .path("errors")
        .forEach(error ->
            fields.add(error.path("field").asString() + " " + error.path("code").asString()));
    return fields;
  }

  public String log(String path) {
    return String.join("\n", server.leaves(path.substring(path.lastIndexOf('/') + 1)));
  }

  public static Map<String, Object> copies(UUID... areas) {
    return new HashMap<>(
        Map.of("version", 1, "areaIds", areas, "rules", List.of(1), "criteria", List.of(0)));
  }

  public static Map<String, Object> copyOfOne(UUID area) {
    Map<String, Object> requested = copies(area);
    requested.put("rules", List.of(0));
    return requested;
  }

  public static Map<String, Object> numbers(Area own, Quarter quarter, UUID area, int value) {
    return new HashMap<>(
        Map.of(
            "communeId", own.id(),
            "indicator", "THEFTS",
            "year", quarter.year(),
            "quarter", quarter.number(),
            "sourceKind", "POLICE",
            "source", "Báo cáo quý %d/%d".formatted(quarter.number(), quarter.year()),
            "values", List.of(Map.of("areaId", area, "value", value))));
  }

  /// Another text in place of a version.
  public static Map<String, Object> revision(int version, String... criteria) {
    return new HashMap<>(Map.of("version", version, "content", content(criteria)));
  }
}
