package anbinh.recording;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.areas.AreaKind;
import anbinh.areas.NewArea;
import anbinh.areas.unit.Areas;
import anbinh.identity.Role;
import anbinh.testing.Await;
import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
import anbinh.testing.TestServer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/// Two communes, the people who look after cameras in the first, and somebody of the second; what
/// they do goes through HTTP.
public final class RecordingFixture {
  public final UUID commune;
  public final UUID elsewhere;
  public final TestClient administrator;
  public final TestClient officer;
  public final TestClient auditor;
  public final TestClient stranger;

  public RecordingFixture(TestServer server) {
    Areas areas = server.bean(Areas.class);
    commune = areas.create(new NewArea("A", "Phường A", AreaKind.COMMUNE, null), null).id();
    elsewhere = areas.create(new NewArea("B", "Phường B", AreaKind.COMMUNE, null), null).id();
    server.person("quantri", commune, Role.ADMINISTRATOR);
    server.person("trucban", commune, Role.DUTY_OFFICER);
    server.person("kiemtoan", commune, Role.AUDITOR);
    server.person("nguoila", elsewhere, Role.DUTY_OFFICER, Role.ADMINISTRATOR);
    administrator = server.signedIn("quantri");
    officer = server.signedIn("trucban");
    auditor = server.signedIn("kiemtoan");
    stranger = server.signedIn("nguoila");
  }

  /// The same people after the server was started anew.
  public RecordingFixture(RecordingFixture before, TestServer server) {
    commune = before.commune;
    elsewhere = before.elsewhere;
    administrator = server.signedIn("quantri");
    officer = server.signedIn("trucban");
    auditor = server.signedIn("kiemtoan");
    stranger = server.signedIn("nguoila");
  }

  /// A body that makes a camera that is recorded.
  public Map<String, Object> form(String name, String address) {
    Map<String, Object> form = new HashMap<>();
    form.put("name", name);
    form.put("areaId", commune);
    form.put("address", address);
    form.put("recording", true);
    form.put("keepDays", 30);
    form.put("simulated", true);
    return form;
  }

  /// Adds a camera and returns its identifier.
  public String addCamera(String name, String address) {
    Answer answer = administrator.post("/api/cameras", form(name, address));
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer.json().path("id").asString();
  }

  public void change(String camera, Map<String, Object> change) {
    Answer answer = administrator.patch("/api/cameras/" + camera, change);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  public JsonNode health(String camera) {
    return officer.get("/api/cameras/" + camera).json().path("health");
  }

  public String connection(String camera) {
    return health(camera).path("connection").asString();
  }

  /// What of the last ten minutes is recorded.
  public JsonNode coverage(String camera) {
    Instant now = Instant.now();
    return coverage(camera, now.minusSeconds(600), now.plusSeconds(10));
  }

  public JsonNode coverage(String camera, Instant from, Instant to) {
    return officer.get("/api/cameras/" + camera + "/coverage?from=" + from + "&to=" + to).json();
  }

  /// The causes of the gaps since a camera's first recording.
  public List<String> missing(String camera) {
    return coverage(camera).path("gaps").findValuesAsString("cause").stream()
        .filter(cause -> !List.of("NOT_YET_RECORDED", "BEING_RECORDED", "FUTURE").contains(cause))
        .toList();
  }

  public Duration recorded(String camera) {
    Duration length = Duration.ZERO;
    for (JsonNode run : coverage(camera).path("recorded")) {
      length = length.plus(Duration.between(instant(run, "from"), instant(run, "to")));
    }
    return length;
  }

  public void awaitRecorded(String camera, Duration length) {
    Await.until("recording", () -> recorded(camera).compareTo(length) >= 0);
  }

  public static Instant instant(JsonNode node, String name) {
    return Instant.parse(node.path(name).asString());
  }
}
