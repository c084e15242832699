package anbinh.cases.store;

import anbinh.cases.CaseFile;
import anbinh.cases.LinkedRequest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The table of cases in memory; CasesIT runs the real one.
public final class FakeCaseTable extends CaseTable {
  private final Map<UUID, CaseFile> cases = new HashMap<>();
  private final Map<UUID, List<LinkedRequest>> requests = new HashMap<>();

  @SuppressWarnings("NullAway") // there is no database
  public FakeCaseTable() {
    super(null, null);
  }

  @Override
  public void insert(CaseFile opened) {
    cases.put(opened.id(), opened);
  }

  @Override
  public void updatePlace(CaseFile file) {
    cases.put(file.id(), file);
  }

  @Override
  public void close(UUID id, CaseFile.Outcome outcome) {
    cases.computeIfPresent(id, (_, file) -> FakeCases.closed(file, outcome));
  }

  @Override
  public Optional<CaseFile> find(UUID id) {
    return Optional.ofNullable(cases.get(id));
  }

  @Override
  public Optional<CaseFile> findForUpdate(UUID id) {
    return find(id);
  }

  @Override
  public void noteRequest(UUID caseId, LinkedRequest request) {
    requests.computeIfAbsent(caseId, _ -> new ArrayList<>()).add(request);
  }

  @Override
  public Map<UUID, List<LinkedRequest>> listRequests(Collection<UUID> caseIds) {
    Map<UUID, List<LinkedRequest>> found = new HashMap<>(requests);
    found.keySet().retainAll(caseIds);
    return found;
  }

  public Collection<CaseFile> all() {
    return List.copyOf(cases.values());
  }
}
