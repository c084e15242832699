package anbinh.evidence.request;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What happened to the request of [RequestFixture], in memory; RequestsIT runs the real table.
public final class FakeRequestTable extends RequestTable {
  private final List<HistoryEntry> history = new ArrayList<>();

  @SuppressWarnings("NullAway") // there is no database
  public FakeRequestTable() {
    super(null, null);
  }

  public HistoryEntry add(Instant at, RequestEventType what, @Nullable UUID who, UUID event) {
    var entry = new HistoryEntry(at, what, who, event);
    history.add(entry);
    return entry;
  }

  @Override
  public List<HistoryEntry> listHistory(UUID id) {
    return List.copyOf(history);
  }

  @Override
  public List<OfCase> listHistoryOfCase(UUID caseId) {
    return history.stream()
        .map(entry -> new OfCase(RequestFixture.REQUEST, RequestFixture.CODE, entry))
        .toList();
  }
}
