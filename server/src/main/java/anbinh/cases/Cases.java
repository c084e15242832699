package anbinh.cases;

import anbinh.cases.officer.OfficerTable;
import anbinh.cases.register.CaseTable;
import anbinh.identity.CurrentCases;
import anbinh.platform.Problem;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The register of cases as other features see it. Rights are the caller's to check. Safe for many
/// threads.
@Component
public class Cases implements CurrentCases {
  private final CaseTable table;
  private final OfficerTable officers;

  Cases(CaseTable table, OfficerTable officers) {
    this.table = table;
    this.officers = officers;
  }

  public CaseFile get(UUID id) {
    return find(id).orElseThrow(() -> Problem.of(CaseProblem.NO_SUCH_CASE));
  }

  public Optional<CaseFile> find(UUID id) {
    return table.find(id);
  }

  /// Those of the cases that exist, by identifier.
  public Map<UUID, CaseFile> find(Collection<UUID> ids) {
    return table.find(ids);
  }

  /// Whether somebody works on the case now.
  public boolean worksOn(UUID id, UUID person) {
    return officers.isOn(id, person);
  }

  @Override
  public boolean in(Set<UUID> areas) {
    return table.openIn(areas);
  }

  @Override
  public boolean ownIn(UUID person, Set<UUID> areas) {
    return table.openIn(areas, person);
  }

  /// Keeps the case open until the caller's transaction ends, so that a request and the closing of
  /// its case cannot miss each other.
  ///
  /// @throws Problem when it is closed or not there
  @Transactional(propagation = Propagation.MANDATORY)
  public CaseFile holdOpen(UUID id) {
    CaseFile held = table.findForUpdate(id).orElseThrow(() -> Problem.of(CaseProblem.NO_SUCH_CASE));
    if (!held.open()) {
      throw Problem.of(CaseProblem.CASE_CLOSED, held.code());
    }
    return held;
  }

  /// Notes in the case where one of its requests stands, in the caller's transaction.
  @Transactional(propagation = Propagation.MANDATORY)
  public void noteRequest(UUID caseId, LinkedRequest request) {
    table.noteRequest(caseId, request);
  }
}
