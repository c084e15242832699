package anbinh.cameras.imports;

import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.session.Access;
import anbinh.platform.http.LargeBody;
import anbinh.platform.sheet.SheetImportController;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The paths by which lists of cameras come in.
@RestController
@RequestMapping("/api/cameras/import")
class ListController extends SheetImportController<Person, ListReport> {
  private static final int MAX_BYTES = 48 * 1024 * 1024;

  ListController(CameraLists lists, Access access) {
    super(lists, () -> access.require(Role.ADMINISTRATOR));
  }

  /// A province's register is about twenty megabytes.
  @Bean
  static LargeBody largeCameraLists() {
    return new LargeBody("/api/cameras/import", MAX_BYTES);
  }
}
