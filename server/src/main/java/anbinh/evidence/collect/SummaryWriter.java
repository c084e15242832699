package anbinh.evidence.collect;

import anbinh.evidence.collect.RecordWriter.Subject;
import anbinh.evidence.request.Grant;
import anbinh.identity.People;
import anbinh.identity.Person;
import anbinh.platform.Messages;
import anbinh.platform.Site;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/// Writes `record.html`, what the record says in short for people, in Vietnamese, English and
/// Arabic; one file that needs nothing else and runs nothing.
@Component
class SummaryWriter {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm:ss.SSS xxx", Locale.ROOT);
  private static final String STYLE =
      "body{font:16px/1.5 sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}"
          + "table{border-collapse:collapse;width:100%;margin-block:1rem}"
          + "th,td{border:1px solid #999;padding:.3rem .6rem;text-align:start;vertical-align:top}"
          + "code{word-break:break-all}section{margin-block-end:3rem}";

  private final Messages messages;
  private final People people;
  private final Site site;

  SummaryWriter(Messages messages, People people, Site site) {
    this.messages = messages;
    this.people = people;
    this.site = site;
  }

  String write(Subject subject) {
    var page = new StringBuilder();
    page.append("<!doctype html>\n<html lang=\"vi\"><head><meta charset=\"utf-8\">")
        .append("<meta name=\"viewport\" content=\"width=device-width\"><title>")
        .append(subject.extraction())
        .append("</title><style>")
        .append(STYLE)
        .append("</style></head><body>\n");
    for (Locale language : Messages.LANGUAGES) {
      section(page, subject, language);
    }
    return page.append("</body></html>\n").toString();
  }

  private void section(StringBuilder page, Subject subject, Locale language) {
    String direction = language.getLanguage().equals("ar") ? "rtl" : "ltr";
    page.append("<section lang=\"%s\" dir=\"%s\">\n".formatted(language.getLanguage(), direction))
        .append("<h1>")
        .append(escaped(text("title", language, subject.extraction())))
        .append("</h1>\n");
    if (site.demonstration()) {
      page.append("<p><strong>").append(text("demonstration", language)).append("</strong></p>\n");
    }
    page.append("<table>\n");
    String basis = subject.request().application().legalBasis().name();
    row(page, "request", language, subject.request().code());
    row(page, "case", language, subject.relatedCase().code());
    row(page, "requester", language, name(subject.request().requestedBy()));
    row(
        page,
        "purpose",
        language,
        choice("purpose." + subject.request().application().purpose(), language));
    row(page, "basis", language, choice("basis." + basis + ".article", language));
    row(page, "necessity", language, subject.request().application().necessity());
    row(page, "decider", language, name(subject.decision().by()));
    row(page, "decided", language, local(subject.decision().at()));
    Grant grant = subject.grant();
    row(page, "granted", language, local(grant.from()) + " – " + local(grant.to()));
    page.append("</table>\n");
    for (TakenCamera camera : subject.taken()) {
      camera(page, camera, language);
    }
    page.append("<p>").append(text("verify", language)).append("</p>\n</section>\n");
  }

  private void camera(StringBuilder page, TakenCamera camera, Locale language) {
    page.append(
        "<h2>%s <bdi>%s</bdi></h2>\n<table>\n"
            .formatted(escaped(camera.code()), escaped(camera.name())));
    TakenCamera.Clip clip = camera.clip();
    if (clip == null) {
      row(page, "clip", language, text("nothing", language));
    } else {
      row(page, "clip", language, clip.file());
      row(page, "frames", language, local(clip.firstFrameAt()) + " – " + local(clip.lastFrameAt()));
      row(page, "count", language, Integer.toString(clip.frames()));
      row(
          page,
          "hidden",
          language,
          text("hidden-value", language, seconds(clip.hiddenPrerollMillis()), clip.hiddenFrames()));
      row(page, "hash", language, clip.sha256());
      row(page, "offset", language, offset(clip, language));
    }
    String gaps =
        camera.coverage().gaps().isEmpty()
            ? text("no-gaps", language)
            : String.join(
                "\n",
                camera.coverage().gaps().stream()
                    .map(gap -> local(gap.from()) + " – " + local(gap.to()) + " " + gap.cause())
                    .toList());
    row(page, "gaps", language, gaps);
    page.append("</table>\n");
  }

  private String offset(TakenCamera.Clip clip, Locale language) {
    return clip.sources().stream()
        .map(source -> source.clock().camera())
        .filter(camera -> camera != null)
        .findFirst()
        .map(camera ->
            text(
                "offset-value",
                language,
                seconds(camera.offsetMillis()),
                seconds(camera.uncertaintyMillis())))
        .orElseGet(() -> text("no-offset", language));
  }

  private void row(StringBuilder page, String label, Locale language, String value) {
    page.append("<tr><th>")
        .append(escaped(text(label, language)))
        .append("</th><td><bdi>")
        .append(escaped(value).replace("\n", "<br>"))
        .append("</bdi></td></tr>\n");
  }

  private String text(String key, Locale language, Object... arguments) {
    return messages.find("evidence.record." + key, language, arguments).orElse(key);
  }

  private String choice(String key, Locale language) {
    return messages.find("evidence." + key, language).orElse(key);
  }

  private String name(UUID id) {
    return people.find(id).map(Person::displayName).orElse("");
  }

  private String local(Instant at) {
    return TIME.format(at.atZone(site.zone()));
  }

  private static String seconds(double millis) {
    return String.format(Locale.ROOT, "%.3f", millis / 1000);
  }

  private static String escaped(String text) {
    return HtmlUtils.htmlEscape(text, "UTF-8");
  }
}
