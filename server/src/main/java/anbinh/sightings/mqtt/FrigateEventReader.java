package anbinh.sightings.mqtt;

import anbinh.platform.FieldProblem;
import anbinh.sightings.mqtt.FrigateEvent.Irrelevant;
import anbinh.sightings.mqtt.FrigateEvent.Malformed;
import anbinh.sightings.mqtt.FrigateEvent.Passed;
import anbinh.sightings.source.PictureWay;
import anbinh.vision.Direction;
import anbinh.vision.ObjectClass;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads one event of Frigate (0.14 to 0.17): a JSON object of the topic `frigate/events` with
/// `type`, and with `after`, the object that is followed. For one thread.
///
/// Of a person nothing is read but that somebody passed: neither `sub_label`, which holds the name
/// where Frigate knows a face, nor attributes.
final class FrigateEventReader {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String MODEL = "Frigate";

  /// The year 2200: what a clock can show.
  private static final double MAX_SECONDS = 7_258_118_400.0;

  /// Longer than a pass may last, as that of a car that is parked, it is told as half a day before
  /// and half a day after its best picture at most.
  private static final Duration HALF_A_PASS = Duration.ofHours(12);

  /// Of the points of a way in `path_data`: position, time.
  private static final int X = 0;

  private static final int Y = 1;

  private final JsonNode event;
  private final JsonNode after;
  private final Map<String, String> cameras;

  private FrigateEventReader(JsonNode event, Map<String, String> cameras) {
    this.event = event;
    this.after = event.path("after");
    this.cameras = cameras;
  }

  /// @param cameras the codes of cameras by Frigate's names, where they differ
  static FrigateEvent read(byte[] payload, Map<String, String> cameras) {
    try {
      return new FrigateEventReader(JSON.readTree(payload), cameras).read();
    } catch (JacksonException e) {
      return new Malformed("", new FieldProblem("", "json"));
    }
  }

  private FrigateEvent read() {
    String type = event.path("type").asString("");
    if (!after.isObject()) {
      return malformed("after", "required");
    }
    if (type.isEmpty()) {
      return malformed("type", "required");
    }
    String label = after.path("label").asString("");
    if (!type.equals("end") || after.path("false_positive").asBoolean(false) || !passes(label)) {
      return new Irrelevant();
    }
    return passed(label);
  }

  private FrigateEvent passed(String label) {
    Instant start = time(after.path("start_time"));
    Instant end = time(after.path("end_time"));
    if (start == null) {
      return malformed("after.start_time", "instant");
    }
    if (end == null) {
      return malformed("after.end_time", "instant");
    }
    Instant best = time(after.at("/snapshot/frame_time"));
    if (best == null || best.isBefore(start) || best.isAfter(end)) {
      best = start;
    }
    Map<String, Object> row = new HashMap<>();
    row.put("id", after.path("id").asString(""));
    String camera = after.path("camera").asString("");
    row.put("camera", cameras.getOrDefault(camera, camera));
    row.put("from", later(start, best.minus(HALF_A_PASS)).toString());
    row.put("to", earlier(end, best.plus(HALF_A_PASS)).toString());
    row.put("best", best.toString());
    row.put("model", MODEL);
    objectClass(label).ifPresent(each -> row.put("class", each.name()));
    if (!label.equals("person")) {
      reading().ifPresent(each -> row.put("readings", List.of(each)));
    }
    Direction direction = direction();
    if (direction != null) {
      row.put("direction", direction.name());
    }
    return new Passed(row);
  }

  /// Whether what Frigate calls so is a vehicle or a person. What dedicated cameras see is a plate
  /// alone.
  private static boolean passes(String label) {
    return label.equals("license_plate") || objectClass(label).isPresent();
  }

  private static Optional<ObjectClass> objectClass(String label) {
    return Optional.ofNullable(
        switch (label) {
          case "motorcycle" -> ObjectClass.MOTORBIKE;
          case "car" -> ObjectClass.CAR;
          case "van" -> ObjectClass.VAN;
          case "truck", "garbage_truck" -> ObjectClass.TRUCK;
          case "bus", "school_bus" -> ObjectClass.BUS;
          case "bicycle" -> ObjectClass.BICYCLE;
          case "person" -> ObjectClass.PERSON;
          default -> null;
        });
  }

  /// Frigate says text and score in two fields, or in an array of both, depending on its version.
  /// Where there is no score it is 0: nobody says how sure it is.
  private Optional<Map<String, Object>> reading() {
    JsonNode plate = after.path("recognized_license_plate");
    JsonNode text = plate.isArray() ? plate.path(0) : plate;
    JsonNode score = plate.isArray() ? plate.path(1) : after.path("recognized_license_plate_score");
    return text.isString() && !text.asString().isBlank()
        ? Optional.of(Map.of("text", text.asString(), "confidence", score.asDouble(0)))
        : Optional.empty();
  }

  private @Nullable Direction direction() {
    JsonNode path = after.path("path_data");
    JsonNode first = path.path(0).path(0);
    JsonNode last = path.path(path.size() - 1).path(0);
    return PictureWay.direction(
        last.path(X).asDouble(0) - first.path(X).asDouble(0),
        last.path(Y).asDouble(0) - first.path(Y).asDouble(0));
  }

  /// Seconds since 1970 with their part; null where it is none that a clock can show.
  private static @Nullable Instant time(JsonNode node) {
    double seconds = node.isNumber() ? node.asDouble() : -1;
    return seconds > 0 && seconds < MAX_SECONDS
        ? Instant.ofEpochMilli(Math.round(seconds * 1_000))
        : null;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private Malformed malformed(String field, String code) {
    return new Malformed(after.path("camera").asString(""), new FieldProblem(field, code));
  }
}
