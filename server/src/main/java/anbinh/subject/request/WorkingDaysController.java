package anbinh.subject.request;

import anbinh.identity.Role;
import anbinh.identity.session.Access;
import anbinh.platform.Page;
import anbinh.subject.calendar.SpecialDay;
import anbinh.subject.calendar.SpecialDayTable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/working-days`: holidays, and weekends that are worked; an administrator of the whole site
/// keeps them.
@RestController
@RequestMapping("/api/working-days")
class WorkingDaysController {
  private static final @Nullable UUID WHOLE_SITE = null;

  private final SpecialDayTable days;
  private final DataRequests requests;
  private final Access access;

  WorkingDaysController(SpecialDayTable days, DataRequests requests, Access access) {
    this.days = days;
    this.requests = requests;
    this.access = access;
  }

  /// @param working whether it is worked although it is a Saturday or Sunday
  record NewDay(
      @NotNull LocalDate day, @NotNull Boolean working, @NotBlank @Size(max = 120) String name) {}

  @GetMapping
  Page<SpecialDay> list() {
    access.require(Role.ADMINISTRATOR, Role.AUDITOR);
    return Page.all(days.list());
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  SpecialDay put(@Valid @RequestBody NewDay requested) {
    var special = new SpecialDay(requested.day(), requested.working(), requested.name().strip());
    requests.put(special, access.require(WHOLE_SITE, Role.ADMINISTRATOR));
    return special;
  }

  @DeleteMapping("/{day}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(@PathVariable LocalDate day) {
    requests.remove(day, access.require(WHOLE_SITE, Role.ADMINISTRATOR));
  }
}
