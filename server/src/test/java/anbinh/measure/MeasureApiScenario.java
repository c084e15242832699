package anbinh.measure;

import static anbinh.measure.MeasureFixture.change;
import static anbinh.measure.MeasureFixture.code;
import static anbinh.measure.MeasureFixture.form;
import static anbinh.measure.MeasureFixture.id;
import static anbinh.measure.MeasureFixture.made;
import static anbinh.measure.MeasureFixture.task;
import static anbinh.measure.MeasureFixture.today;

import anbinh.areas.Area;
import anbinh.areas.AreaKind;
import anbinh.areas.NewArea;
import anbinh.areas.unit.Areas;
import anbinh.identity.Role;
import anbinh.identity.people.People;
import anbinh.platform.web.ApiScenario;
import anbinh.testing.TestClient;
import anbinh.testing.TestServer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Legal measures for the sweeps: kept by the officer at home and helped with by each who can help.
public final class MeasureApiScenario implements ApiScenario {
  private static final String PATH = "/api/measures";
  private static final String OPENINGS = "/api/measure-openings";
  private static final String KINDS = "/api/measure-kinds";
  private static final List<String> HELPERS =
      List.of("team-leader", "team-member", "mediator", "village-head", "partner");

  private final TestServer server;
  private final Area commune;
  private final Map<String, TestClient> clients = new HashMap<>();
  private @Nullable UUID village;
  private @Nullable String standing;
  private int made;

  public MeasureApiScenario(TestServer server, Area commune) {
    this.server = server;
    this.commune = commune;
  }

  @Override
  public Set<String> paths() {
    return Set.of(PATH, OPENINGS, KINDS);
  }

  @Override
  public String address(String operation) {
    String path = operation.substring(operation.indexOf(' ') + 1);
    if (path.equals(PATH + "/figures")) {
      return path + "?year=" + (today().getYear() - 1) + "&quarter=1";
    }
    if (!path.contains("{id}")) {
      return path;
    }
    if (path.startsWith(OPENINGS)) {
      return path.replace("{id}", opening(path.endsWith("/content")));
    }
    String last = path.substring(path.lastIndexOf('/') + 1);
    return switch (last) {
      case "confirmation", "refusal" -> path.replace("{id}", id(recorded()));
      case "keepers", "appointment" -> path.replace("{id}", withoutKeeper());
      case "end" -> {
        JsonNode one = confirmed(List.of(HELPERS.getFirst()));
        yield path.replace("{id}", id(one))
            .replace("{helperId}", one.path("helpers").get(0).path("id").asString());
      }
      case "result" -> {
        String one = id(confirmed(HELPERS));
        String task = UUID.randomUUID().toString();
        made(officer().post(PATH + "/" + one + "/tasks", task(task)), 201);
        yield path.replace("{id}", one).replace("{taskId}", task);
      }
      case "withdrawal" -> path.replace("{id}", waiting(List.of()));
      case "{id}", "content" -> path.replace("{id}", standing());
      case "recusal" -> path.replace("{id}", id(confirmed(HELPERS)));
      default -> path.replace("{id}", id(confirmed(List.of())));
    };
  }

  @Override
  public Map<String, Object> body(String operation) {
    made++;
    String path = operation.substring(operation.indexOf(' ') + 1);
    if (!operation.startsWith("POST")) {
      return new HashMap<>();
    }
    return switch (path.substring(path.lastIndexOf('/') + 1)) {
      case "measure-kinds" ->
          new HashMap<>(
              Map.of(
                  "kind",
                  "PROBATION",
                  "from",
                  today().toString(),
                  "law",
                  "Luật Thi hành án hình sự",
                  "decidedBy",
                  "COURT",
                  "longestMonths",
                  120,
                  "longestMonthsMinor",
                  24,
                  "minors",
                  "POSSIBLE",
                  "publishing",
                  "FORBIDDEN_OF_MINORS",
                  "checked",
                  true));
      case "measures" -> form(village());
      case "confirmation" -> new HashMap<>(Map.of("version", 1));
      case "refusal" -> new HashMap<>(Map.of("version", 1, "cause", "NOT_AS_PAPER"));
      case "changes" -> change("SHORTENED", "7" + made + "/QĐ-UBND", today().plusDays(20));
      case "keeper", "appointment" -> new HashMap<>(Map.of("personId", second()));
      case "helpers" -> {
        Map<String, Object> body = new HashMap<>();
        body.put("personId", account("team-member-home"));
        body.put("memberId", null);
        body.put("noKin", true);
        yield body;
      }
      case "withdrawal" -> new HashMap<>();
      case "end", "recusal" -> new HashMap<>(Map.of("cause", "OWN_WISH"));
      case "tasks" -> task(UUID.randomUUID().toString());
      case "result" -> new HashMap<>(Map.of("result", "DONE", "on", today().toString()));
      case "measure-openings" ->
          new HashMap<>(
              Map.of("code", sealed(), "reason", "Tòa án đề nghị đối chiếu quyết định cũ."));
      case "answer" -> new HashMap<>(Map.of("signs", true));
      default -> throw new IllegalStateException("no body for " + operation);
    };
  }

  private JsonNode recorded() {
    return made(officer().post(PATH, form(village())), 201);
  }

  private JsonNode confirmed(List<String> helping) {
    String one = id(recorded());
    made(client("chair-home").post(PATH + "/" + one + "/confirmation", Map.of("version", 1)), 204);
    JsonNode details = officer().get(PATH + "/" + one).json();
    for (String helper : helping) {
      details =
          made(
              officer()
                  .post(
                      PATH + "/" + one + "/helpers",
                      MeasureFixture.helper(UUID.fromString(account(helper + "-home")))),
              201);
    }
    return details;
  }

  /// Of which an extension waits, so that the chair reads it too.
  private String standing() {
    String there = standing;
    if (there == null) {
      there = waiting(HELPERS);
      standing = there;
    }
    return there;
  }

  private String waiting(List<String> helping) {
    String one = id(confirmed(helping));
    made(
        officer()
            .post(
                PATH + "/" + one + "/changes",
                change("EXTENDED", "99/QĐ-UBND", today().plusDays(120))),
        201);
    return one;
  }

  private String withoutKeeper() {
    String one = id(confirmed(List.of()));
    server
        .database()
        .client()
        .sql("update measure.measure set keeper_id = ? where id = cast(? as uuid)")
        .params(UUID.randomUUID(), one)
        .update();
    return one;
  }

  private String sealed() {
    JsonNode one = recorded();
    made(
        client("chair-home").post(PATH + "/" + id(one) + "/confirmation", Map.of("version", 1)),
        204);
    MeasureFixture.endedDaysAgo(server, id(one), 1);
    return code(one);
  }

  private String opening(boolean signed) {
    String asked =
        made(officer().post(OPENINGS, body("POST " + OPENINGS)), 201).path("id").asString();
    if (signed) {
      made(
          client("chair-home").post(OPENINGS + "/" + asked + "/answer", Map.of("signs", true)),
          200);
    }
    return asked;
  }

  private UUID village() {
    UUID there = village;
    if (there == null) {
      there =
          server
              .bean(Areas.class)
              .create(
                  new NewArea(
                      commune.code() + "-BP",
                      "Thôn Biện Pháp",
                      AreaKind.RESIDENTIAL_AREA,
                      commune.id()),
                  null)
              .id();
      village = there;
    }
    return there;
  }

  /// Another officer of the commune.
  private String second() {
    People people = server.bean(People.class);
    return people
        .find("officer-of-measures")
        .orElseGet(() -> server.person("officer-of-measures", commune.id(), Role.COMMUNITY_OFFICER))
        .id()
        .toString();
  }

  private String account(String username) {
    return server.bean(People.class).find(username).orElseThrow().id().toString();
  }

  private TestClient officer() {
    return client("community-officer-home");
  }

  private TestClient client(String username) {
    return clients.computeIfAbsent(username, server::signedIn);
  }
}
