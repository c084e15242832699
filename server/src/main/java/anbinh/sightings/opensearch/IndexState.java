package anbinh.sightings.opensearch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/// How far an index has the stream. It is written after every pass up to its position was
/// acknowledged, and before anything is deleted, so that no crash makes it say too much.
///
/// @param position up to which all is kept
/// @param dropped before which nothing is kept, in milliseconds since 1970
/// @param weeks in which passes are kept; those that were dropped may still be among them
record IndexState(long position, long dropped, SortedSet<Long> weeks) {
  /// Of the fields of a pass and of what is kept here: another one cannot be read.
  private static final int VERSION = 1;

  static final IndexState EMPTY = new IndexState(0, Long.MIN_VALUE, new TreeSet<>());

  static IndexState read(JsonNode json) throws IOException {
    int version = json.path("version").asInt(0);
    if (version != VERSION) {
      throw new IOException("the index in OpenSearch is of version %d".formatted(version));
    }
    SortedSet<Long> weeks = new TreeSet<>();
    json.path("weeks").forEach(week -> weeks.add(week.asLong()));
    return new IndexState(json.path("position").asLong(), json.path("dropped").asLong(), weeks);
  }

  Map<String, Object> json() {
    List<Long> kept = new ArrayList<>(weeks);
    return Map.of("version", VERSION, "position", position, "dropped", dropped, "weeks", kept);
  }
}
