package anbinh.testing;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.testing.TestClient.Answer;
import anbinh.worklist.WorklistKind;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What waits of one kind for somebody, as `/api/worklist` tells it.
public record Waiting(int count, int overdue, @Nullable Instant nextDue) {
  public static Waiting of(TestClient reader, WorklistKind kind) {
    return find(reader, kind)
        .map(entry ->
            new Waiting(
                entry.path("count").asInt(),
                entry.path("overdue").asInt(),
                instant(entry.path("nextDue"))))
        .orElse(new Waiting(0, 0, null));
  }

  /// When the newest of a kind came.
  public static @Nullable Instant latest(TestClient reader, WorklistKind kind) {
    return instant(find(reader, kind).orElseThrow().path("latest"));
  }

  private static @Nullable Instant instant(JsonNode value) {
    return value.isNull() ? null : Instant.parse(value.asString());
  }

  private static Optional<JsonNode> find(TestClient reader, WorklistKind kind) {
    Answer answer = reader.get("/api/worklist");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer
        .json()
        .path("items")
        .valueStream()
        .filter(entry -> entry.path("kind").asString().equals(kind.name()))
        .findFirst();
  }
}
