package anbinh.cameras.store;

import anbinh.audit.event.RecordedEvent;
import anbinh.seal.json.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a camera is, in named parts: as the database has it, or as the log tells of it.
///
/// @param facts nothing is the empty text
/// @param details null where the log's were erased
public record CameraRecord(
    UUID id, Map<String, String> facts, @Nullable Map<String, String> details) {
  /// The column between the facts and the details.
  static final String DETAILS = "details";

  public CameraRecord {
    facts = Map.copyOf(facts);
    details = details == null ? null : Map.copyOf(details);
  }

  static CameraRecord of(ResultSet row, int number) throws SQLException {
    Map<String, String> facts = new HashMap<>();
    Map<String, String> details = new HashMap<>();
    Map<String, String> parts = facts;
    for (int column = 2; column <= row.getMetaData().getColumnCount(); column++) {
      String part = row.getMetaData().getColumnLabel(column);
      if (part.equals(DETAILS)) {
        parts = details;
        continue;
      }
      @Nullable String value = row.getString(column);
      parts.put(part, value == null ? "" : value);
    }
    return new CameraRecord(row.getObject("id", UUID.class), facts, details);
  }

  /// What an event tells of each camera that it is about.
  public static List<CameraRecord> told(RecordedEvent event) {
    Map<String, Json> details = event.detail() == null ? Map.of() : cameras(event.detail());
    List<CameraRecord> cameras = new ArrayList<>();
    cameras(event.facts())
        .forEach((id, facts) ->
            cameras.add(
                new CameraRecord(
                    UUID.fromString(id),
                    texts(facts),
                    details.containsKey(id) ? texts(details.get(id)) : null)));
    return cameras;
  }

  private static Map<String, Json> cameras(Json.Obj of) {
    return of.find(CameraRecords.CAMERAS).orElse(null) instanceof Json.Obj cameras
        ? cameras.members()
        : Map.of();
  }

  private static Map<String, String> texts(@Nullable Json parts) {
    Map<String, String> texts = new HashMap<>();
    if (parts instanceof Json.Obj some) {
      some.members()
          .forEach((part, value) -> {
            if (value instanceof Json.Str(String text)) {
              texts.put(part, text);
            }
          });
    }
    return texts;
  }

  public String number() {
    return facts.getOrDefault("number", "");
  }

  /// In what the log tells otherwise of the camera, in the order of the parts' names.
  public List<String> differences(CameraRecord logged) {
    var parts = new TreeMap<>(facts);
    var told = new HashMap<>(logged.facts);
    if (details != null && logged.details != null) {
      parts.putAll(details);
      told.putAll(logged.details);
    }
    return parts.entrySet().stream()
        .filter(part -> !part.getValue().equals(told.get(part.getKey())))
        .map(part -> "its " + part.getKey() + " is another one in the log")
        .toList();
  }
}
