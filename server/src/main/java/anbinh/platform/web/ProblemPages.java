package anbinh.platform.web;

import anbinh.platform.Languages;
import anbinh.platform.Messages;
import anbinh.platform.PlatformProblem;
import anbinh.platform.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/// The page behind a problem's `type`: what the problem means and what to do.
@RestController
class ProblemPages {
  private final Messages messages;

  ProblemPages(Messages messages) {
    this.messages = messages;
  }

  @GetMapping(path = "/problems/{code:[a-z0-9-]+}", produces = MediaType.TEXT_HTML_VALUE)
  ResponseEntity<String> page(@PathVariable String code, HttpServletRequest request) {
    Locale locale = Languages.of(request);
    String title =
        messages
            .find("problem." + code + ".title", locale)
            .orElseThrow(() -> Problem.of(PlatformProblem.NOT_FOUND));
    String advice = messages.find("problem." + code + ".advice", locale).orElse("");
    String page =
        """
        <!doctype html>
        <html lang="%s" dir="%s"><head><meta charset="utf-8">
        <meta name="viewport" content="width=device-width"><title>%s</title></head>
        <body><h1>%s</h1><p>%s</p><p><code>%s</code></p><p><a href="/">An Bình</a></p></body></html>
        """
            .formatted(
                locale.getLanguage(),
                locale.getLanguage().equals("ar") ? "rtl" : "ltr",
                HtmlUtils.htmlEscape(title),
                HtmlUtils.htmlEscape(title),
                HtmlUtils.htmlEscape(advice),
                code);
    return ResponseEntity.ok()
        .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
        .body(page);
  }
}
