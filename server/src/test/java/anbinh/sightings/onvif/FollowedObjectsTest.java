package anbinh.sightings.onvif;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.media.Bytes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FollowedObjectsTest {
  private static final Instant NOW = Instant.parse("2026-12-01T08:00:00Z");

  /// What the camera's clock is behind.
  private static final Duration BEHIND = Duration.ofHours(7);

  private final FollowedObjects followed = new FollowedObjects("CAM-0001");
  private final List<Map<String, Object>> over = new ArrayList<>();

  private void frame(int second, String content) throws Exception {
    Instant at = NOW.plusSeconds(second);
    String xml = SimulatedMetadata.frame(at.minus(BEHIND).toString(), content);
    for (MetadataFrame each :
        MetadataReader.read(Bytes.copyOf(xml.getBytes(StandardCharsets.UTF_8)))) {
      over.addAll(followed.add(each, at));
    }
  }

  @Test
  void whatIsDeletedIsOnePassByTheRecordersClock() throws Exception {
    frame(0, SimulatedMetadata.car("7", "36A-12B.45", .4, 160, 20));
    frame(1, SimulatedMetadata.car("7", "36A-128.45", .9, 160, 120));
    frame(2, SimulatedMetadata.car("7", "36A-128.45", .7, 160, 220));
    assertThat(over).isEmpty();
    frame(3, SimulatedMetadata.deletion("7"));
    assertThat(over).hasSize(1);
    assertThat(over.getFirst())
        .containsEntry("id", "CAM-0001/" + NOW.toEpochMilli() + "/1")
        .containsEntry("from", "2026-12-01T08:00:00Z")
        .containsEntry("best", "2026-12-01T08:00:01Z")
        .containsEntry("to", "2026-12-01T08:00:02Z")
        .containsEntry("class", "CAR")
        .containsEntry("direction", "TOWARDS")
        .containsEntry(
            "readings",
            List.of(
                Map.of("text", "36A12845", "confidence", .9),
                Map.of("text", "36A12B45", "confidence", .4)));
  }

  @Test
  void aRiderIsPartOfTheVehicle() throws Exception {
    frame(
        0,
        SimulatedMetadata.car("7", "36A12345", .9, 10, 10)
            + """
            <tt:Object ObjectId="8" Parent="7"><tt:Appearance><tt:Class>
            <tt:Type Likelihood="0.9">Human</tt:Type></tt:Class></tt:Appearance></tt:Object>
            """);
    assertThat(followed.end())
        .singleElement()
        .satisfies(row -> assertThat(row).containsEntry("class", "CAR").containsKey("readings"));
  }

  @Test
  void whatIsNotSeenForSomeSecondsIsOver() throws Exception {
    frame(0, SimulatedMetadata.car("7", "36A12345", .9, 10, 10));
    assertThat(followed.over(NOW.plusSeconds(5))).isEmpty();
    assertThat(followed.over(NOW.plusSeconds(6))).hasSize(1);
    assertThat(followed.over(NOW.plusSeconds(7))).isEmpty();
  }

  @Test
  void anotherPlateUnderTheSameNumberIsAnotherVehicle() throws Exception {
    frame(0, SimulatedMetadata.car("0", "36A12345", .9, 10, 10));
    frame(1, SimulatedMetadata.car("0", "88C67890", .9, 10, 10));
    assertThat(over).hasSize(1);
    assertThat(followed.end()).hasSize(1);
  }

  @Test
  void whatIsNeitherNamedNorReadIsNoPass() throws Exception {
    frame(0, "<tt:Object ObjectId=\"3\"/>" + SimulatedMetadata.deletion("3"));
    assertThat(over).isEmpty();
    assertThat(followed.end()).isEmpty();
  }

  @Test
  void aCameraWithoutEndOfNumbersFillsNoMemory() throws Exception {
    for (int i = 0; i < 1_000; i++) {
      frame(0, SimulatedMetadata.car("n" + i, "36A12345", .9, 10, 10));
    }
    assertThat(followed.end()).hasSize(500);
  }
}
