package anbinh.sightings.opensearch;

import anbinh.sightings.index.Pass;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// A pass as a document. Only what is searched and sorted by is kept; the stream has the rest.
final class PassDocument {
  static final String POSITION = "position";
  static final String TIME = "time";

  /// The camera and the areas in which it stood.
  static final String PLACES = "places";

  /// With [#MODEL] it says what plates cost.
  static final String CAMERA = "camera";

  /// What read the plates.
  static final String MODEL = "model";

  static final String TYPE = "type";
  static final String COLOURS = "colours";
  static final String DIRECTION = "direction";

  /// A field for each reading, the surest first.
  static final List<String> PLATES =
      IntStream.range(0, Pass.READINGS).mapToObj(reading -> "plate" + reading).toList();

  private PassDocument() {}

  static Map<String, Object> of(Pass pass) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put(POSITION, pass.position());
    document.put(TIME, pass.time());
    List<String> places = new ArrayList<>(pass.areas());
    places.add(pass.camera());
    document.put(PLACES, places);
    document.put(CAMERA, pass.camera());
    document.put(MODEL, pass.model());
    for (int reading = 0; reading < pass.plates().size(); reading++) {
      document.put(PLATES.get(reading), pass.plates().get(reading));
    }
    if (pass.type() != null) {
      document.put(TYPE, pass.type());
    }
    if (!pass.colours().isEmpty()) {
      document.put(COLOURS, pass.colours());
    }
    if (pass.direction() != null) {
      document.put(DIRECTION, pass.direction());
    }
    return document;
  }

  /// What the index of each week is made by. Passes are found when the server says so; the interval
  /// is for copies that a node which was away made anew.
  static Map<String, Object> template(String pattern, OpenSearchSettings settings) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (String keyword : List.of(PLACES, TYPE, COLOURS, DIRECTION)) {
      fields.put(keyword, Map.of("type", "keyword"));
    }
    for (String told : List.of(CAMERA, MODEL)) {
      fields.put(told, Map.of("type", "keyword", "index", false));
    }
    fields.put(POSITION, Map.of("type", "long"));
    fields.put(TIME, Map.of("type", "long"));
    PLATES.forEach(plate -> fields.put(plate, Map.of("type", "long")));
    return Map.of(
        "index_patterns",
        List.of(pattern),
        "template",
        Map.of(
            "settings",
            Map.of(
                "number_of_shards",
                settings.shards(),
                "number_of_replicas",
                settings.replicas(),
                "refresh_interval",
                "30s",
                "translog.durability",
                "request"),
            "mappings",
            Map.of(
                "dynamic", "strict", "_source", Map.of("enabled", false), "properties", fields)));
  }
}
