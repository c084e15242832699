package anbinh.sightings.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.platform.FieldProblem;
import anbinh.sightings.mqtt.FrigateEvent.Irrelevant;
import anbinh.sightings.mqtt.FrigateEvent.Malformed;
import anbinh.sightings.mqtt.FrigateEvent.Passed;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Events as Frigate writes them, with made-up values.
class FrigateEventReaderTest {
  private static final String TIMES = "\"start_time\": 1796108400.25, \"end_time\": 1796108409.5";

  private static FrigateEvent read(String json) {
    return FrigateEventReader.read(
        json.getBytes(StandardCharsets.UTF_8), Map.of("front_door", "CAM-0007"));
  }

  private static FrigateEvent end(String fields) {
    return read(
        "{\"type\": \"end\", \"before\": {}, \"after\": {\"id\": \"1.5-a\", \"camera\": \"CAM-0001\", "
            + fields
            + "}}");
  }

  private static Map<String, Object> row(String fields) {
    FrigateEvent event = end(fields);
    assertThat(event).isInstanceOf(Passed.class);
    return ((Passed) event).row();
  }

  @Test
  void whatEndedIsARowOfABatch() {
    assertThat(
            row(
                """
                "label": "motorcycle", "sub_label": ["Xe của ông A", 0.9], "false_positive": false,
                "start_time": 1796108400.25, "end_time": 1796108409.5,
                "snapshot": {"frame_time": 1796108404.0, "score": 0.8},
                "path_data": [[[0.2, 0.3], 1796108401.0], [[0.25, 0.9], 1796108409.0]],
                "recognized_license_plate": "36B1-123.45", "recognized_license_plate_score": 0.93
                """))
        .containsOnly(
            Map.entry("id", "1.5-a"),
            Map.entry("camera", "CAM-0001"),
            Map.entry("from", "2026-12-01T07:00:00.250Z"),
            Map.entry("to", "2026-12-01T07:00:09.500Z"),
            Map.entry("best", "2026-12-01T07:00:04Z"),
            Map.entry("class", "MOTORBIKE"),
            Map.entry("direction", "TOWARDS"),
            Map.entry("readings", List.of(Map.of("text", "36B1-123.45", "confidence", .93))),
            Map.entry("model", "Frigate"));
  }

  @Test
  void textAndScoreMayStandInOneArray() {
    assertThat(
            row("\"label\": \"car\", \"recognized_license_plate\": [\"36A12345\", 0.8]," + TIMES))
        .containsEntry("readings", List.of(Map.of("text", "36A12345", "confidence", .8)));
    assertThat(row("\"label\": \"car\", \"recognized_license_plate\": \"36A12345\"," + TIMES))
        .containsEntry("readings", List.of(Map.of("text", "36A12345", "confidence", .0)));
  }

  @Test
  void whoSomebodyIsIsNeverTaken() {
    Map<String, Object> row =
        row(
            """
            "label": "person", "sub_label": ["Nguyễn Văn A", 0.97], "attributes": {"face": 0.9},
            "recognized_license_plate": ["NGUYENVANA", 0.9],
            """
                + TIMES);
    assertThat(row).containsOnlyKeys("id", "camera", "from", "to", "best", "class", "model");
    assertThat(row.toString()).doesNotContain("Nguy").doesNotContain("NGUY");
  }

  @Test
  void dedicatedCamerasTellOfAPlateAlone() {
    assertThat(
            row(
                "\"label\": \"license_plate\", \"recognized_license_plate\": [\"36A12345\", 0.8],"
                    + TIMES))
        .containsKey("readings")
        .doesNotContainKey("class");
  }

  @Test
  void camerasMayHaveOtherNamesThere() {
    assertThat(row("\"label\": \"car\", \"camera\": \"front_door\"," + TIMES))
        .containsEntry("camera", "CAM-0007");
  }

  @Test
  void whatWasParkedForDaysIsToldAroundItsBestPicture() {
    assertThat(
            row(
                """
                "label": "car", "start_time": 1796000000, "end_time": 1796300000,
                "snapshot": {"frame_time": 1796001000}
                """))
        .containsEntry("from", "2026-11-30T00:53:20Z")
        .containsEntry("best", "2026-11-30T01:10:00Z")
        .containsEntry("to", "2026-11-30T13:10:00Z");
  }

  @Test
  void nothingIsStoredOfTheRest() {
    String car = "\"after\": {\"label\": \"car\"}}";
    assertThat(read("{\"type\": \"new\", " + car)).isInstanceOf(Irrelevant.class);
    assertThat(read("{\"type\": \"update\", " + car)).isInstanceOf(Irrelevant.class);
    assertThat(end("\"label\": \"dog\"," + TIMES)).isInstanceOf(Irrelevant.class);
    assertThat(end("\"label\": \"car\", \"false_positive\": true," + TIMES))
        .isInstanceOf(Irrelevant.class);
  }

  @Test
  void whatIsWrongIsNamed() {
    assertThat(read("{\"type\": ")).isEqualTo(malformed("", "", "json"));
    assertThat(read("[]")).isEqualTo(malformed("", "after", "required"));
    assertThat(read("{\"after\": {\"label\": \"car\"}}"))
        .isEqualTo(malformed("", "type", "required"));
    assertThat(end("\"label\": \"car\", \"start_time\": \"soon\""))
        .isEqualTo(malformed("CAM-0001", "after.start_time", "instant"));
    assertThat(end("\"label\": \"car\", \"start_time\": 1796108400, \"end_time\": 1e99"))
        .isEqualTo(malformed("CAM-0001", "after.end_time", "instant"));
    assertThat(read("[".repeat(100_000))).isEqualTo(malformed("", "", "json"));
  }

  private static Malformed malformed(String camera, String field, String code) {
    return new Malformed(camera, new FieldProblem(field, code));
  }
}
