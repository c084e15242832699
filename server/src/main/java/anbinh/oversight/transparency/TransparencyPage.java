package anbinh.oversight.transparency;

import anbinh.cameras.store.Cameras;
import anbinh.oversight.OversightSettings;
import anbinh.oversight.transparency.PublicFigures.View;
import anbinh.oversight.transparency.PublicFigures.YearView;
import anbinh.platform.Figure;
import anbinh.platform.Messages;
import anbinh.platform.Site;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/// Writes the public page: plain HTML without a script, so that it opens on any phone.
@Component
class TransparencyPage {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);

  private final Messages messages;
  private final Cameras cameras;
  private final Site site;
  private final OversightSettings settings;

  TransparencyPage(Messages messages, Cameras cameras, Site site, OversightSettings settings) {
    this.messages = messages;
    this.cameras = cameras;
    this.site = site;
    this.settings = settings;
  }

  String write(View figures, Locale locale) {
    String title = text("page.title", locale);
    return """
    <!doctype html>
    <html lang="%s" dir="%s"><head><meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>%s – %s</title><link rel="stylesheet" href="/transparency.css"></head>
    <body><header><p>%s</p><nav aria-label="%s">%s</nav></header>
    <main><h1>%s</h1>%s%s</main></body></html>
    """
        .formatted(
            locale.getLanguage(),
            locale.getLanguage().equals("ar") ? "rtl" : "ltr",
            title,
            escaped(site.name()),
            "<bdi>" + escaped(site.name()) + "</bdi>",
            text("page.languages", locale),
            languages(locale),
            title,
            paragraph(text("page.lead", locale)),
            sections(figures, locale));
  }

  private String sections(View figures, Locale locale) {
    List<String> parts = new ArrayList<>();
    if (site.demonstration()) {
      parts.add("<p class=\"note\">" + text("page.demonstration", locale) + "</p>");
    }
    parts.add(figures(figures, locale));
    parts.add(section("page.kept", locale, kept(locale)));
    parts.add(
        section(
            "page.rules",
            locale,
            list(
                locale,
                "page.rules.purpose",
                "page.rules.eyes",
                "page.rules.log",
                "page.rules.watched",
                "page.rules.drawn",
                "page.rules.never")));
    parts.add(section("page.ask", locale, ask(locale)));
    parts.add(section("page.check", locale, check(figures, locale)));
    return String.join("\n", parts);
  }

  private String figures(View figures, Locale locale) {
    if (figures.through() == null) {
      return section("page.figures", locale, paragraph(text("page.none", locale)));
    }
    String through = DAY.format(figures.through());
    String recent = Integer.toString(PublicFigures.RECENT_DAYS);
    String cameraRows =
        row(text("page.connected", locale), figures.connectedCameras())
            + row(text("page.community", locale), figures.communityCameras())
            + row(text("page.looks", locale, recent), shown(figures.recentLooks()))
            + row(text("page.denied", locale, recent), shown(figures.recentDenied()));
    String head =
        figures.years().stream()
            .map(year -> "<th scope=\"col\" class=\"number\">" + year.year() + "</th>")
            .collect(Collectors.joining());
    String yearRows =
        line("page.cases", locale, figures, YearView::casesOpened)
            + line("page.clarified", locale, figures, YearView::casesClarified)
            + line("page.requests", locale, figures, YearView::requests)
            + line("page.urgent", locale, figures, YearView::urgent)
            + line("page.granted", locale, figures, YearView::granted)
            + line("page.refused", locale, figures, YearView::refused)
            + line("page.extractions", locale, figures, YearView::extractions)
            + line("page.searches", locale, figures, YearView::searches)
            + line("page.found", locale, figures, YearView::findingsOpened)
            + line("page.foundClosed", locale, figures, YearView::findingsClosed)
            + line("page.drawn", locale, figures, YearView::looksDrawn)
            + line("page.reviewed", locale, figures, YearView::looksReviewed)
            + line("page.doubted", locale, figures, YearView::looksDoubted)
            + line("page.asked", locale, figures, YearView::dataRequests)
            + line("page.askedEnded", locale, figures, YearView::dataRequestsEnded)
            + line("page.askedLate", locale, figures, YearView::dataRequestsLate);
    return section(
        "page.figures",
        locale,
        paragraph(text("page.through", locale, through))
            + "<table><tbody>%s</tbody></table>".formatted(cameraRows)
            + "<table><thead><tr><th scope=\"col\">%s</th>%s</tr></thead><tbody>%s</tbody></table>"
                .formatted(text("page.year", locale), head, yearRows)
            + paragraph(text("page.small", locale, Integer.toString(Figure.MIN_SHOWN))));
  }

  private String line(String key, Locale locale, View figures, Function<YearView, Figure> figure) {
    String cells =
        figures.years().stream()
            .map(year -> "<td class=\"number\">" + shown(figure.apply(year)) + "</td>")
            .collect(Collectors.joining());
    return "<tr><th scope=\"row\">" + text(key, locale) + "</th>" + cells + "</tr>";
  }

  private static String row(String name, Object value) {
    return "<tr><th scope=\"row\">" + name + "</th><td class=\"number\">" + value + "</td></tr>";
  }

  private static String shown(Figure figure) {
    String number = "<bdi dir=\"ltr\">" + escaped(figure.text()) + "</bdi>";
    return figure.exact() || figure.value() == null ? number : "≈ " + number;
  }

  private String kept(Locale locale) {
    String recordings =
        cameras
            .findKeepDays()
            .map(days ->
                text(
                    "page.kept.recordings",
                    locale,
                    Integer.toString(days.least()),
                    Integer.toString(days.most())))
            .orElseGet(() -> text("page.kept.recordings.none", locale));
    return "<ul><li>"
        + recordings
        + "</li><li>"
        + text("page.kept.community", locale)
        + "</li><li>"
        + text("page.kept.packages", locale)
        + "</li><li>"
        + text("page.kept.log", locale)
        + "</li><li>"
        + text("page.kept.looks", locale, Long.toString(settings.keep().toDays()))
        + "</li></ul>";
  }

  private String ask(Locale locale) {
    String contact = site.contact();
    return paragraph(text("page.ask.right", locale))
        + paragraph(
            contact == null
                ? text("page.ask.office", locale, "<bdi>" + escaped(site.name()) + "</bdi>")
                : text("page.ask.contact", locale, "<bdi>" + escaped(contact) + "</bdi>"))
        + paragraph(text("page.ask.clock", locale));
  }

  private String check(View figures, Locale locale) {
    // Nothing was counted before the first publication.
    String how =
        figures.logSize() == 0
            ? ""
            : paragraph(text("page.check.how", locale, Long.toString(figures.logSize())))
                + paragraph(text("page.check.command", locale))
                + "<pre dir=\"ltr\"><code>"
                + command()
                + "</code></pre>";
    return how
        + "<ul><li><a href=\"/log/checkpoint\">%s</a></li><li><a href=\"/api/verify-key\">%s</a></li><li><a href=\"/api/transparency\">%s</a></li></ul>"
            .formatted(
                text("page.check.checkpoint", locale),
                text("page.check.key", locale),
                text("page.check.machines", locale));
  }

  private String command() {
    String address = site.address();
    return "java -jar anbinh-verify.jar verify --figures --key office.vkey --log "
        + (address == null ? "https://…" : escaped(address))
        + "/log";
  }

  private String languages(Locale locale) {
    return Messages.LANGUAGES.stream()
        .map(each ->
            "<a href=\"/transparency?lang=%s\" lang=\"%s\"%s>%s</a>"
                .formatted(
                    each.getLanguage(),
                    each.getLanguage(),
                    each.equals(locale) ? " aria-current=\"true\"" : "",
                    text("page.language", each)))
        .collect(Collectors.joining(" "));
  }

  private String list(Locale locale, String... keys) {
    return List.of(keys).stream()
        .map(key -> "<li>" + text(key, locale) + "</li>")
        .collect(Collectors.joining("", "<ul>", "</ul>"));
  }

  private String section(String key, Locale locale, String content) {
    return "<section><h2>" + text(key, locale) + "</h2>" + content + "</section>";
  }

  private static String paragraph(String content) {
    return "<p>" + content + "</p>";
  }

  /// A text of ours, whose arguments are HTML already.
  private String text(String key, Locale locale, Object... arguments) {
    return messages.find(key, locale, arguments).orElse(key);
  }

  private static String escaped(String text) {
    return HtmlUtils.htmlEscape(text);
  }
}
