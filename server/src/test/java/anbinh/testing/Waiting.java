package anbinh.testing;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.testing.TestClient.Answer;
import anbinh.worklist.WorklistKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What waits of one kind for somebody, as `/api/worklist` tells it.
public record Waiting(int count, int overdue, @Nullable Instant nextDue) {
  public static Waiting of(TestClient reader, WorklistKind kind) {
    Answer answer = reader.get("/api/worklist");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    for (JsonNode entry : answer.json().path("items")) {
      if (entry.path("kind").asString().equals(kind.name())) {
        JsonNode next = entry.path("nextDue");
        return new Waiting(
            entry.path("count").asInt(),
            entry.path("overdue").asInt(),
            next.isNull() ? null : Instant.parse(next.asString()));
      }
    }
    return new Waiting(0, 0, null);
  }
}
