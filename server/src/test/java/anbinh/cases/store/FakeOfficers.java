package anbinh.cases.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Who works on one case, in memory; CasesIT runs the real table.
public final class FakeOfficers extends OfficerTable {
  private final List<Officer> officers = new ArrayList<>();

  @SuppressWarnings("NullAway") // there is no database
  public FakeOfficers() {
    super(null);
  }

  @Override
  public boolean putOn(UUID caseId, UUID personId, Instant since) {
    return officers.add(new Officer(personId, since));
  }

  @Override
  public List<Officer> list(UUID caseId) {
    return List.copyOf(officers);
  }
}
