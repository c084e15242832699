package anbinh.cameras.register;

import static anbinh.cameras.register.CameraController.READERS;

import anbinh.cameras.Camera;
import anbinh.cameras.CameraKind;
import anbinh.cameras.CameraProblem;
import anbinh.cameras.sign.Paper;
import anbinh.cameras.sign.SignSheets;
import anbinh.cameras.sign.Signs;
import anbinh.cameras.store.CameraFilter;
import anbinh.cameras.store.CameraTable;
import anbinh.cameras.store.Cameras;
import anbinh.identity.AreaTree;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.session.Access;
import anbinh.platform.Languages;
import anbinh.platform.Messages;
import anbinh.platform.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// The paths of signs at cameras: for printing, and which are up.
@RestController
@RequestMapping("/api/cameras")
class SignController {
  /// A page takes some milliseconds, and nobody puts up more in a day.
  private static final int MAX_SIGNS = 100;

  private static final String LANGUAGES =
      Messages.LANGUAGES.stream().map(Locale::getLanguage).collect(Collectors.joining(", "));

  private final Cameras cameras;
  private final CameraTable table;
  private final Signs signs;
  private final SignSheets sheets;
  private final Access access;
  private final AreaTree areas;
  private final CameraResponseMapper views;

  SignController(
      Cameras cameras,
      CameraTable table,
      Signs signs,
      SignSheets sheets,
      Access access,
      AreaTree areas,
      CameraResponseMapper views) {
    this.cameras = cameras;
    this.table = table;
    this.signs = signs;
    this.sheets = sheets;
    this.access = access;
    this.areas = areas;
    this.views = views;
  }

  record NewSign(@NotNull LocalDate on) {}

  /// The sign of one camera.
  ///
  /// @param language below the Vietnamese: vi (none), en or ar
  @GetMapping(path = "/{id}/sign.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
  ResponseEntity<byte[]> one(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "A4") Paper paper,
      @RequestParam(defaultValue = "en") String language,
      HttpServletRequest call)
      throws IOException {
    access.require(READERS);
    Camera camera = cameras.get(id);
    access.require(camera.areaId(), READERS);
    return pdf(List.of(camera), paper, language, call);
  }

  /// The signs of all cameras of an area.
  ///
  /// @param areaId with what lies below it; none: all that the reader sees
  /// @param missing only of those that have no sign
  @GetMapping(path = "/signs.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
  ResponseEntity<byte[]> all(
      @RequestParam @Nullable UUID areaId,
      @RequestParam(defaultValue = "CONNECTED") CameraKind kind,
      @RequestParam(defaultValue = "false") boolean missing,
      @RequestParam(defaultValue = "A4") Paper paper,
      @RequestParam(defaultValue = "en") String language,
      HttpServletRequest call)
      throws IOException {
    Person person = access.require(READERS);
    var filter =
        new CameraFilter()
            .within(views.within(person))
            .within(areaId == null ? null : areas.below(areaId))
            .kind(kind)
            .signed(missing ? false : null)
            .retired(false);
    List<Camera> found = table.page(filter, null, MAX_SIGNS + 1);
    if (found.size() > MAX_SIGNS) {
      throw Problem.of(CameraProblem.TOO_MANY_SIGNS, MAX_SIGNS);
    }
    if (found.isEmpty()) {
      throw Problem.of(CameraProblem.NO_CAMERA_FOR_SIGN);
    }
    return pdf(found, paper, language, call);
  }

  @PostMapping("/{id}/sign")
  CameraView putUp(@PathVariable UUID id, @Valid @RequestBody NewSign requested) {
    Person person = administrator(id);
    signs.putUp(cameras.get(id), requested.on(), person.actor());
    return views.of(cameras.get(id), person);
  }

  @DeleteMapping("/{id}/sign")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void takeDown(@PathVariable UUID id) {
    Person person = administrator(id);
    signs.takeDown(cameras.get(id), person.actor());
  }

  private Person administrator(UUID id) {
    access.require(Role.ADMINISTRATOR);
    return access.require(cameras.get(id).areaId(), Role.ADMINISTRATOR);
  }

  private ResponseEntity<byte[]> pdf(
      List<Camera> found, Paper paper, String language, HttpServletRequest call)
      throws IOException {
    Locale below =
        Languages.find(language)
            .orElseThrow(() -> Problem.invalid("language", "choice", LANGUAGES));
    String base = ServletUriComponentsBuilder.fromContextPath(call).build().toUriString();
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(sheets.print(found, paper, below, base));
  }
}
