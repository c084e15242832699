package anbinh.areas.change;

import anbinh.areas.change.PlannedChangeResponseMapper.PlannedView;
import anbinh.areas.unit.Areas;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.session.Access;
import anbinh.platform.Page;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The paths that tell of changes of units to come; anybody signed in may read them, an
/// administrator of the unit above takes one back.
@RestController
@RequestMapping("/api/areas")
class PlannedChangeController {
  private final PlannedChanges planned;
  private final PlannedChangeResponseMapper views;
  private final Areas areas;
  private final Access access;

  PlannedChangeController(
      PlannedChanges planned, PlannedChangeResponseMapper views, Areas areas, Access access) {
    this.planned = planned;
    this.views = views;
    this.areas = areas;
    this.access = access;
  }

  /// All that wait or were not carried out: at most 1,000.
  @GetMapping("/planned")
  Page<PlannedView> list() {
    return Page.all(views.list(access.person()));
  }

  /// Those that mean something for one unit.
  @GetMapping("/{id}/planned")
  Page<PlannedView> list(@PathVariable UUID id) {
    return Page.all(views.list(areas.get(id).id(), access.person()));
  }

  record PlanWithdrawal(@NotBlank @Size(max = 500) String reason) {}

  @PostMapping("/planned/{id}/withdrawal")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void withdraw(@PathVariable UUID id, @Valid @RequestBody PlanWithdrawal body) {
    access.require(Role.ADMINISTRATOR);
    Person person = access.require(planned.above(planned.get(id)), Role.ADMINISTRATOR);
    planned.withdraw(id, body.reason(), person.actor());
  }
}
