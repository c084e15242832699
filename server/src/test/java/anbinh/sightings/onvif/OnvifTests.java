package anbinh.sightings.onvif;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.testing.Await;
import anbinh.testing.TestClient.Answer;
import anbinh.testing.TestServer;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/// A simulated camera that tells by itself what passes, on the real database.
public final class OnvifTests {
  private final TestServer server;
  private final MetadataCamera camera;
  private final String path;

  /// @param id of the camera in the register
  public OnvifTests(TestServer server, MetadataCamera camera, UUID id) {
    this.server = server;
    this.camera = camera;
    this.path = "/api/sightings/metadata/cameras/" + id;
  }

  private void car(String id, String plate) {
    String now = Instant.now().toString();
    camera.send(SimulatedMetadata.frame(now, SimulatedMetadata.car(id, plate, .9, 160, 20)));
    camera.send(SimulatedMetadata.frame(now, SimulatedMetadata.car(id, plate, .8, 160, 200)));
    camera.send(SimulatedMetadata.frame(now, SimulatedMetadata.deletion(id)));
  }

  private List<String> passes(String plate) {
    return server
        .database()
        .client()
        .sql("select row_to_json(p)::text from sightings.pass p where readings like ?")
        .param("%" + plate + "%")
        .query((row, number) -> row.getString(1))
        .list();
  }

  private JsonNode state() {
    return server.signedIn("officer").get(path).json();
  }

  private JsonNode switched(Map<String, Object> form) {
    Answer answer = server.signedIn("local-boss").patch(path, form);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  private void awaitState(String state) {
    Await.untilIs(state, () -> state().at("/connection/state").asString());
  }

  public void whatACameraFollowsIsAPass() throws IOException {
    assertThat(state().path("switchedOn").asBoolean()).isFalse();
    assertThat(switched(Map.of("on", true)).path("switchedOn").asBoolean()).isTrue();
    awaitState("CONNECTED");
    car("1", "36A55501");
    Await.until("a pass of a camera", () -> passes("36A55501").size() == 1);
    assertThat(passes("36A55501").getFirst()).contains("\"CAR\"", "\"TOWARDS\"", "\"ONVIF\"");
    camera.send(SimulatedMetadata.standardNotification(Instant.now().toString(), "36A-555.03", ""));
    Await.until("a pass of a notification", () -> passes("36A55503").size() == 1);
    assertThat(passes("36A55503").getFirst()).contains("\"TRUCK\"", "\"TOWARDS\"", "\"ONVIF\"");
    camera.send("<broken");
    camera.disconnect();
    Await.until(
        "a pass behind faults",
        () -> {
          car("2", "36A55502");
          return !passes("36A55502").isEmpty();
        });
    assertThat(state().path("lastPassAt").asString()).isNotEmpty();
    whoMaySwitch();
    camera.describeAs("vnd.onvif.metadata.exi.ext");
    switched(Map.of("on", true, "path", "/metadata"));
    assertThat(state().path("path").asString()).isEqualTo("/metadata");
    awaitState("NOT_SUPPORTED");
    assertThat(state().at("/connection/detail").asString()).contains("EXI", "GZIP");
    JsonNode off = switched(Map.of("on", false));
    assertThat(off.path("switchedOn").asBoolean()).isFalse();
    assertThat(off.path("connection").isNull()).isTrue();
    assertThat(server.leaves(off.path("cameraId").asString()))
        .anyMatch(leaf -> leaf.startsWith("sighting-metadata.switched-on"))
        .anyMatch(leaf -> leaf.startsWith("sighting-metadata.switched-off"));
  }

  private void whoMaySwitch() {
    assertThat(server.signedIn("officer").patch(path, Map.of("on", false)).status()).isEqualTo(403);
    assertThat(server.signedIn("stranger").get(path).code()).isEqualTo("not-your-area");
    for (String wrong : List.of("metadata", "//x y", "@10.0.0.9/")) {
      assertThat(
              server.signedIn("local-boss").patch(path, Map.of("on", true, "path", wrong)).status())
          .as(wrong)
          .isEqualTo(400);
    }
  }
}
