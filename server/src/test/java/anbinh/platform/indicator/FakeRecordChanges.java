package anbinh.platform.indicator;

import anbinh.platform.sql.FakeSqlClient;
import java.util.HashMap;
import java.util.Map;

/// Changes that a test notes; `ReportRecordTests` has those that triggers note.
public final class FakeRecordChanges extends RecordChanges {
  private final Map<String, Long> changes = new HashMap<>();

  public FakeRecordChanges() {
    super(new FakeSqlClient());
  }

  public void note(String feature) {
    changes.merge(feature, 1L, Long::sum);
  }

  @Override
  public Map<String, Long> list() {
    return Map.copyOf(changes);
  }
}
