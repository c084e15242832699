package anbinh.sightings.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.testing.Await;
import anbinh.testing.TestServer;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// Events of Frigate by a real broker, on the real database.
public final class FrigateTests {
  private final TestServer server;
  private final TestBroker broker;
  private final String camera;

  /// @param camera the code of one
  public FrigateTests(TestServer server, TestBroker broker, String camera) {
    this.server = server;
    this.broker = broker;
    this.camera = camera;
  }

  private static String event(String type, String id, String camera, String label) {
    long now = Instant.now().getEpochSecond();
    return """
    {"type": "%s", "before": {}, "after": {"id": "%s", "camera": "%s", "label": "%s",
     "sub_label": ["Nguyễn Văn A", 0.97], "start_time": %d.5, "end_time": %d.25,
     "false_positive": false, "recognized_license_plate": ["36A-777.77", 0.91]}}
    """
        .formatted(type, id, camera, label, now - 9, now - 2);
  }

  private void end(String id) {
    broker.publish(event("end", id, camera, "car"));
  }

  private List<String> passes(String id) {
    return server
        .database()
        .client()
        .sql("select row_to_json(p)::text from sightings.pass p where source_key = ?")
        .param(id)
        .query((row, number) -> row.getString(1))
        .list();
  }

  private boolean isStored(String id) {
    return passes(id).size() == 1;
  }

  private JsonNode source() {
    return server
        .signedIn("boss")
        .get("/api/sighting-sources")
        .json()
        .path("items")
        .valueStream()
        .filter(each -> each.path("kind").asString().equals("MQTT"))
        .findAny()
        .orElseThrow();
  }

  private String state() {
    return source().at("/connections/0/state").asString();
  }

  public void whatEndsIsStoredOnceAndWithoutNames() {
    Await.untilIs("CONNECTED", this::state);
    broker.publish(event("new", "f-1", camera, "car"));
    broker.publish(event("end", "f-2", camera, "person"));
    end("f-1");
    end("f-1");
    end("f-3");
    Await.until("the last of some events", () -> isStored("f-3"));
    assertThat(passes("f-1")).singleElement().asString().contains("36A77777", "\"CAR\"");
    assertThat(passes("f-2")).singleElement().asString().contains("PERSON").doesNotContain("36A");
    assertThat(passes("f-1").toString() + passes("f-2")).doesNotContain("Nguy");
  }

  public void whatIsRefusedIsCountedAndNamed() {
    broker.publish(event("end", "f-4", "kho_xang", "car"));
    broker.publish(event("end", "f-5", "kho_xang", "car"));
    broker.publish("{");
    Await.until("three refusals", () -> source().path("refusedCount").asInt() >= 3);
    JsonNode refusals = source().path("refusals");
    assertThat(refusals.size()).isEqualTo(2);
    assertThat(refusals.toString()).contains("kho_xang", "no-camera", "\"json\"");
    assertThat(passes("f-4")).isEmpty();
  }

  public void aBrokerThatVanishesIsToldAndFoundAgain() {
    broker.kill();
    Await.untilIs("UNREACHABLE", this::state);
    assertThat(source().at("/connections/0/detail").asString()).isNotEmpty();
    broker.start();
    Await.untilIs("CONNECTED", this::state);
    Await.until(
        "a pass by the new broker",
        () -> {
          end("f-6");
          return isStored("f-6");
        });
  }

  /// While the database refuses a pass it is with the broker; the server may end meanwhile.
  public void tellWhatCannotBeStored() {
    Await.untilIs("CONNECTED", this::state);
    execute("alter table sightings.pass add constraint held check (source_key <> 'f-7') not valid");
    end("f-7");
    Await.until("a store that fails", () -> worker().failingFor().isPresent());
  }

  /// The server does not run.
  public void mend() {
    execute("alter table sightings.pass drop constraint held");
    end("f-8");
  }

  public void whatWasNotStoredIsToldAgain() {
    Await.until("the pass that could not be stored", () -> isStored("f-7"));
    Await.until("what passed while the server did not run", () -> isStored("f-8"));
  }

  private FrigateWorker worker() {
    return server.bean(FrigateWorker.class);
  }

  private void execute(String sql) {
    server.database().client().sql(sql).update();
  }
}
