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
    document(SimulatedMetadata.frame(at.minus(BEHIND).toString(), content), at);
  }

  private void document(String xml, Instant at) throws Exception {
    Bytes document = Bytes.copyOf(xml.getBytes(StandardCharsets.UTF_8));
    for (MetadataFrame each : MetadataReader.read(document).frames()) {
      over.addAll(followed.add(each, at));
    }
  }

  /// @param object names the object, or nothing
  private void notified(int second, String plate, String object) throws Exception {
    Instant at = NOW.plusSeconds(second);
    document(
        SimulatedMetadata.standardNotification(at.minus(BEHIND).toString(), plate, object), at);
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
  void aNotificationIsAPass() throws Exception {
    notified(0, "36A-123.45", "");
    notified(2, "36A-123.45", "");
    notified(2, "88C-678.90", "");
    over.addAll(followed.over(NOW.plusSeconds(8)));
    assertThat(over)
        .extracting(row -> row.get("readings"))
        .containsExactlyInAnyOrder(
            List.of(Map.of("text", "36A12345", "confidence", .9)),
            List.of(Map.of("text", "88C67890", "confidence", .9)));
    assertThat(over)
        .filteredOn(row -> row.toString().contains("36A12345"))
        .first()
        .satisfies(row ->
            assertThat(row)
                .containsEntry(
                    "id", "CAM-0001/event/" + NOW.minus(BEHIND).toEpochMilli() + "/36A12345")
                .containsEntry("from", "2026-12-01T08:00:00Z")
                .containsEntry("to", "2026-12-01T08:00:02Z")
                .containsEntry("class", "TRUCK")
                .containsEntry("colours", List.of("WHITE"))
                .containsEntry("direction", "TOWARDS"));
  }

  /// A camera repeats it, as after a lost connection: the key is the same, so it is stored once.
  @Test
  void aNotificationThatIsRepeatedLaterHasTheSameKey() throws Exception {
    String xml =
        SimulatedMetadata.standardNotification(NOW.minus(BEHIND).toString(), "36A-123.45", "");
    document(xml, NOW);
    over.addAll(followed.over(NOW.plusSeconds(6)));
    document(xml, NOW.plusSeconds(600));
    over.addAll(followed.end());
    assertThat(over).hasSize(2);
    assertThat(over).extracting(row -> row.get("id")).containsOnly(over.getFirst().get("id"));
  }

  @Test
  void aNotificationOfAnObjectInThePicturesIsNoPassOfItsOwn() throws Exception {
    frame(0, SimulatedMetadata.car("7", "36A12345", .4, 160, 20));
    notified(0, "36A-123.45", SimulatedMetadata.object("7"));
    notified(1, "36A-123.45", "");
    frame(1, SimulatedMetadata.deletion("7"));
    notified(2, "36A-123.45", "");
    over.addAll(followed.end());
    assertThat(over).hasSize(1);
    assertThat(over.getFirst())
        .containsEntry("readings", List.of(Map.of("text", "36A12345", "confidence", .9)));
  }

  @Test
  void anObjectThatIsReadAfterItsNotificationIsTheSame() throws Exception {
    notified(0, "36A-123.45", "");
    frame(1, SimulatedMetadata.car("7", "36A12345", .4, 160, 20));
    frame(2, SimulatedMetadata.car("8", "88C67890", .4, 160, 20));
    assertThat(followed.end()).hasSize(2);
  }

  @Test
  void twoVehiclesWhosePlatesCouldNotBeReadAreTwoPasses() throws Exception {
    for (int second : List.of(0, 1)) {
      document(
          SimulatedMetadata.notification(
              "tns1:RuleEngine/ANPR",
              NOW.plusSeconds(second).toString(),
              "",
              SimulatedMetadata.items("PlateNumber", "unknown", "VehicleType", "Car")),
          NOW.plusSeconds(second));
    }
    assertThat(followed.end())
        .hasSize(2)
        .allSatisfy(row ->
            assertThat(row).containsEntry("class", "CAR").containsEntry("readings", List.of()));
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
