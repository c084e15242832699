package anbinh.team.roster;

import anbinh.areas.Area;
import anbinh.areas.unit.Areas;
import anbinh.identity.AreaScope;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.session.Access;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `/api/teams/roster`: officer and chair see it exactly; auditors, administrators and analysts as
/// figures of their area.
@RestController
class RosterController {
  private static final Role[] OFFICE = {Role.COMMUNITY_OFFICER, Role.CHAIR};
  private static final Role[] READERS = {
    Role.COMMUNITY_OFFICER, Role.CHAIR, Role.AUDITOR, Role.ADMINISTRATOR, Role.ANALYST
  };

  private final Roster roster;
  private final Access access;
  private final Areas areas;

  RosterController(Roster roster, Access access, Areas areas) {
    this.roster = roster;
    this.access = access;
    this.areas = areas;
  }

  /// @param area a commune or a province; left out, all that is the reader's
  @GetMapping("/api/teams/roster")
  RosterView roster(@RequestParam(required = false) @Nullable UUID area) {
    Person reader = access.require(READERS);
    UUID requested = area == null ? reader.areaId() : area;
    Area of = null;
    if (requested != null) {
      access.require(requested, READERS);
      of = areas.get(requested);
    }
    AreaScope seen = access.scope(reader, READERS);
    return roster.of(of, seen, access.may(reader, requested, OFFICE));
  }
}
