package anbinh.sightings.opensearch;

import anbinh.sightings.index.IndexUnavailable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Writes many documents, each until it was acknowledged.
///
/// A document that is written again takes the place of the one that is there, also where that is
/// the same: only the acknowledgement of its own write says that every copy has it.
final class BulkWriter {
  private static final JsonMapper JSON = JsonMapper.shared();

  /// Some mebibytes at most.
  private static final int MAX_WRITES = 5_000;

  private static final int OK = 200;
  private static final int REDIRECTS = 300;
  private static final int NOT_FOUND = 404;
  private static final int TOO_MANY = 429;
  private static final int FAULTS = 500;

  private final OpenSearchClient client;

  BulkWriter(OpenSearchClient client) {
    this.client = client;
  }

  /// @param document null to delete it
  record Write(String index, long id, @Nullable Map<String, Object> document) {
    private void line(StringBuilder lines) {
      Map<String, String> place = Map.of("_index", index, "_id", Long.toString(id));
      lines.append(JSON.writeValueAsString(Map.of(document == null ? "delete" : "index", place)));
      lines.append('\n');
      if (document != null) {
        lines.append(JSON.writeValueAsString(document)).append('\n');
      }
    }
  }

  /// @throws IndexUnavailable where some were not acknowledged in time
  void write(List<Write> writes) throws IOException {
    for (int i = 0; i < writes.size(); i += MAX_WRITES) {
      writeAll(writes.subList(i, Math.min(writes.size(), i + MAX_WRITES)));
    }
  }

  private void writeAll(List<Write> writes) throws IOException {
    OpenSearchClient.Deadline deadline = client.deadline();
    List<Write> left = writes;
    for (int failures = 0; ; failures++) {
      StringBuilder lines = new StringBuilder();
      left.forEach(write -> write.line(lines));
      JsonNode items = client.postLines("/_bulk", lines.toString()).path("items");
      int before = left.size();
      if (items.size() == before) {
        left = unacknowledged(left, items);
      }
      if (left.isEmpty()) {
        return;
      }
      deadline.pause(
          failures,
          new IndexUnavailable(
              "OpenSearch acknowledged %d of %d writes".formatted(before - left.size(), before)));
    }
  }

  private static List<Write> unacknowledged(List<Write> writes, JsonNode items) throws IOException {
    List<Write> left = new ArrayList<>();
    for (int i = 0; i < writes.size(); i++) {
      Write write = writes.get(i);
      JsonNode result = items.get(i).path(write.document() == null ? "delete" : "index");
      int status = result.path("status").asInt(0);
      boolean isDone =
          (status >= OK && status < REDIRECTS) || (status == NOT_FOUND && write.document() == null);
      if (!isDone && status != 0 && status != TOO_MANY && status < FAULTS) {
        throw new OpenSearchRefusal(
            "the pass at position " + write.id(), status, result.at("/error/type").asString(""));
      }
      if (!isDone) {
        left.add(write);
      }
    }
    return left;
  }
}
