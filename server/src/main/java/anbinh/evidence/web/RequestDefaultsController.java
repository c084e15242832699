package anbinh.evidence.web;

import anbinh.cases.CaseFile;
import anbinh.cases.store.Cases;
import anbinh.evidence.request.Application;
import anbinh.evidence.request.EvidenceRequest;
import anbinh.evidence.request.LegalBasis;
import anbinh.evidence.request.Offence;
import anbinh.evidence.request.RequestName;
import anbinh.evidence.request.RequestTable;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.session.Access;
import anbinh.platform.SiteClock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// `/api/cases/{id}/request-defaults`: what an investigator need not choose again for another
/// request of a case. Why the footage is needed, and the paper that asks for it, are of one request
/// and never suggested.
@RestController
class RequestDefaultsController {
  private final Access access;
  private final Cases cases;
  private final RequestTable requests;
  private final SiteClock clock;

  RequestDefaultsController(Access access, Cases cases, RequestTable requests, SiteClock clock) {
    this.access = access;
    this.cases = cases;
    this.requests = requests;
    this.clock = clock;
  }

  @GetMapping("/api/cases/{id}/request-defaults")
  RequestDefaultsView get(@PathVariable UUID id) {
    access.require(Role.INVESTIGATOR);
    CaseFile found = cases.get(id);
    Person reader = access.require(found.areaId(), Role.INVESTIGATOR);
    return requests
        .findLatest(found.id(), reader.id())
        .map(this::ofRequest)
        .orElseGet(() -> ofType(found.type()));
  }

  private RequestDefaultsView ofRequest(EvidenceRequest last) {
    Application application = last.application();
    return new RequestDefaultsView(
        application.purpose(),
        inForce(Optional.of(application.legalBasis())),
        application.offence(),
        application.subject(),
        new RequestName(last.id(), last.code()));
  }

  private RequestDefaultsView ofType(String type) {
    Optional<Offence> offence = Offence.ofCase(type);
    return new RequestDefaultsView(
        null, inForce(offence.flatMap(Offence::usualBasis)), offence.orElse(null), null, null);
  }

  private @Nullable LegalBasis inForce(Optional<LegalBasis> basis) {
    return basis.filter(law -> law.inForce(clock.today())).orElse(null);
  }
}
