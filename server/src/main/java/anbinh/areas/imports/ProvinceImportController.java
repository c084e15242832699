package anbinh.areas.imports;

import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.session.Access;
import anbinh.platform.Problem;
import anbinh.platform.http.LargeBody;
import anbinh.platform.sheet.OneAtATime;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The paths by which a province comes in from the file of the whole country.
@RestController
@RequestMapping("/api/areas/import/province")
class ProvinceImportController {
  private static final String BYTES = "application/octet-stream";
  private static final Pattern PROVINCE = Pattern.compile("[0-9]{2}");
  private static final int MAX_BYTES = 16 * 1024 * 1024;

  private final ProvinceImport provinces;
  private final Access access;
  private final OneAtATime one = new OneAtATime();

  ProvinceImportController(ProvinceImport provinces, Access access) {
    this.provinces = provinces;
    this.access = access;
  }

  /// @param province the code of the one that is requested out of the file
  @PostMapping("/check")
  @RequestBody(
      required = true,
      content = @Content(mediaType = BYTES, schema = @Schema(type = "string", format = "binary")))
  AreaReport check(@RequestParam String province, HttpServletRequest request) throws IOException {
    Person person = access.require(Role.ADMINISTRATOR);
    checkCode(province);
    return one.run(() -> provinces.check(bytes(request), province, person));
  }

  /// @param province the code of the one that is requested out of the file
  /// @param checked the SHA-256 of what was checked before
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @RequestBody(
      required = true,
      content = @Content(mediaType = BYTES, schema = @Schema(type = "string", format = "binary")))
  AreaReport apply(
      @RequestParam String province,
      @Parameter(hidden = true) @RequestParam(required = false) @Nullable String checked,
      HttpServletRequest request)
      throws IOException {
    Person person = access.require(Role.ADMINISTRATOR);
    checkCode(province);
    return one.run(() -> provinces.apply(bytes(request), province, checked, person));
  }

  private static void checkCode(String province) {
    if (!PROVINCE.matcher(province).matches()) {
      throw Problem.invalid("province", "pattern");
    }
  }

  private static byte[] bytes(HttpServletRequest request) throws IOException {
    return request.getInputStream().readAllBytes();
  }

  /// The file of the whole country is four megabytes.
  @Bean
  static LargeBody provinceFile() {
    return new LargeBody("/api/areas/import/province", MAX_BYTES);
  }
}
