package anbinh.areas.imports;

import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.session.Access;
import anbinh.platform.Page;
import anbinh.platform.Problem;
import anbinh.platform.http.LargeBody;
import anbinh.platform.sheet.ColumnView;
import anbinh.platform.sheet.OneAtATime;
import anbinh.platform.sheet.SheetBody;
import anbinh.platform.sheet.SheetFile;
import anbinh.platform.sheet.SheetRows;
import anbinh.platform.sheet.TextEncoding;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The paths by which provinces and their units come in from files.
@RestController
@RequestMapping("/api/areas/import")
class AreaImportController {
  private static final String BYTES = "application/octet-stream";
  private static final Pattern PROVINCE = Pattern.compile("[0-9]{2}");

  private final ProvinceImport provinces;
  private final UnitImport units;
  private final UnitVocabulary words;
  private final Access access;
  private final OneAtATime one = new OneAtATime();

  AreaImportController(
      ProvinceImport provinces, UnitImport units, UnitVocabulary words, Access access) {
    this.provinces = provinces;
    this.units = units;
    this.words = words;
    this.access = access;
  }

  @GetMapping("/units/columns")
  Page<ColumnView> columns() {
    access.require(Role.ADMINISTRATOR);
    return Page.all(ColumnView.all(words));
  }

  @PostMapping(
      path = "/units/check",
      consumes = {SheetRows.CSV, SheetRows.WORKBOOK})
  @SheetBody
  AreaReport checkUnits(
      HttpServletRequest request, @RequestParam(required = false) @Nullable TextEncoding encoding)
      throws IOException {
    access.require(Role.ADMINISTRATOR);
    return one.run(() -> units.check(SheetFile.read(request.getInputStream(), encoding)));
  }

  @PostMapping(
      path = "/units",
      consumes = {SheetRows.CSV, SheetRows.WORKBOOK})
  @ResponseStatus(HttpStatus.CREATED)
  @SheetBody
  AreaReport takeUnits(
      HttpServletRequest request, @RequestParam(required = false) @Nullable TextEncoding encoding)
      throws IOException {
    Person person = access.require(Role.ADMINISTRATOR);
    return one.run(() -> units.take(SheetFile.read(request.getInputStream(), encoding), person));
  }

  /// @param province the code of the one that is wanted out of the file
  @PostMapping(path = "/province/check")
  @RequestBody(
      required = true,
      content = @Content(mediaType = BYTES, schema = @Schema(type = "string", format = "binary")))
  AreaReport checkProvince(@RequestParam String province, HttpServletRequest request)
      throws IOException {
    access.require(Role.ADMINISTRATOR);
    checkCode(province);
    return one.run(() -> provinces.check(bytes(request), province));
  }

  /// @param province the code of the one that is wanted out of the file
  @PostMapping(path = "/province")
  @ResponseStatus(HttpStatus.CREATED)
  @RequestBody(
      required = true,
      content = @Content(mediaType = BYTES, schema = @Schema(type = "string", format = "binary")))
  AreaReport takeProvince(@RequestParam String province, HttpServletRequest request)
      throws IOException {
    Person person = access.require(Role.ADMINISTRATOR);
    checkCode(province);
    return one.run(() -> provinces.take(bytes(request), province, person));
  }

  private static void checkCode(String province) {
    if (!PROVINCE.matcher(province).matches()) {
      throw Problem.invalid("province", "pattern");
    }
  }

  private static byte[] bytes(HttpServletRequest request) throws IOException {
    return request.getInputStream().readAllBytes();
  }

  /// The file of the whole country is four megabytes, the units of a province a tenth of one.
  @Configuration(proxyBeanMethods = false)
  static class Limits {
    private static final int MAX_BYTES = 16 * 1024 * 1024;

    @Bean
    LargeBody addressesToCheck() {
      return new LargeBody("/api/areas/import/province/check", MAX_BYTES);
    }

    @Bean
    LargeBody addressesToTake() {
      return new LargeBody("/api/areas/import/province", MAX_BYTES);
    }

    @Bean
    LargeBody unitsToCheck() {
      return new LargeBody("/api/areas/import/units/check", MAX_BYTES);
    }

    @Bean
    LargeBody unitsToTake() {
      return new LargeBody("/api/areas/import/units", MAX_BYTES);
    }
  }
}
