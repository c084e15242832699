package anbinh.sightings;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.platform.ConsistencyCheck;
import anbinh.testing.Await;
import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
import anbinh.testing.TestGateway;
import anbinh.testing.Waiting;
import anbinh.worklist.WorklistKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Vehicles that are wanted, from the request to the end of the alert.
abstract class WantedVehicleTests extends CasePassTests {
  private static Map<String, Object> wanted(String plate) {
    return new HashMap<>(
        Map.of(
            "plate",
            plate,
            "objectClass",
            "TRUCK",
            "documentNumber",
            "12/CV-CAX",
            "documentOn",
            "2026-01-15",
            "documentAuthority",
            "Công an xã Bá Thước",
            "caseId",
            caseId,
            "areaId",
            commune.id(),
            "reason",
            REASON));
  }

  private static String wantedId(String plate) {
    Answer asked = SERVER.signedIn("investigator").post("/api/wanted-vehicles", wanted(plate));
    assertThat(asked.status()).as(asked.text()).isEqualTo(201);
    assertThat(asked.json().path("state").asString()).isEqualTo("REQUESTED");
    return asked.json().path("id").asString();
  }

  private static Answer decide(String username, String id, String outcome) {
    return SERVER
        .signedIn(username)
        .post(
            "/api/wanted-vehicles/" + id + "/decision",
            Map.of("outcome", outcome, "reason", "Văn bản đúng thẩm quyền, còn hạn"));
  }

  private static Map<String, Object> passNow(String id, String camera, String plate) {
    Map<String, Object> pass = pass(id, camera, plate, "CAR", "WHITE", 0);
    pass.put("from", Instant.now().toString());
    return pass;
  }

  private static List<JsonNode> alerts(String id) {
    List<JsonNode> found = new ArrayList<>();
    SERVER
        .signedIn("officer")
        .get("/api/wanted-vehicles/alerts")
        .json()
        .path("items")
        .forEach(each -> {
          if (each.path("wantedId").asString().equals(id)) {
            found.add(each);
          }
        });
    return found;
  }

  /// An entry is asked for by one and approved by another person; what passes then is told once,
  /// whatever is done again after a crash, and a person says what came of it.
  @Test
  void aWantedVehicleIsToldOnceAndLookedAfterByAPerson() {
    String id = wantedId("36A-567.18");
    batch(key, List.of(passNow("w0", market, "36A56718")));
    assertThat(decide("investigator", id, "APPROVE").code()).isEqualTo("not-your-role");
    assertThat(decide("stranger-approver", id, "APPROVE").code()).isEqualTo("not-your-area");
    assertThat(decide("approver", id, "APPROVE").json().path("state").asString())
        .isEqualTo("ACTIVE");
    assertThat(decide("approver", id, "REFUSE").code()).isEqualTo("wanted-vehicle-decided");
    batch(
        key,
        List.of(
            passNow("w1", market, "36A5671B"),
            passNow("w2", market, "36A56777"),
            passNow("w3", station, "36A56718")));
    Await.untilIs(1, () -> alerts(id).size());
    // As after a crash before the position was stored.
    SERVER
        .database()
        .client()
        .sql("update sightings.wanted_position set last_position = 0")
        .update();
    batch(key, List.of(passNow("w4", market, "36A56718")));
    Await.untilIs(2, () -> alerts(id).size());
    messageSaysNoMoreThanPlateCameraAndTime("36A56718");
    JsonNode alert = alerts(id).getLast();
    assertThat(alert.path("reading").asString()).isEqualTo("36A5671B");
    assertThat(alert.at("/steps/7/kind").asString()).isEqualTo("ALIKE");
    assertThat(alert.path("objectClass").asString()).isEqualTo("CAR");
    assertThat(alert.path("wantedClass").asString()).isEqualTo("TRUCK");
    assertThat(alert.path("platePicture").asString()).isEqualTo(JPEG);
    assertThat(alert.path("state").asString()).isEqualTo("OPEN");
    TestClient officer = SERVER.signedIn("officer");
    Waiting open = Waiting.of(officer, WorklistKind.WANTED_VEHICLE_ALERT);
    assertThat(open).isEqualTo(new Waiting(open.count(), open.count(), null));
    assertThat(open.count()).isPositive();
    assertThat(Waiting.latest(officer, WorklistKind.WANTED_VEHICLE_ALERT))
        .isEqualTo(Instant.parse(alerts(id).getFirst().path("raisedAt").asString()));
    assertThat(Waiting.of(SERVER.signedIn("approver"), WorklistKind.WANTED_VEHICLE_ALERT).count())
        .as("who may not acknowledge it")
        .isZero();
    String path = "/api/wanted-vehicles/alerts/" + alert.path("id").asString() + "/acknowledgement";
    assertThat(SERVER.signedIn("stranger").post(path, Map.of()).code()).isEqualTo("not-your-area");
    Answer checked = officer.post(path, Map.of("finding", "ANOTHER_VEHICLE"));
    assertThat(checked.json().at("/acknowledgement/by/displayName").asString()).isNotBlank();
    assertThat(officer.post(path, Map.of()).code()).isEqualTo("wanted-alert-acknowledged");
    assertThat(
            SERVER
                .signedIn("colleague")
                .post("/api/wanted-vehicles/" + id + "/end", Map.of())
                .code())
        .isEqualTo("not-your-wanted-vehicle");
    assertThat(
            SERVER
                .signedIn("investigator")
                .post("/api/wanted-vehicles/" + id + "/end", Map.of("note", "Đã tìm thấy xe"))
                .json()
                .path("state")
                .asString())
        .isEqualTo("ENDED");
    assertThat(SERVER.leaves(id))
        .extracting(leaf -> leaf.split("\\s", 2)[0])
        .contains(
            "wanted-vehicle.requested",
            "wanted-vehicle.approved",
            "wanted-vehicle.alert-raised",
            "wanted-vehicle.alert-acknowledged",
            "wanted-vehicle.ended");
  }

  private static void messageSaysNoMoreThanPlateCameraAndTime(String plate) {
    Await.until("a message", () -> GATEWAY.calls.size() > 0);
    TestGateway.Call call = GATEWAY.calls.getFirst();
    assertThat(call.signed()).isTrue();
    JsonNode data = call.body().path("data");
    assertThat(data.path("subject").asString()).doesNotContain(plate);
    assertThat(data.path("text").asString()).contains(plate, market, "có thể đọc sai");
    assertThat(data.at("/alerts/0").propertyNames())
        .containsExactlyInAnyOrder("plate", "camera", "at");
    assertThat(call.body().toString()).doesNotContain(REASON, "12/CV-CAX", "WV-", caseId);
  }

  @Test
  void nobodyDecidesTheirOwnAndWhatIsUndecidedFindsNothing() {
    Map<String, Object> asked = wanted("36A-777.77");
    asked.remove("caseId");
    TestClient both = SERVER.signedIn("both");
    TestClient approver = SERVER.signedIn("approver");
    int ofOthers = Waiting.of(both, WorklistKind.WANTED_VEHICLE_DECISION).count();
    int before = Waiting.of(approver, WorklistKind.WANTED_VEHICLE_DECISION).count();
    String own = both.post("/api/wanted-vehicles", asked).json().path("id").asString();
    assertThat(Waiting.of(both, WorklistKind.WANTED_VEHICLE_DECISION).count()).isEqualTo(ofOthers);
    Waiting waiting = Waiting.of(approver, WorklistKind.WANTED_VEHICLE_DECISION);
    assertThat(waiting.count()).isEqualTo(before + 1);
    assertThat(waiting.nextDue()).isAfter(Instant.now());
    assertThat(decide("both", own, "APPROVE").code()).isEqualTo("own-wanted-vehicle");
    batch(key, List.of(passNow("o1", market, "36A77777")));
    assertThat(decide("approver", own, "REFUSE").json().path("state").asString())
        .isEqualTo("REFUSED");
    batch(key, List.of(passNow("o2", market, "36A77777")));
    Await.untilIs(List.of("36A77777", "36A77777"), () -> plates(search("36A-777.77")));
    assertThat(alerts(own)).isEmpty();
  }

  @Test
  void anEntryPastItsTimeIsNotedAsExpired() {
    String id = wantedId("36A-888.81");
    assertThat(decide("approver", id, "APPROVE").status()).isEqualTo(200);
    SERVER
        .database()
        .client()
        .sql("update sightings.wanted_vehicle set expires_at = now() where id = cast(? as uuid)")
        .param(id)
        .update();
    Await.until(
        "an entry of the log",
        () ->
            SERVER.leaves(id).stream().anyMatch(leaf -> leaf.startsWith("wanted-vehicle.expired")));
    assertThat(SERVER.signedIn("officer").get("/api/wanted-vehicles?state=EXPIRED").text())
        .contains(id);
    assertThat(findings(id))
        .as("an expiry that was altered by SQL")
        .containsExactly("the log tells of its request otherwise, or not at all");
  }

  /// What the check finds wrong with an entry.
  private static List<String> findings(String id) {
    String code =
        SERVER
            .database()
            .client()
            .sql("select code from sightings.wanted_vehicle where id = cast(? as uuid)")
            .param(id)
            .query(String.class)
            .single();
    List<String> found = new ArrayList<>();
    SERVER
        .bean("wantedAgainstLog", ConsistencyCheck.class)
        .run(each -> {
          if (each.subject().equals("wanted vehicle " + code)) {
            found.add(each.what());
          }
        });
    return found;
  }

  @Test
  void anEntryThatNobodyApprovedIsNamedByTheCheckAndTellsNobody() {
    String id = wantedId("36A-888.82");
    assertThat(findings(id)).isEmpty();
    SERVER
        .database()
        .client()
        .sql(
            """
            update sightings.wanted_vehicle set state = 'ACTIVE', decided_at = now(),
              decided_by = (select id from identity.person where username = 'approver'),
              decision_reason = 'Văn bản đúng thẩm quyền'
            where id = cast(? as uuid)
            """)
        .param(id)
        .update();
    assertThat(findings(id))
        .containsExactly("the log tells of its decision otherwise, or not at all");
    String approved = wantedId("36C-111.17");
    assertThat(decide("approver", approved, "APPROVE").status()).isEqualTo(200);
    batch(key, List.of(passNow("f1", market, "36A88882"), passNow("f2", market, "36C11117")));
    Await.until("the alert of the other entry", () -> alerts(approved).size() == 1);
    assertThat(alerts(id)).isEmpty();
  }

  @Test
  void anEntryWhosePlateWasChangedTellsNobody() {
    String id = wantedId("36C-222.27");
    assertThat(decide("approver", id, "APPROVE").status()).isEqualTo(200);
    SERVER
        .database()
        .client()
        .sql("update sightings.wanted_vehicle set plate = '36C33337' where id = cast(? as uuid)")
        .param(id)
        .update();
    assertThat(findings(id))
        .containsExactly("the log tells of its request otherwise, or not at all");
    String approved = wantedId("36C-444.47");
    assertThat(decide("approver", approved, "APPROVE").status()).isEqualTo(200);
    batch(key, List.of(passNow("f3", market, "36C33337"), passNow("f4", market, "36C44447")));
    Await.until("the alert of the other entry", () -> alerts(approved).size() == 1);
    assertThat(alerts(id)).isEmpty();
  }
}
