package anbinh.teamwork.group;

import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.session.Access;
import anbinh.platform.http.LargeBody;
import anbinh.platform.sheet.SheetImportController;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The paths by which lists of groups of households come in.
@RestController
@RequestMapping("/api/self-managed-groups/import")
class GroupImportController extends SheetImportController<Person, GroupReport> {
  GroupImportController(GroupImport lists, Access access) {
    super(lists, () -> access.require(Role.COMMUNITY_OFFICER));
  }

  /// The groups of a province are about two megabytes.
  @Bean
  static LargeBody groupLists() {
    return new LargeBody("/api/self-managed-groups/import", MAX_BYTES);
  }
}
