package anbinh.platform.web;

import anbinh.platform.Messages;
import anbinh.platform.Site;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// `GET /api/site`: what anybody may know about this installation.
@RestController
class SiteController {
  private final Site site;
  private final InstantSource clock;
  private final String version;

  SiteController(Site site, InstantSource clock, ObjectProvider<BuildProperties> build) {
    this.site = site;
    this.clock = clock;
    BuildProperties properties = build.getIfAvailable();
    String number = properties == null ? null : properties.getVersion();
    this.version = number == null ? "development" : number;
  }

  @GetMapping("/api/site")
  SiteView site() {
    List<String> languages = Messages.LANGUAGES.stream().map(Locale::getLanguage).toList();
    return new SiteView(
        site.name(), site.zone(), site.demonstration(), version, clock.instant(), languages);
  }

  record SiteView(
      String name,
      ZoneId zone,
      boolean demonstration,
      String version,
      Instant now,
      List<String> languages) {
    SiteView {
      languages = List.copyOf(languages);
    }
  }
}
