package anbinh.cases.store;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/// Who works on which case, in memory; CasesIT runs the real ones.
public final class FakeCases extends Cases {
  private final Set<Work> work = new HashSet<>();

  private record Work(UUID caseId, UUID person) {}

  @SuppressWarnings("NullAway") // there is no table
  public FakeCases() {
    super(null, null, null, null);
  }

  public void assign(UUID caseId, UUID person) {
    work.add(new Work(caseId, person));
  }

  @Override
  public boolean worksOn(UUID id, UUID person) {
    return work.contains(new Work(id, person));
  }
}
