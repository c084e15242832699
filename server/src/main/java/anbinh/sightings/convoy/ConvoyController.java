package anbinh.sightings.convoy;

import anbinh.cases.CaseFile;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.session.Access;
import anbinh.platform.OnlyWhenServing;
import anbinh.platform.WrittenReason;
import anbinh.sightings.casepass.OwnCases;
import jakarta.validation.Valid;
import java.io.IOException;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// `/api/cases/{id}/convoys`: whoever works on an open case finds vehicles that passed the same
/// cameras as one whose passes the case keeps.
@RestController
@OnlyWhenServing
class ConvoyController {
  private final ConvoySearch search;
  private final OwnCases cases;
  private final Access access;

  ConvoyController(ConvoySearch search, OwnCases cases, Access access) {
    this.search = search;
    this.cases = cases;
    this.access = access;
  }

  @PostMapping("/api/cases/{id}/convoys")
  ConvoyView find(@PathVariable UUID id, @Valid @RequestBody ConvoyForm form) throws IOException {
    Person person = access.require(Role.INVESTIGATOR);
    CaseFile file = cases.requireOpen(id, person);
    String reason = WrittenReason.of(form.reason());
    return search.find(file, form, reason, person, access.scope(person, Role.INVESTIGATOR));
  }
}
