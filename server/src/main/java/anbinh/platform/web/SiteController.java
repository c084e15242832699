package anbinh.platform.web;

import anbinh.platform.Messages;
import anbinh.platform.Program;
import anbinh.platform.ReadOnlyMode;
import anbinh.platform.Site;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// `GET /api/site`: what anybody may know about this installation.
@RestController
class SiteController {
  private final Site site;
  private final InstantSource clock;
  private final Program program;
  private final ReadOnlyMode readOnly;

  SiteController(Site site, InstantSource clock, Program program, ReadOnlyMode readOnly) {
    this.site = site;
    this.clock = clock;
    this.program = program;
    this.readOnly = readOnly;
  }

  @GetMapping("/api/site")
  SiteView site() {
    List<String> languages = Messages.LANGUAGES.stream().map(Locale::getLanguage).toList();
    return new SiteView(
        site.name(),
        site.zone(),
        site.demonstration(),
        program.version(),
        clock.instant(),
        languages,
        readOnly.findSince().orElse(null));
  }

  /// @param readOnlySince since when nothing can be changed; null where everything can
  record SiteView(
      String name,
      ZoneId zone,
      boolean demonstration,
      String version,
      Instant now,
      List<String> languages,
      @Nullable Instant readOnlySince) {
    SiteView {
      languages = List.copyOf(languages);
    }
  }
}
