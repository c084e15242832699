package anbinh.cameras.imports;

import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.session.Access;
import anbinh.platform.Page;
import anbinh.platform.http.LargeBody;
import anbinh.platform.sheet.ColumnView;
import anbinh.platform.sheet.OneAtATime;
import anbinh.platform.sheet.SheetBody;
import anbinh.platform.sheet.SheetFile;
import anbinh.platform.sheet.SheetRows;
import anbinh.platform.sheet.TextEncoding;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.function.BiFunction;
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

/// The paths by which lists of cameras come in.
@RestController
@RequestMapping("/api/cameras/import")
class ListController {

  private final CameraLists lists;
  private final CameraListVocabulary words;
  private final Access access;
  private final OneAtATime one = new OneAtATime();

  ListController(CameraLists lists, CameraListVocabulary words, Access access) {
    this.lists = lists;
    this.words = words;
    this.access = access;
  }

  @GetMapping("/columns")
  Page<ColumnView> columns() {
    access.require(Role.ADMINISTRATOR);
    return Page.all(ColumnView.all(words));
  }

  @PostMapping(
      path = "/check",
      consumes = {SheetRows.CSV, SheetRows.WORKBOOK})
  @SheetBody
  ListReport check(
      HttpServletRequest request, @RequestParam(required = false) @Nullable TextEncoding encoding)
      throws IOException {
    return alone(request, encoding, lists::check);
  }

  @PostMapping(consumes = {SheetRows.CSV, SheetRows.WORKBOOK})
  @ResponseStatus(HttpStatus.CREATED)
  @SheetBody
  ListReport take(
      HttpServletRequest request, @RequestParam(required = false) @Nullable TextEncoding encoding)
      throws IOException {
    return alone(request, encoding, lists::take);
  }

  /// One list at a time, and the right to send one before it is read: it may be large.
  private ListReport alone(
      HttpServletRequest request,
      @Nullable TextEncoding encoding,
      BiFunction<SheetFile, Person, ListReport> work)
      throws IOException {
    Person person = access.require(Role.ADMINISTRATOR);
    return one.run(() -> work.apply(SheetFile.read(request.getInputStream(), encoding), person));
  }

  /// A province's register is about twenty megabytes.
  @Configuration(proxyBeanMethods = false)
  static class Limits {
    private static final int MAX_BYTES = 48 * 1024 * 1024;

    @Bean
    LargeBody listToCheck() {
      return new LargeBody("/api/cameras/import/check", MAX_BYTES);
    }

    @Bean
    LargeBody listToTake() {
      return new LargeBody("/api/cameras/import", MAX_BYTES);
    }
  }
}
