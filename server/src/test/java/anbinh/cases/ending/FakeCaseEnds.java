package anbinh.cases.ending;

import anbinh.cases.CaseEnd;
import anbinh.cases.CaseEnding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Ends of cases in memory; EndingIT runs the real ones.
public final class FakeCaseEnds extends CaseEnds {
  private final Map<UUID, CaseEnd> ends = new HashMap<>();
  private final List<CaseEnding> endings = new ArrayList<>();

  @SuppressWarnings("NullAway") // there is no table
  public FakeCaseEnds() {
    super(null, null);
  }

  public CaseEnd add(CaseEnd end) {
    ends.put(end.caseId(), end);
    return end;
  }

  public void add(CaseEnding ending) {
    endings.add(ending);
  }

  @Override
  public Optional<CaseEnd> find(UUID caseId) {
    return Optional.ofNullable(ends.get(caseId));
  }

  @Override
  public List<CaseEnding> list(UUID caseId) {
    return endings.stream().filter(ending -> ending.caseId().equals(caseId)).toList();
  }
}
