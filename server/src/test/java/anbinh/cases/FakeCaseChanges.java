package anbinh.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// What was changed in cases, in memory; CasesIT runs the real table.
public final class FakeCaseChanges extends CaseChanges {
  private final List<CaseChange> changes = new ArrayList<>();

  @SuppressWarnings("NullAway") // there is no database
  public FakeCaseChanges() {
    super(null);
  }

  @Override
  public void add(CaseChange change) {
    changes.add(change);
  }

  @Override
  public List<CaseChange> list(UUID caseId) {
    return changes.stream().filter(change -> change.caseId().equals(caseId)).toList();
  }
}
