package anbinh.areas.place;

import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.session.Access;
import anbinh.platform.http.LargeBody;
import anbinh.platform.sheet.SheetImportController;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The paths by which lists of places come in.
@RestController
@RequestMapping("/api/areas/import/places")
class PlaceImportController extends SheetImportController<Person, PlaceReport> {
  PlaceImportController(PlaceImport lists, Access access) {
    super(lists, () -> access.require(Role.ADMINISTRATOR));
  }

  @Bean
  static LargeBody placeLists() {
    return new LargeBody("/api/areas/import/places", MAX_BYTES);
  }
}
