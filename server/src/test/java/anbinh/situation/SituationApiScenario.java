package anbinh.situation;

import static anbinh.situation.SituationFixture.made;

import anbinh.areas.Area;
import anbinh.areas.AreaKind;
import anbinh.areas.NewArea;
import anbinh.areas.unit.Areas;
import anbinh.identity.Role;
import anbinh.mediation.MediationFixture;
import anbinh.platform.web.ApiScenario;
import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
import anbinh.testing.TestServer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reports for the sweeps, which a member of a team at home sends and the officer at home receives.
public final class SituationApiScenario implements ApiScenario {
  private static final String PATH = "/api/situations";
  private static final String MEDIA = "/api/situation-media";
  private static final String FLAGS = "/api/situation-flags";

  private final TestServer server;
  private final Area commune;
  private final Map<String, TestClient> clients = new HashMap<>();
  private @Nullable Area village;

  public SituationApiScenario(TestServer server, Area commune) {
    this.server = server;
    this.commune = commune;
  }

  @Override
  public Set<String> paths() {
    return Set.of(PATH, "/api/situation-kinds", MEDIA, FLAGS);
  }

  @Override
  public String address(String operation) {
    String method = operation.substring(0, operation.indexOf(' '));
    String path = operation.substring(operation.indexOf(' ') + 1);
    if (path.equals(PATH + "/emergency")) {
      return path + "?communeId=" + commune.id() + "&kind=THEFT&day=2026-01-01";
    }
    if (path.equals(PATH) || path.equals(FLAGS) || path.endsWith("/written-reports")) {
      return method.equals("GET") ? path + "?limit=200" : path;
    }
    if (path.equals(PATH + "/figures")) {
      return path + "?from=2026-01-01&to=2026-06-30&level=VILLAGE";
    }
    if (path.equals(PATH + "/{id}") && method.equals("PUT")) {
      return path.replace("{id}", UUID.randomUUID().toString());
    }
    if (path.startsWith(FLAGS)) {
      return path.replace("{id}", flag());
    }
    if (path.startsWith(MEDIA)) {
      return path.replace("{id}", media(method.equals("GET")));
    }
    return path.contains("{id}")
        ? path.replace("{id}", prepared(path)).replace("{additionId}", UUID.randomUUID().toString())
        : path;
  }

  /// A report at the step that an operation is for.
  private String prepared(String path) {
    String last = path.substring(path.lastIndexOf('/') + 1);
    if (last.equals("questions")) {
      String id = ofResident();
      act(id, "acknowledgement", Map.of());
      return id;
    }
    boolean mediated = last.equals("mediation");
    String id = report(mediated ? "NEIGHBOUR_DISPUTE" : "THEFT");
    if (last.equals("acknowledgement") || last.equals("additions") || last.equals("retraction")) {
      return id;
    }
    act(id, "acknowledgement", Map.of());
    switch (last) {
      case "retraction-decision" ->
          made(
              member().post(PATH + "/" + id + "/retraction", SituationFixture.reason("Nhầm")), 200);
      case "version-decision" -> {
        Map<String, Object> other = form("THEFT");
        other.put("seen", "Mất hai xe đạp.");
        made(SituationFixture.put(member(), PATH + "/" + id, other), 200);
      }
      case "closure", "reopening" -> {
        act(id, "resolution", body("POST " + PATH + "/{id}/resolution"));
        if (last.equals("reopening")) {
          act(id, "closure", body("POST " + PATH + "/{id}/closure"));
        }
      }
      case "separation" -> act(id, "merge", merging());
      default -> {}
    }
    return id;
  }

  private String ofResident() {
    TestClient resident = server.client();
    resident.get("/api/session");
    ResidentFixture.sent(resident, ResidentFixture.anonymous(commune.id(), "THEFT"));
    return server
        .database()
        .client()
        .sql("select situation_id from situation.follow order by made_at desc limit 1")
        .query(UUID.class)
        .single()
        .toString();
  }

  private void act(String id, String act, Map<String, Object> body) {
    Answer answer = officer().post(PATH + "/" + id + "/" + act, body);
    made(answer, answer.status() == 201 ? 201 : 200);
  }

  private String report(String kind) {
    return SituationFixture.sent(member(), form(kind));
  }

  private String media(boolean arrived) {
    byte[] bytes = TestPictures.jpeg();
    UUID id = UUID.randomUUID();
    Map<String, Object> form = form("THEFT");
    form.put("media", List.of(SituationFixture.medium(id, "PHOTO", bytes)));
    SituationFixture.sent(member(), form);
    if (arrived) {
      made(SituationFixture.putBytes(member(), MEDIA + "/" + id, bytes), 200);
    }
    return id.toString();
  }

  private String flag() {
    String id = UUID.randomUUID().toString();
    server
        .database()
        .client()
        .sql(
            """
            insert into situation.flag
              (id, commune_id, reporter_hash, named_hash, flagged_at, reports)
            values (cast(? as uuid), ?, ?, ?, now(), 3)
            """)
        .params(
            id,
            commune.id(),
            id.getBytes(StandardCharsets.UTF_8),
            id.getBytes(StandardCharsets.UTF_8))
        .update();
    return id;
  }

  private Map<String, Object> form(String kind) {
    Map<String, Object> form = SituationFixture.form(commune.id(), village().id(), kind);
    form.put("people", List.of(SituationFixture.named("Bùi Văn Thử", "WITNESS")));
    form.put(
        "media", List.of(SituationFixture.medium(UUID.randomUUID(), "PHOTO", TestPictures.jpeg())));
    return form;
  }

  private Map<String, Object> merging() {
    String into = report("THEFT");
    act(into, "acknowledgement", Map.of());
    return new HashMap<>(Map.of("intoId", into, "reason", "Cùng một việc ở đầu thôn."));
  }

  @Override
  public Map<String, Object> body(String operation) {
    String path = operation.substring(operation.indexOf(' ') + 1);
    if (operation.startsWith("GET") || path.startsWith(MEDIA)) {
      return new HashMap<>();
    }
    if (operation.equals("PUT " + PATH + "/{id}")) {
      return form("THEFT");
    }
    if (path.contains("/additions/")) {
      return at("words", "Vừa thấy người đó quay lại.");
    }
    String words = "Đã xác minh tại chỗ cùng tổ.";
    return switch (path.substring(path.lastIndexOf('/') + 1)) {
      case "situations" ->
          new HashMap<>(
              Map.of(
                  "id",
                  UUID.randomUUID(),
                  "report",
                  form("THEFT"),
                  "reporter",
                  new HashMap<>(
                      Map.of(
                          "name",
                          "Vi Thị Gọi",
                          "phone",
                          "0912 000 333",
                          "contact",
                          "Gọi buổi trưa"))));
      case "acknowledgement", "look" -> new HashMap<>();
      case "classification" ->
          new HashMap<>(Map.of("kind", "FIGHT", "danger", false, "injured", true, "reason", words));
      case "written-report" -> at("words", words);
      case "referral" ->
          new HashMap<>(Map.of("to", "POLICE", "authority", "Công an tỉnh", "words", words));
      case "mediation" ->
          new HashMap<>(
              Map.of(
                  "villageId",
                  village().id(),
                  "kind",
                  "NEIGHBOURS",
                  "answers",
                  MediationFixture.answers(),
                  "parties",
                  List.of(
                      Map.of("name", "Bùi Văn Một", "address", "Nhà 1", "phone", "0912 000 111"),
                      Map.of("name", "Bùi Văn Hai", "address", "Nhà 2", "phone", "0912 000 222")),
                  "about",
                  "Nuôi gà gây ồn.",
                  "words",
                  words));
      case "resolution" -> {
        Map<String, Object> body = at("words", words);
        body.put("founded", true);
        yield body;
      }
      case "retraction-decision" -> new HashMap<>(Map.of("accepted", true, "reason", words));
      case "version-decision" -> new HashMap<>(Map.of("number", 2, "taken", true, "reason", words));
      case "questions" -> new HashMap<>(Map.of("id", UUID.randomUUID(), "words", words));
      case "notes" -> {
        Map<String, Object> body = at("words", words);
        body.put("correction", false);
        yield body;
      }
      case "merge" -> merging();
      case "closure", "reopening", "recusal", "separation", "opening", "retraction" ->
          SituationFixture.reason(words);
      default -> throw new IllegalStateException("no body for " + operation);
    };
  }

  private static Map<String, Object> at(String name, String words) {
    return new HashMap<>(
        Map.of("occurredAt", Instant.now().minusSeconds(300).toString(), name, words));
  }

  /// What is one's own only is nobody's else; a flag is for who is above.
  @Override
  public Map<String, String> answers() {
    return Map.of(
        "PUT /api/situations/{id}/additions/{additionId}",
        "no-such-situation",
        "POST /api/situations/{id}/retraction",
        "no-such-situation",
        "PUT /api/situation-media/{id}",
        "no-such-situation-media",
        "DELETE /api/situation-media/{id}",
        "no-such-situation-media",
        "GET /api/situations/{id}/written-report",
        "not-your-situation",
        "GET /api/situations/emergency",
        "no-emergency",
        "GET /api/situations/emergency/{id}",
        "no-emergency",
        "POST /api/situation-flags/{id}/opening",
        "not-your-situation");
  }

  @Override
  public Answer call(TestClient client, String operation, String address) {
    return switch (operation.substring(0, operation.indexOf(' '))) {
      case "GET" -> client.get(address);
      case "DELETE" -> client.delete(address);
      case "PUT" ->
          address.startsWith(MEDIA)
              ? SituationFixture.putBytes(client, address, TestPictures.jpeg())
              : SituationFixture.put(client, address, body(operation));
      default -> client.post(address, body(operation));
    };
  }

  private Area village() {
    Area there = village;
    if (there == null) {
      there =
          server
              .bean(Areas.class)
              .create(
                  new NewArea(
                      commune.code() + "-TH1",
                      "Thôn Tin Báo",
                      AreaKind.RESIDENTIAL_AREA,
                      commune.id()),
                  null);
      village = there;
    }
    return there;
  }

  /// Not among those who call, so that what is theirs is nobody's who does.
  private TestClient member() {
    return clients.computeIfAbsent(
        "nguoi-bao",
        username -> {
          server.person(username, commune.id(), Role.TEAM_MEMBER);
          return server.signedIn(username);
        });
  }

  private TestClient officer() {
    return clients.computeIfAbsent("community-officer-home", server::signedIn);
  }
}
