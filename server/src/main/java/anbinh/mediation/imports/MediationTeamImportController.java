package anbinh.mediation.imports;

import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.session.Access;
import anbinh.platform.http.LargeBody;
import anbinh.platform.sheet.ImportReport;
import anbinh.platform.sheet.SheetImportController;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The paths by which lists of mediation teams come in.
@RestController
@RequestMapping("/api/mediation-teams/import")
class MediationTeamImportController extends SheetImportController<Person, ImportReport> {
  MediationTeamImportController(MediationTeamImport lists, Access access) {
    super(lists, () -> access.require(Role.VILLAGE_HEAD, Role.PARTNER));
  }

  @Bean
  static LargeBody mediationTeamLists() {
    return new LargeBody("/api/mediation-teams/import", MAX_BYTES);
  }
}
