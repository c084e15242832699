package anbinh.team.imports;

import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.session.Access;
import anbinh.platform.http.LargeBody;
import anbinh.platform.sheet.SheetImportController;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The paths by which lists of teams come in.
@RestController
@RequestMapping("/api/teams/import")
class TeamImportController extends SheetImportController<Person, TeamReport> {
  TeamImportController(TeamImport lists, Access access) {
    super(lists, () -> access.require(Role.COMMUNITY_OFFICER));
  }

  /// The teams of a province are about three megabytes.
  @Bean
  static LargeBody teamLists() {
    return new LargeBody("/api/teams/import", MAX_BYTES);
  }
}
