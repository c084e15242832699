package anbinh.areas.unit;

import anbinh.areas.Area;
import anbinh.areas.NewArea;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.session.Access;
import anbinh.platform.Page;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/areas`: the units; anybody signed in may read them, an administrator adds below their own.
@RestController
@RequestMapping("/api/areas")
class AreasController {
  private final Areas areas;
  private final Access access;

  AreasController(Areas areas, Access access) {
    this.areas = areas;
    this.access = access;
  }

  @GetMapping
  Page<Area> list() {
    return Page.all(areas.list());
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Area create(@Valid @RequestBody NewArea requested) {
    Person administrator = access.require(requested.parentId(), Role.ADMINISTRATOR);
    return areas.create(requested, administrator.actor());
  }
}
