package anbinh.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// What waits for somebody, as tests of features ask for it.
public final class WorklistFixture {
  private WorklistFixture() {}

  /// Missing where nothing of a kind waits.
  public static JsonNode entry(TestClient by, WorklistKind kind) {
    Answer answer = by.get("/api/worklist");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer
        .json()
        .path("items")
        .valueStream()
        .filter(each -> each.path("kind").asString().equals(kind.name()))
        .findFirst()
        .orElse(MissingNode.getInstance());
  }

  public static int count(TestClient by, WorklistKind kind) {
    return entry(by, kind).path("count").asInt(0);
  }

  public static int overdue(TestClient by, WorklistKind kind) {
    return entry(by, kind).path("overdue").asInt(0);
  }
}
