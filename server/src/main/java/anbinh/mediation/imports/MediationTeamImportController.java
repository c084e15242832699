package anbinh.mediation.imports;

import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.session.Access;
import anbinh.platform.Page;
import anbinh.platform.http.LargeBody;
import anbinh.platform.sheet.ColumnView;
import anbinh.platform.sheet.ImportReport;
import anbinh.platform.sheet.OneAtATime;
import anbinh.platform.sheet.SheetBody;
import anbinh.platform.sheet.SheetFile;
import anbinh.platform.sheet.SheetRows;
import anbinh.platform.sheet.TextEncoding;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
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

/// The paths by which lists of mediation teams come in.
@RestController
@RequestMapping("/api/mediation-teams/import")
class MediationTeamImportController {
  private static final Role[] KEEPERS = {Role.VILLAGE_HEAD, Role.PARTNER};

  private final MediationTeamImport lists;
  private final MediatorVocabulary words;
  private final Access access;
  private final OneAtATime one = new OneAtATime();

  MediationTeamImportController(
      MediationTeamImport lists, MediatorVocabulary words, Access access) {
    this.lists = lists;
    this.words = words;
    this.access = access;
  }

  @GetMapping("/columns")
  Page<ColumnView> columns() {
    access.require(KEEPERS);
    return Page.all(ColumnView.all(words));
  }

  @PostMapping(
      path = "/check",
      consumes = {SheetRows.CSV, SheetRows.WORKBOOK})
  @SheetBody
  ImportReport check(
      HttpServletRequest request, @RequestParam(required = false) @Nullable TextEncoding encoding)
      throws IOException {
    access.require(KEEPERS);
    return one.run(() -> lists.check(SheetFile.read(request.getInputStream(), encoding)));
  }

  /// @param checked the SHA-256 of what was checked before
  @PostMapping(consumes = {SheetRows.CSV, SheetRows.WORKBOOK})
  @ResponseStatus(HttpStatus.CREATED)
  @SheetBody
  ImportReport take(
      HttpServletRequest request,
      @Parameter(hidden = true) @RequestParam(required = false) @Nullable String checked,
      @RequestParam(required = false) @Nullable TextEncoding encoding)
      throws IOException {
    Person person = access.require(KEEPERS);
    return one.run(
        () -> lists.take(SheetFile.read(request.getInputStream(), encoding), checked, person));
  }

  @Configuration(proxyBeanMethods = false)
  static class MediationTeamsLimits {
    private static final int MAX_BYTES = 16 * 1024 * 1024;

    @Bean
    LargeBody mediationTeamsToCheck() {
      return new LargeBody("/api/mediation-teams/import/check", MAX_BYTES);
    }

    @Bean
    LargeBody mediationTeamsToTake() {
      return new LargeBody("/api/mediation-teams/import", MAX_BYTES);
    }
  }
}
