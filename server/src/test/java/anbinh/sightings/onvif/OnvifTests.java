package anbinh.sightings.onvif;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.testing.Await;
import anbinh.testing.TestServer;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/// A simulated camera that tells by itself what passes, on the real database.
public final class OnvifTests {
  private final TestServer server;
  private final MetadataCamera camera;

  public OnvifTests(TestServer server, MetadataCamera camera) {
    this.server = server;
    this.camera = camera;
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

  private boolean isConnected() {
    return server
        .signedIn("boss")
        .get("/api/sighting-sources")
        .json()
        .path("items")
        .valueStream()
        .filter(each -> each.path("kind").asString().equals("ONVIF"))
        .anyMatch(each -> each.at("/connections/0/state").asString().equals("CONNECTED"));
  }

  public void whatACameraFollowsIsAPass() throws IOException {
    Await.until("a camera that sends", this::isConnected);
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
  }
}
