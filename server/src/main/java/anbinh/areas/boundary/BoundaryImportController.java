package anbinh.areas.boundary;

import anbinh.areas.imports.AreaReport;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.session.Access;
import anbinh.platform.http.LargeBody;
import anbinh.platform.sheet.OneAtATime;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The paths by which boundaries come in.
@RestController
@RequestMapping("/api/areas/import/boundaries")
class BoundaryImportController {
  private static final String GEO_JSON = "application/geo+json";

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
    access.require(Role.ADMINISTRATOR);
    return one.run(() -> boundaries.check(request.getInputStream().readAllBytes()));
  }

  @PostMapping(consumes = GEO_JSON)
  @ResponseStatus(HttpStatus.CREATED)
  @RequestBody(
      required = true,
      content = @Content(mediaType = GEO_JSON, schema = @Schema(type = "object")))
  AreaReport take(HttpServletRequest request) throws IOException {
    Person person = access.require(Role.ADMINISTRATOR);
    return one.run(() -> boundaries.take(request.getInputStream().readAllBytes(), person));
  }

  /// All communes of a large province to a metre are about twenty megabytes.
  @Configuration(proxyBeanMethods = false)
  static class Limits {
    private static final int MAX_BYTES = 32 * 1024 * 1024;

    @Bean
    LargeBody boundariesToCheck() {
      return new LargeBody("/api/areas/import/boundaries/check", MAX_BYTES);
    }

    @Bean
    LargeBody boundariesToTake() {
      return new LargeBody("/api/areas/import/boundaries", MAX_BYTES);
    }
  }
}
