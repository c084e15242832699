package anbinh.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.areas.Area;
import anbinh.areas.AreaKind;
import anbinh.areas.NewArea;
import anbinh.areas.unit.Areas;
import anbinh.cameras.Camera;
import anbinh.cameras.NewCamera;
import anbinh.cameras.NewCommunityCamera;
import anbinh.cameras.OwnerKind;
import anbinh.cameras.store.Cameras;
import anbinh.evidence.collect.FakeFootage;
import anbinh.identity.Role;
import anbinh.sightings.PlateReading;
import anbinh.sightings.store.NewSighting;
import anbinh.sightings.store.SightingStream;
import anbinh.testing.Await;
import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
import anbinh.testing.TestServer;
import anbinh.vision.Colour;
import anbinh.vision.ObjectClass;
import anbinh.vision.pass.Weakness;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/// A commune with two cameras and two of residents, a commune next to it with one, people for every
/// role, and an open case, on a server with [FakeFootage]. The first camera has two minutes of
/// recording in three segments; the second has a gap of ten seconds; the third, elsewhere, has the
/// same as the first. The residents' cameras keep two weeks.
public final class EvidenceFixture {
  /// When the recordings begin.
  public final Instant start = Instant.now().minusSeconds(600).truncatedTo(ChronoUnit.MILLIS);

  public final Area commune;
  public final Area elsewhere;
  public final Camera camera;
  public final Camera gappy;
  public final Camera foreign;
  public final Camera shop;
  public final Camera house;
  public final String caseId;

  private final TestServer server;
  private final Map<String, TestClient> clients = new HashMap<>();

  public EvidenceFixture(TestServer server) {
    this.server = server;
    Areas areas = server.bean(Areas.class);
    commune = areas.create(new NewArea("C-1", "Xã Bá Thước", AreaKind.COMMUNE, null), null);
    elsewhere = areas.create(new NewArea("C-2", "Phường Hạc Thành", AreaKind.COMMUNE, null), null);
    server.person("investigator", commune.id(), Role.INVESTIGATOR);
    server.person("colleague", commune.id(), Role.INVESTIGATOR);
    server.person("approver", commune.id(), Role.APPROVER);
    server.person("second", commune.id(), Role.APPROVER);
    server.person("both", commune.id(), Role.INVESTIGATOR, Role.APPROVER);
    server.person("officer", commune.id(), Role.DUTY_OFFICER);
    server.person("auditor", null, Role.AUDITOR);
    server.person("stranger", elsewhere.id(), Role.INVESTIGATOR);
    server.person("chief", elsewhere.id(), Role.APPROVER);
    camera = addCamera(server, "Cổng chợ", commune);
    gappy = addCamera(server, "Ngã ba", commune);
    foreign = addCamera(server, "Bến xe", elsewhere);
    shop = addResidents(server, "Quán Hải Đăng", commune);
    house = addResidents(server, "Nhà ông Tư", commune);
    FakeFootage footage = server.bean(FakeFootage.class);
    footage.forgetHolds();
    for (Camera one : List.of(camera, foreign)) {
      footage.record(one.id(), start, 40);
      footage.record(one.id(), start.plusSeconds(40), 40);
      footage.record(one.id(), start.plusSeconds(80), 40);
    }
    footage.record(gappy.id(), start, 30);
    footage.record(gappy.id(), start.plusSeconds(40), 80);
    caseId = openCase("investigator", commune);
  }

  private static Camera addCamera(TestServer server, String name, Area area) {
    return server
        .bean(Cameras.class)
        .add(
            new NewCamera(
                name,
                area.id(),
                "rtsp://127.0.0.1:9/" + area.code(),
                null,
                null,
                false,
                30,
                new Camera.Place(20.35, 105.24, 90),
                true),
            null);
  }

  private static Camera addResidents(TestServer server, String name, Area area) {
    return server
        .bean(Cameras.class)
        .add(
            new NewCommunityCamera(
                name,
                area.id(),
                null,
                OwnerKind.HOUSEHOLD,
                14,
                new Camera.Place(20.36, 105.25, 180),
                false),
            null);
  }

  /// Makes a link for the owner of a camera that an approved request grants; returns its secret.
  public String link(UUID request, Camera of) {
    Answer made =
        post("investigator", path(request) + "/owner-requests/" + of.id() + "/link", Map.of());
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    return made.json().path("secret").asString();
  }

  /// A browser of somebody without an account who holds a link.
  public TestClient owner(String secret) {
    TestClient owner = server.client().header("X-Anbinh-Link", secret);
    owner.get("/api/session");
    return owner;
  }

  public TestClient as(String username) {
    return server.signedIn(username);
  }

  /// Sends it as somebody in one session, or in the next one where a test has ended that, or has
  /// let so much time pass that identity must be confirmed again.
  private Answer post(String username, String path, Object body) {
    Answer answer = clients.computeIfAbsent(username, this::as).post(path, body);
    if (answer.status() != 401 && !answer.text().contains("/problems/confirm-yourself")) {
      return answer;
    }
    TestClient next = as(username);
    clients.put(username, next);
    return next.post(path, body);
  }

  public String openCase(String username, Area area) {
    Answer opened =
        post(
            username,
            "/api/cases",
            Map.of(
                "title",
                "Trộm xe máy",
                "type",
                "THEFT",
                "occurredFrom",
                start.toString(),
                "areaId",
                area.id()));
    assertThat(opened.status()).as(opened.text()).isEqualTo(201);
    return opened.json().path("id").asString();
  }

  /// Adds an incident to the case of this world.
  public String incident(Map<String, Object> incident) {
    Answer added = post("investigator", "/api/cases/" + caseId + "/incidents", incident);
    assertThat(added.status()).as(added.text()).isEqualTo(201);
    return added.json().path("id").asString();
  }

  /// A request for ten seconds of cameras, from `offset` seconds after the start on.
  public Map<String, Object> form(int offset, Camera... cameras) {
    Map<String, Object> form = new HashMap<>();
    form.put("caseId", caseId);
    form.put("cameraIds", Arrays.stream(cameras).map(Camera::id).toList());
    form.put("from", start.plusSeconds(offset).plusMillis(350).toString());
    form.put("to", start.plusSeconds(offset).plusMillis(10_350).toString());
    form.put("purpose", "IDENTIFY_VEHICLE");
    form.put("legalBasis", "CPC_2015_ART_107");
    form.put("offence", "THEFT");
    form.put("necessity", "Chỉ camera này nhìn thấy cổng chợ lúc đó.");
    form.put("urgent", false);
    form.put("subjectClass", "SUSPECT");
    form.put("paperNumber", "12/YC-CQĐT");
    form.put("paperDate", "2026-01-02");
    form.put("paperSha256", "e1".repeat(32));
    return form;
  }

  /// Makes a request and returns its identifier.
  public UUID request(Map<String, Object> form) {
    Answer made = post("investigator", "/api/requests", form);
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    return UUID.fromString(made.json().path("id").asString());
  }

  /// A system tells of a car before a camera, whose plate it saw once.
  public void seePass(Camera before, Instant at) {
    UUID source = UUID.randomUUID();
    server
        .database()
        .client()
        .sql(
            """
            insert into sightings.source (id, name, key_hash, added_by, added_at)
            values (:source, 'Cổng chợ', ''::bytea, :source, now())
            """)
        .param("source", source)
        .update();
    server
        .bean(SightingStream.class)
        .append(
            source,
            List.of(
                new NewSighting(
                    "1",
                    before.id(),
                    before.areaId(),
                    at,
                    at,
                    at,
                    ObjectClass.CAR,
                    Set.of(Colour.WHITE),
                    null,
                    List.of(new PlateReading("36A12345", .9, List.of())),
                    "Test 1",
                    null,
                    Weakness.SEEN_ONCE,
                    null,
                    null)));
  }

  public UUID approved(Map<String, Object> form) {
    UUID id = request(form);
    Answer decided = post("approver", path(id) + "/decision", Map.of("outcome", "APPROVE"));
    assertThat(decided.status()).as(decided.text()).isEqualTo(200);
    awaitLog(); // What is taken rests on what the log has.
    return id;
  }

  private void awaitLog() {
    try {
      server.awaitLog();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  public JsonNode get(UUID id) {
    return as("investigator").get(path(id)).json();
  }

  public String state(UUID id) {
    return server
        .database()
        .client()
        .sql("select state from evidence.request where id = ?")
        .param(id)
        .query(String.class)
        .single();
  }

  /// Waits until the request is in a state.
  public void await(UUID id, String state) {
    Await.untilIs(state, () -> state(id));
  }

  public static String path(UUID id) {
    return "/api/requests/" + id;
  }

  /// The codes of the problem's fields, as `field code`.
  public static List<String> errors(Answer answer) {
    List<String> errors = new ArrayList<>();
    answer
        .json()
        .path("errors")
        .forEach(error ->
            errors.add(error.path("field").asString() + " " + error.path("code").asString()));
    return errors;
  }
}
