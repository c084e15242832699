package anbinh.areas.boundary;

import anbinh.areas.imports.AreaReport;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.session.Access;
import anbinh.platform.http.LargeBody;
import anbinh.platform.sheet.OneAtATime;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The paths by which boundaries come in.
@RestController
@RequestMapping("/api/areas/import/boundaries")
class BoundaryImportController {
  private static final String GEO_JSON = "application/geo+json";
  private static final int MAX_BYTES = 32 * 1024 * 1024;

  private final BoundaryImport boundaries;
  private final Access access;
  private final OneAtATime one = new OneAtATime();

  BoundaryImportController(BoundaryImport boundaries, Access access) {
    this.boundaries = boundaries;
    this.access = access;
  }

  @PostMapping(path = "/check", consumes = GEO_JSON)
  @RequestBody(
      required = true,
      content = @Content(mediaType = GEO_JSON, schema = @Schema(type = "object")))
  AreaReport check(HttpServletRequest request) throws IOException {
    Person person = access.require(Role.ADMINISTRATOR);
    return one.run(() -> boundaries.check(request.getInputStream().readAllBytes(), person));
  }

  /// @param checked the SHA-256 of what was checked before
  @PostMapping(consumes = GEO_JSON)
  @ResponseStatus(HttpStatus.CREATED)
  @RequestBody(
      required = true,
      content = @Content(mediaType = GEO_JSON, schema = @Schema(type = "object")))
  AreaReport apply(
      @Parameter(hidden = true) @RequestParam(required = false) @Nullable String checked,
      HttpServletRequest request)
      throws IOException {
    Person person = access.require(Role.ADMINISTRATOR);
    return one.run(
        () -> boundaries.apply(request.getInputStream().readAllBytes(), checked, person));
  }

  /// All communes of a large province to a metre are about twenty megabytes.
  @Bean
  static LargeBody boundaries() {
    return new LargeBody("/api/areas/import/boundaries", MAX_BYTES);
  }
}
