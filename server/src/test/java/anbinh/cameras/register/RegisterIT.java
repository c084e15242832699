package anbinh.cameras.register;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.areas.Area;
import anbinh.areas.AreaKind;
import anbinh.areas.NewArea;
import anbinh.areas.unit.Areas;
import anbinh.identity.Role;
import anbinh.platform.ConsistencyCheck;
import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
import anbinh.testing.TestServer;
import anbinh.testing.Waiting;
import anbinh.worklist.WorklistKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/// The register over HTTP: cameras of the community, their owners, and what owners state.
class RegisterIT {
  @RegisterExtension static final TestServer SERVER = new TestServer();

  private static Area commune = new Area(new UUID(0, 0), "", "", AreaKind.COMMUNE, null);
  private static TestClient administrator = SERVER.client();
  private static TestClient investigator = SERVER.client();
  private static TestClient officer = SERVER.client();
  private static int made;

  @BeforeAll
  static void people() {
    commune =
        SERVER
            .bean(Areas.class)
            .create(new NewArea("C-1", "Xã Bá Thước", AreaKind.COMMUNE, null), null);
    SERVER.person("administrator", commune.id(), Role.ADMINISTRATOR);
    SERVER.person("investigator", commune.id(), Role.INVESTIGATOR);
    SERVER.person("officer", commune.id(), Role.DUTY_OFFICER);
    administrator = SERVER.signedIn("administrator");
    investigator = SERVER.signedIn("investigator");
    officer = SERVER.signedIn("officer");
  }

  private static Map<String, Object> shop(String name) {
    Map<String, Object> body = new HashMap<>();
    body.put("name", name);
    body.put("areaId", commune.id());
    body.put("reference", "S-" + ++made);
    body.put("ownerKind", "BUSINESS");
    body.put("keepDays", 14);
    body.put(
        "place",
        Map.of(
            "latitude",
            19.8067,
            "longitude",
            105.7764,
            "directionDegrees",
            270,
            "angleDegrees",
            90,
            "rangeMetres",
            40));
    body.put("contact", Map.of("name", "Trần Thị Bảy", "phone", "0912 345 678"));
    body.put("consent", Map.of("form", "PAPER", "on", "2026-01-02", "document", "TT-12/2026"));
    return body;
  }

  private static String added(Map<String, Object> body) {
    Answer answer = administrator.post("/api/cameras/community", body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return "/api/cameras/" + answer.json().path("id").asString();
  }

  private static List<String> leaves(String type, String camera) {
    return SERVER
        .database()
        .client()
        .sql(
            "select convert_from(record, 'UTF8') from audit.event where type = ? and object_id = ?")
        .params(type, camera.substring(camera.lastIndexOf('/') + 1))
        .query((row, number) -> row.getString(1))
        .list();
  }

  @Test
  void registersACameraOfTheCommunityWithItsOwner() {
    String camera = added(shop("Quán Hải Đăng"));
    JsonNode json = officer.get(camera).json();
    assertThat(json.path("kind").asString()).isEqualTo("COMMUNITY");
    assertThat(json.path("code").asString()).matches("CAM-\\d{4}");
    assertThat(json.path("ownerKind").asString()).isEqualTo("BUSINESS");
    assertThat(json.path("consent").path("state").asString()).isEqualTo("GIVEN");
    assertThat(json.path("place").path("rangeMetres").asInt()).isEqualTo(40);
    assertThat(json.path("health").path("connection").asString()).isEqualTo("OFF");
    assertThat(json.path("address").isNull()).isTrue();
    assertThat(officer.get(camera + "/consents").json().path("items")).hasSize(1);
    assertThat(
            officer
                .get(camera + "/coverage?from=2026-01-01T00:00:00Z&to=2026-01-02T00:00:00Z")
                .status())
        .isEqualTo(200);
    assertThat(officer.get("/api/cameras").text())
        .as("the list of what is recorded")
        .doesNotContain("Quán Hải Đăng");
  }

  @Test
  void nothingIsRegisteredWhenAPartIsWrong() {
    long before = rows();
    Map<String, Object> body = shop("Quán Sai Ngày");
    body.put("consent", Map.of("form", "PAPER", "on", "2150-01-02"));
    Answer answer = administrator.post("/api/cameras/community", body);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text()).contains("\"field\":\"consent.on\"", "past-or-present");
    Map<String, Object> police = shop("Chốt công an");
    police.put("ownerKind", "POLICE");
    assertThat(administrator.post("/api/cameras/community", police).code())
        .isEqualTo("consent-not-needed");
    assertThat(rows()).isEqualTo(before);
  }

  private static long rows() {
    return SERVER
        .database()
        .client()
        .sql("select count(*) from cameras.camera")
        .query(Long.class)
        .single();
  }

  @Test
  void aContactIsEncryptedReadByFewAndEachReadingIsLogged() {
    String camera = added(shop("Tạp hóa Bảy"));
    byte[] kept =
        SERVER
            .database()
            .client()
            .sql("select contact_cipher from cameras.owner_contact where camera_id = ?")
            .param(UUID.fromString(camera.substring(camera.lastIndexOf('/') + 1)))
            .query((row, number) -> row.getBytes(1))
            .single();
    assertThat(new String(kept, UTF_8)).doesNotContain("Trần", "0912 345");
    assertThat(officer.get(camera).text()).doesNotContain("0912 345");
    assertThat(officer.get(camera + "/contact?purpose=FOOTAGE").code()).isEqualTo("not-your-role");
    Answer read = investigator.get(camera + "/contact?purpose=FOOTAGE");
    assertThat(read.json().path("phone").asString()).isEqualTo("0912 345 678");
    assertThat(administrator.get(camera + "/contact?purpose=UPKEEP").status()).isEqualTo(200);
    assertThat(investigator.get(camera + "/contact").text()).contains("\"field\":\"purpose\"");
    assertThat(leaves("camera.contact-read", camera))
        .hasSize(2)
        .allSatisfy(leaf -> assertThat(leaf).doesNotContain("Trần", "0912 345"))
        .anySatisfy(leaf -> assertThat(leaf).contains("\"purpose\":\"FOOTAGE\""))
        .anySatisfy(leaf -> assertThat(leaf).contains("\"purpose\":\"UPKEEP\""));
    assertThat(
            administrator
                .post(camera + "/contact", Map.of("name", "Lê Văn Tám", "phone", "0987"))
                .status())
        .isEqualTo(204);
    assertThat(investigator.get(camera + "/contact?purpose=DANGER").json().path("name").asString())
        .isEqualTo("Lê Văn Tám");
  }

  @Test
  void whoWithdrewIsNotAskedAgainAndTheHistoryStays() {
    String camera = added(shop("Nhà bà Chín"));
    String search =
        "/api/cameras/candidates?latitude=19.8067&longitude=105.7763"
            + "&from=2026-01-01T00:00:00Z&to=2026-01-01T01:00:00Z";
    String id = camera.substring(camera.lastIndexOf('/') + 1);
    assertThat(investigator.get(search).text()).contains(id);
    Answer withdrawn =
        administrator.post(
            camera + "/consents",
            Map.of("what", "WITHDRAWN", "form", "RECORDED_CALL", "on", "2026-02-03"));
    assertThat(withdrawn.status()).as(withdrawn.text()).isEqualTo(201);
    assertThat(investigator.get(search).text()).doesNotContain(id);
    assertThat(investigator.get(camera + "/contact?purpose=FOOTAGE").code())
        .isEqualTo("no-contact");
    assertThat(
            administrator.post(camera + "/contact", Map.of("name", "Bà Chín", "phone", "1")).code())
        .isEqualTo("consent-withdrawn");
    assertThat(officer.get(camera).json().path("consent").path("state").asString())
        .isEqualTo("WITHDRAWN");
    JsonNode statements = officer.get(camera + "/consents").json().path("items");
    assertThat(statements).hasSize(2);
    assertThat(statements.get(0).path("what").asString()).isEqualTo("WITHDRAWN");
    assertThat(statements.get(1).path("document").asString()).isEqualTo("TT-12/2026");
    assertThat(leaves("camera.consent-withdrawn", camera)).hasSize(1);

    Answer again =
        administrator.post(
            camera + "/consents", Map.of("what", "GIVEN", "form", "PAPER", "on", "2026-03-01"));
    assertThat(again.status()).isEqualTo(201);
    assertThat(investigator.get(search).text()).contains(id);
  }

  @Test
  void aConnectedCameraWhoseOwnerWithdrewIsNotRecorded() {
    Answer made =
        administrator.post(
            "/api/cameras",
            Map.of(
                "name",
                "Siêu thị",
                "areaId",
                commune.id(),
                "address",
                "rtsp://127.0.0.1:9/x",
                "recording",
                true,
                "keepDays",
                30,
                "ownerKind",
                "BUSINESS"));
    String camera = "/api/cameras/" + made.json().path("id").asString();
    assertThat(made.json().path("consent").path("state").asString()).isEqualTo("NONE");
    int down = officer.get("/api/cameras/summary").json().path("notRecording").asInt();
    assertThat(down).isPositive();
    assertThat(Waiting.of(officer, WorklistKind.CAMERA_NOT_RECORDING))
        .isEqualTo(new Waiting(down, down, null));
    assertThat(Waiting.of(investigator, WorklistKind.CAMERA_NOT_RECORDING).count()).isZero();
    assertThat(
            administrator
                .post(
                    camera + "/consents",
                    Map.of("what", "WITHDRAWN", "form", "PAPER", "on", "2026-02-03"))
                .status())
        .isEqualTo(201);
    assertThat(officer.get(camera).json().path("recording").asBoolean()).isFalse();
    assertThat(administrator.patch(camera, Map.of("recording", true)).code())
        .isEqualTo("consent-withdrawn");
    assertThat(administrator.patch(camera, Map.of("name", "Siêu thị Lam Sơn")).status())
        .isEqualTo(200);
  }

  @Test
  void aCameraOfTheCommunityIsChangedButHasNoStream() {
    String camera = added(shop("Cửa hàng xe"));
    assertThat(administrator.patch(camera, Map.of("recording", true)).code())
        .isEqualTo("not-connected");
    assertThat(administrator.patch(camera, Map.of("address", "rtsp://10.0.0.7/x")).code())
        .isEqualTo("not-connected");
    Answer changed =
        administrator.patch(
            camera,
            Map.of(
                "keepDays",
                7,
                "ownerKind",
                "HOUSEHOLD",
                "place",
                Map.of("latitude", 19.9, "longitude", 105.8)));
    assertThat(changed.status()).as(changed.text()).isEqualTo(200);
    assertThat(changed.json().path("place").path("directionDegrees").isNull()).isTrue();
    assertThat(changed.json().path("ownerKind").asString()).isEqualTo("HOUSEHOLD");
    String other = added(shop("Cửa hàng điện"));
    String taken = officer.get(other).json().path("reference").asString();
    assertThat(administrator.patch(camera, Map.of("reference", taken)).code())
        .isEqualTo("reference-taken");
    assertThat(administrator.delete(camera).status()).isEqualTo(204);
    assertThat(
            officer
                .get("/api/cameras/register?q=cua hang xe".replace(" ", "%20"))
                .json()
                .path("items"))
        .isEmpty();
    assertThat(
            officer
                .get("/api/cameras/register?retired=true&q=cua%20hang%20xe")
                .json()
                .path("items"))
        .hasSize(1);
  }

  @Test
  void theRegisterIsSearchedWithoutAccentsAndReadInParts() {
    List<String> requested = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      requested.add(
          officer.get(added(shop("Đường Đinh Lễ số " + i))).json().path("code").asString());
    }
    List<String> found = new ArrayList<>();
    String next = "";
    do {
      JsonNode page =
          officer.get("/api/cameras/register?q=duong%20dinh&limit=2&after=" + next).json();
      page.path("items").forEach(item -> found.add(item.path("code").asString()));
      next = page.path("next").asString("");
    } while (!next.isEmpty());
    assertThat(found).isEqualTo(requested);
    assertThat(officer.get("/api/cameras/register?q=100%25").json().path("items")).isEmpty();
    assertThat(officer.get("/api/cameras/register?q=dinh&kind=CONNECTED").json().path("items"))
        .isEmpty();
    assertThat(
            officer
                .get(
                    "/api/cameras/register?q=dinh&kind=COMMUNITY&ownerKind=BUSINESS&consent=GIVEN&placed=true")
                .json()
                .path("items"))
        .hasSize(5);
    JsonNode figures = officer.get("/api/cameras/register/figures").json();
    assertThat(figures.path("community").asInt()).isGreaterThanOrEqualTo(5);
    assertThat(figures.path("consentGiven").asInt()).isGreaterThanOrEqualTo(5);
  }

  @Test
  void knowsWhichCamerasHaveASignAndPrintsIt() {
    String camera = added(shop("Quán có biển"));
    Answer printed = officer.get(camera + "/sign.pdf?paper=A5&language=ar");
    assertThat(printed.status()).isEqualTo(200);
    assertThat(printed.header("Content-Type").orElseThrow()).isEqualTo("application/pdf");
    assertThat(printed.text()).startsWith("%PDF-");
    assertThat(officer.get(camera + "/sign.pdf?language=fr").text()).contains("\"language\"");
    assertThat(officer.post(camera + "/sign", Map.of("on", "2026-01-02")).code())
        .isEqualTo("not-your-role");
    assertThat(administrator.post(camera + "/sign", Map.of("on", "2150-01-02")).text())
        .contains("\"on\"");
    Answer put = administrator.post(camera + "/sign", Map.of("on", "2026-01-02"));
    assertThat(put.json().path("sign").path("on").asString()).isEqualTo("2026-01-02");
    assertThat(put.json().path("sign").path("by").toString()).contains("Người administrator");
    String id = camera.substring(camera.lastIndexOf('/') + 1);
    assertThat(officer.get("/api/cameras/register?signed=true&limit=200").text()).contains(id);
    assertThat(officer.get("/api/cameras/register?signed=false&limit=200").text())
        .doesNotContain(id);
    assertThat(administrator.delete(camera + "/sign").status()).isEqualTo(204);
    assertThat(administrator.delete(camera + "/sign").code()).isEqualTo("no-sign");
    assertThat(officer.get("/api/cameras/signs.pdf?kind=COMMUNITY&missing=true").text())
        .startsWith("%PDF-");
    assertThat(officer.get("/api/cameras/signs.pdf?areaId=" + UUID.randomUUID()).code())
        .isEqualTo("no-camera-for-sign");
    assertThat(leaves("camera.sign-put-up", camera)).hasSize(1);
    assertThat(leaves("camera.sign-gone", camera)).hasSize(1);
  }

  /// Where a camera lies says who reads it, its address whose pictures stand under its code, its
  /// switches what a gap was caused by.
  @Test
  void whatSomebodyWritesIntoTheRegisterByTheDatabaseIsNamedByTheCheck() {
    String shop = added(shop("Quán Đối Chiếu"));
    String id = shop.substring(shop.lastIndexOf('/') + 1);
    String code = officer.get(shop).json().path("code").asString();
    JsonNode connected =
        administrator
            .post(
                "/api/cameras",
                Map.of(
                    "name",
                    "Ngã tư Đối Chiếu",
                    "areaId",
                    commune.id(),
                    "address",
                    "rtsp://127.0.0.1:9/x",
                    "recording",
                    true,
                    "keepDays",
                    30))
            .json();
    String crossing = connected.path("id").asString();
    String crossingCode = connected.path("code").asString();
    administrator.patch("/api/cameras/" + crossing, Map.of("recording", false));
    administrator.post(shop + "/sign", Map.of("on", "2026-01-02"));
    assertThat(check()).as("after all that the tests did to the register").isEmpty();
    assertFieldsAreHeld(crossing, crossingCode);
    assertHistoriesAreHeld(crossing, crossingCode, id, code);
    assertCamerasOfOneSideAreNamed(crossing, crossingCode);
  }

  private static void assertFieldsAreHeld(String crossing, String crossingCode) {
    raw("create table kept_camera as select * from cameras.camera where id = '" + crossing + "'");
    Map.ofEntries(
            entry("area_id = gen_random_uuid()", "area"),
            entry("address = 'rtsp://10.9.9.9/other'", "address"),
            entry("username = 'root'", "user name"),
            entry("name = 'Ngã năm'", "name"),
            entry("reference = 'X-1'", "reference"),
            entry("code = 'CAM-9999'", "number"),
            entry("owner_kind = 'HOUSEHOLD'", "owner kind"),
            entry("keep_days = 1", "number of days kept"),
            entry("recording = true", "recording"),
            entry("simulated = true", "simulated"),
            entry("consent = 'GIVEN'", "consent"),
            entry("consent_until = '2030-01-01'", "last day of consent"),
            entry("latitude = 1, longitude = 1", "place"),
            entry("retired_at = now()", "time of retirement"))
        .forEach((change, part) -> {
          raw("update cameras.camera set " + change + " where id = '" + crossing + "'");
          assertThat(check())
              .as(change)
              .containsExactly(
                  "camera %s: its %s is another one in the log"
                      .formatted(part.equals("number") ? "CAM-9999" : crossingCode, part));
          raw(
              """
              update cameras.camera c set area_id = k.area_id, address = k.address,
                username = k.username, name = k.name, reference = k.reference, code = k.code,
                owner_kind = k.owner_kind, keep_days = k.keep_days, recording = k.recording,
                simulated = k.simulated, consent = k.consent, consent_until = k.consent_until,
                latitude = k.latitude, longitude = k.longitude, retired_at = k.retired_at
              from kept_camera k where k.id = c.id
              """);
        });
    raw("drop table kept_camera");
    assertThat(check()).isEmpty();
  }

  private static void assertHistoriesAreHeld(
      String crossing, String crossingCode, String id, String code) {
    List.of(
            "insert into cameras.recording_switch (camera_id, at, state) values ('%s',"
                + " '2026-01-01T00:00:00Z', 'OFF')",
            "update cameras.recording_switch set by = gen_random_uuid() where camera_id = '%s'",
            "update cameras.recording_switch set at = at - interval '1 hour' where camera_id ="
                + " '%s'",
            "delete from cameras.recording_switch where camera_id = '%s' and state = 'OFF'")
        .forEach(change ->
            found(
                change.formatted(crossing),
                "cameras.recording_switch",
                "camera " + crossingCode + ": its history of recording is another one in the log"));
    List.of(
            "delete from cameras.consent where camera_id = '%s'",
            "update cameras.consent set until_on = '2030-01-01' where camera_id = '%s'",
            "insert into cameras.consent (id, camera_id, statement, form, stated_on, recorded_at)"
                + " values (gen_random_uuid(), '%s', 'WITHDRAWN', 'PAPER', '2026-01-03', now())")
        .forEach(change ->
            found(
                change.formatted(id),
                "cameras.consent",
                "camera " + code + ": its history of consent is another one in the log"));
    found(
        "delete from cameras.sign where camera_id = '" + id + "'",
        "cameras.sign",
        "camera " + code + ": its day of the sign is another one in the log");
  }

  private static void assertCamerasOfOneSideAreNamed(String crossing, String crossingCode) {
    raw(
        """
        insert into cameras.camera (id, code, kind, name, area_id, owner_kind, consent, address,
          simulated, recording, keep_days, search_text, created_at)
        select gen_random_uuid(), 'CAM-9998', kind, name, area_id, owner_kind, consent, address,
          simulated, recording, keep_days, search_text, created_at
        from cameras.camera where id = '%s'
        """
            .formatted(crossing));
    assertThat(check()).containsExactly("camera CAM-9998: the log does not tell of it");
    raw("delete from cameras.camera where code = 'CAM-9998'");
    raw(
        "create table kept as select * from cameras.recording_switch where camera_id = '%s'"
            .formatted(crossing));
    raw("delete from cameras.recording_switch where camera_id = '" + crossing + "'");
    raw("update cameras.camera set id = gen_random_uuid() where id = '" + crossing + "'");
    assertThat(check())
        .containsExactly(
            "camera " + crossingCode + ": the log does not tell of it",
            "camera " + crossingCode + ": the log has it, and the database does not");
    raw("update cameras.camera set id = '%s' where code = '%s'".formatted(crossing, crossingCode));
    raw("insert into cameras.recording_switch select * from kept");
    raw("drop table kept");
    assertThat(check()).isEmpty();
  }

  /// Changes a table, has the check name it, and puts back what was.
  private static void found(String change, String table, String finding) {
    raw("create table kept as select * from " + table);
    raw(change);
    assertThat(check()).as(change).containsExactly(finding);
    raw("delete from " + table);
    raw("insert into " + table + " select * from kept");
    raw("drop table kept");
  }

  private static void raw(String sql) {
    SERVER.database().client().sql(sql).update();
  }

  private static List<String> check() {
    var found = new ArrayList<String>();
    SERVER.beans(ConsistencyCheck.class).stream()
        .filter(each -> each.subject().equals("cameras against log"))
        .forEach(each -> each.run(finding -> found.add(finding.subject() + ": " + finding.what())));
    return found;
  }
}
