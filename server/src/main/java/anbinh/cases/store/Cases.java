package anbinh.cases.store;

import anbinh.audit.event.AuditLog;
import anbinh.audit.event.RecordedEvent;
import anbinh.cases.CaseFile;
import anbinh.cases.CaseProblem;
import anbinh.cases.LinkedRequest;
import anbinh.identity.CurrentCases;
import anbinh.platform.Problem;
import anbinh.platform.Site;
import anbinh.seal.json.Json;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The register of cases as other features see it. Rights are the caller's to check. Safe for many
/// threads.
@Component
@NamedInterface("services")
public class Cases implements CurrentCases {
  private final CaseTable table;
  private final OfficerTable officers;
  private final AuditLog log;
  private final Site site;

  Cases(CaseTable table, OfficerTable officers, AuditLog log, Site site) {
    this.table = table;
    this.officers = officers;
    this.log = log;
    this.site = site;
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

  /// In what a case differs from the event that opened it, for the administrator. Those of a
  /// demonstration's filling have no event.
  public List<String> differences(CaseFile file) {
    List<RecordedEvent> opened = log.listAbout(CaseEvent.OPENED, file.id().toString());
    if (opened.isEmpty()) {
      return site.demonstration() ? List.of() : List.of("the log does not tell of its case");
    }
    Json.Obj facts = opened.getFirst().facts();
    Map<String, String> parts =
        Map.of("number", file.code(), "type", file.type(), "area", file.areaId().toString());
    return parts.entrySet().stream()
        .filter(part -> !facts.find(part.getKey()).equals(Optional.of(Json.of(part.getValue()))))
        .map(
            part -> "case " + file.code() + ": its " + part.getKey() + " is another one in the log")
        .sorted()
        .toList();
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
  public CaseFile lockOpen(UUID id) {
    CaseFile file = table.findForUpdate(id).orElseThrow(() -> Problem.of(CaseProblem.NO_SUCH_CASE));
    if (!file.open()) {
      throw Problem.of(CaseProblem.CASE_CLOSED, file.code());
    }
    return file;
  }

  /// Notes in the case where one of its requests stands, in the caller's transaction.
  @Transactional(propagation = Propagation.MANDATORY)
  public void noteRequest(UUID caseId, LinkedRequest request) {
    table.noteRequest(caseId, request);
  }
}
