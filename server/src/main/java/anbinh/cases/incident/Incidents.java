package anbinh.cases.incident;

import anbinh.audit.event.AuditLog;
import anbinh.cases.Incident;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The incidents of cases as other features see them. Rights are the caller's to check. Safe for
/// many threads.
@Component
@NamedInterface("services")
public class Incidents {
  private final IncidentTable table;
  private final AuditLog log;

  Incidents(IncidentTable table, AuditLog log) {
    this.table = table;
    this.log = log;
  }

  /// In order of time, those that were withdrawn among them.
  public List<Incident> list(UUID caseId) {
    return table.list(caseId);
  }

  /// The incidents that some requests are about, by the request; the others are about their whole
  /// case.
  public Map<UUID, Incident> ofRequests(Collection<UUID> requests) {
    return table.ofRequests(requests);
  }

  /// Says in the caller's transaction that a request, which its case knows, is about an incident of
  /// the same case.
  @Transactional(propagation = Propagation.MANDATORY)
  public void link(UUID requestId, UUID incidentId) {
    table.link(requestId, incidentId);
  }

  /// Erases where the incidents of a case were, in the details of the log as well, in the caller's
  /// transaction.
  @Transactional(propagation = Propagation.MANDATORY)
  public void erasePlaces(UUID caseId) {
    table.erasePlaces(caseId);
    log.eraseDetails(IncidentEvent.PLACED, caseId.toString());
  }
}
