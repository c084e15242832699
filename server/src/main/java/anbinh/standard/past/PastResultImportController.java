package anbinh.standard.past;

import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.session.Access;
import anbinh.platform.http.LargeBody;
import anbinh.platform.sheet.ImportReport;
import anbinh.platform.sheet.SheetImportController;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The paths by which lists of results of past years come in.
@RestController
@RequestMapping("/api/standard/past-results/import")
class PastResultImportController extends SheetImportController<Person, ImportReport> {
  PastResultImportController(PastResultImport lists, Access access) {
    super(lists, () -> access.require(Role.COMMUNITY_OFFICER));
  }

  @Bean
  static LargeBody pastResultLists() {
    return new LargeBody("/api/standard/past-results/import", MAX_BYTES);
  }
}
