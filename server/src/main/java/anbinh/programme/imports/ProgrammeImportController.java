package anbinh.programme.imports;

import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.session.Access;
import anbinh.platform.http.LargeBody;
import anbinh.platform.sheet.ImportReport;
import anbinh.platform.sheet.SheetImportController;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The paths by which lists of programmes come in.
@RestController
@RequestMapping("/api/programmes/import")
class ProgrammeImportController extends SheetImportController<Person, ImportReport> {
  ProgrammeImportController(ProgrammeImport lists, Access access) {
    super(lists, () -> access.require(Role.COMMUNITY_OFFICER));
  }

  @Bean
  static LargeBody programmeLists() {
    return new LargeBody("/api/programmes/import", MAX_BYTES);
  }
}
