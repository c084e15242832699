package anbinh.areas.imports;

import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.session.Access;
import anbinh.platform.http.LargeBody;
import anbinh.platform.sheet.SheetImportController;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The paths by which lists of units come in.
@RestController
@RequestMapping("/api/areas/import/units")
class UnitImportController extends SheetImportController<Person, AreaReport> {
  UnitImportController(UnitImport lists, Access access) {
    super(lists, () -> access.require(Role.ADMINISTRATOR));
  }

  /// The units of a province are a few hundred kilobytes.
  @Bean
  static LargeBody unitLists() {
    return new LargeBody("/api/areas/import/units", MAX_BYTES);
  }
}
