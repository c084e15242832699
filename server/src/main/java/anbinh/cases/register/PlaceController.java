package anbinh.cases.register;

import anbinh.cases.CaseFile;
import anbinh.cases.CaseProblem;
import anbinh.cases.form.Reason;
import anbinh.cases.store.CaseTable;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.session.Access;
import anbinh.platform.Problem;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// `/api/cases/{id}/place` and `/protection`: investigators of the area change them, with a reason.
@RestController
@RequestMapping("/api/cases/{id}")
class PlaceController {
  private final CaseTable table;
  private final CasePlaces places;
  private final CaseResponseMapper views;
  private final Access access;

  PlaceController(CaseTable table, CasePlaces places, CaseResponseMapper views, Access access) {
    this.table = table;
    this.places = places;
    this.views = views;
    this.access = access;
  }

  @PostMapping("/place")
  CaseView place(@PathVariable UUID id, @Valid @RequestBody NewPlace requested) {
    Person investigator = require(id);
    return views.of(
        places.move(id, requested, Reason.stripped(requested.reason()), investigator),
        investigator);
  }

  @PostMapping("/protection")
  CaseView protect(@PathVariable UUID id, @Valid @RequestBody NewProtection requested) {
    Person investigator = require(id);
    return views.of(
        places.protect(
            id, requested.protection(), Reason.stripped(requested.reason()), investigator),
        investigator);
  }

  private Person require(UUID id) {
    access.require(Role.INVESTIGATOR);
    CaseFile found = table.find(id).orElseThrow(() -> Problem.of(CaseProblem.NO_SUCH_CASE));
    return access.require(found.areaId(), Role.INVESTIGATOR);
  }
}
