package anbinh.sightings.casepass;

import anbinh.cases.CaseFile;
import anbinh.identity.AreaScope;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.session.Access;
import anbinh.platform.Page;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// `/api/cases/{id}/passes`: whoever works on a case keeps passes in it that searches found, and
/// says whether they are of what is sought.
@RestController
@RequestMapping("/api/cases/{id}/passes")
class CasePassesController {
  private final CasePasses passes;
  private final CasePassMapper mapper;
  private final OwnCases cases;
  private final Access access;

  CasePassesController(CasePasses passes, CasePassMapper mapper, OwnCases cases, Access access) {
    this.passes = passes;
    this.mapper = mapper;
    this.cases = cases;
    this.access = access;
  }

  @GetMapping
  Page<CasePassView> list(@PathVariable UUID id) {
    Person person = access.require(Role.INVESTIGATOR);
    return Page.all(mapper.views(passes.list(cases.require(id, person), person)));
  }

  /// Says something else of one that is kept already, or keeps it.
  @PostMapping
  CasePassView keep(@PathVariable UUID id, @Valid @RequestBody NewCasePass said) {
    Person person = access.require(Role.INVESTIGATOR);
    CaseFile file = cases.requireOpen(id, person);
    AreaScope scope = access.scope(person, Role.INVESTIGATOR);
    return mapper.views(List.of(passes.keep(file, said, person, scope))).getFirst();
  }
}
