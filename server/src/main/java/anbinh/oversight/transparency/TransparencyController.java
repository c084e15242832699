package anbinh.oversight.transparency;

import anbinh.platform.Languages;
import anbinh.platform.Messages;
import anbinh.platform.Site;
import anbinh.platform.http.OpenPaths;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What everybody may know of this installation, as a page and for machines; open to anybody.
@RestController
class TransparencyController {
  private final PublicFigures figures;
  private final TransparencyPage page;
  private final Site site;

  TransparencyController(PublicFigures figures, TransparencyPage page, Site site) {
    this.figures = figures;
    this.page = page;
    this.site = site;
  }

  @Bean
  static OpenPaths transparencyIsOpen() {
    return OpenPaths.of("/api/transparency");
  }

  /// @param contact where one asks about one's own data; null when the office did not say
  record TransparencyView(
      String office, boolean demonstration, @Nullable String contact, PublicFigures.View figures) {}

  @GetMapping("/api/transparency")
  TransparencyView figures() {
    return new TransparencyView(site.name(), site.demonstration(), site.contact(), figures.view());
  }

  /// @param lang one of our languages; the browser's unless said
  @GetMapping(path = "/transparency", produces = MediaType.TEXT_HTML_VALUE)
  ResponseEntity<String> page(
      @RequestParam(required = false) @Nullable String lang, HttpServletRequest request) {
    Locale locale =
        lang == null ? Languages.of(request) : Messages.nearest(Locale.forLanguageTag(lang));
    return ResponseEntity.ok()
        .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
        .body(page.write(figures.view(), locale));
  }
}
