package anbinh.seal.witness;

import anbinh.seal.text.Messages;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The page that tells a person what the witness is, its key, and what it saw last of each log.
final class WitnessPage {
  /// Nothing is loaded and nothing runs.
  static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'";

  private static final String STYLE =
      "body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}"
          + "code{font:.9rem ui-monospace,monospace;overflow-wrap:anywhere}"
          + "section{border-top:1px solid #777;padding:.5rem 0}h2{font-size:1.1rem}"
          + "dt{font-weight:600}dd{margin:0 0 .5rem}.refused{border:2px solid;padding:.5rem}"
          + "@media(prefers-color-scheme:dark){body{background:#111;color:#eee}}";

  private final DateTimeFormatter time;

  WitnessPage(ZoneId zone) {
    time = DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm:ss '('xxx')'").withZone(zone);
  }

  /// The first language of the header that there are texts in, else English.
  static Locale language(@Nullable List<String> accepted) {
    try {
      for (Locale.LanguageRange range :
          Locale.LanguageRange.parse(accepted == null ? "en" : String.join(",", accepted))) {
        String language = range.getRange().split("-", 2)[0];
        if (Messages.speaks(language)) {
          return Locale.of(language);
        }
      }
    } catch (IllegalArgumentException malformed) {
      return Locale.ENGLISH;
    }
    return Locale.ENGLISH;
  }

  String write(Witness witness, Locale language) {
    Messages messages = Messages.of("witness", language);
    StringBuilder html = new StringBuilder();
    boolean rightToLeft = messages.locale().getLanguage().equals("ar");
    html.append("<!doctype html><html lang=\"").append(messages.locale().getLanguage());
    html.append(rightToLeft ? "\" dir=\"rtl\">" : "\">").append("<head><meta charset=\"utf-8\">");
    html.append("<meta name=\"viewport\" content=\"width=device-width\"><title>");
    html.append(escape(messages.text("title"))).append("</title><style>").append(STYLE);
    html.append("</style></head><body><main><h1>").append(escape(messages.text("title")));
    html.append("</h1>");
    paragraph(html, messages.text("what"));
    html.append("<dl>");
    entry(html, messages.text("key"), witness.key().write());
    entry(html, messages.text("fingerprint"), messages.hash(witness.key().fingerprint()));
    html.append("</dl>");
    if (witness.logs().isEmpty()) {
      paragraph(html, messages.text("no-logs"));
    }
    for (WatchedLog log : witness.logs()) {
      section(html, messages, log);
    }
    return html.append("</main></body></html>\n").toString();
  }

  private void section(StringBuilder html, Messages messages, WatchedLog log) {
    html.append("<section><h2><code dir=\"ltr\">").append(escape(log.origin()));
    html.append("</code></h2>");
    CosignedHead head = log.head();
    if (head == null) {
      paragraph(html, messages.text("nothing-yet"));
    } else {
      html.append("<dl>");
      entry(html, messages.text("size"), Long.toString(head.head().size()));
      entry(html, messages.text("root"), messages.hash(head.head().root().hex()));
      entry(html, messages.text("at"), format(head.at()));
      html.append("</dl><p><a href=\"").append(log.originHash()).append("/checkpoint\">");
      html.append(escape(messages.text("checkpoint"))).append("</a></p>");
    }
    WatchedLog.Refusal refusal = log.refusal();
    if (refusal != null) {
      paragraph(
          html,
          messages.text(
              "refused",
              messages.machine(format(refusal.at())),
              messages.machine(Long.toString(refusal.size())),
              messages.text("why." + refusal.why().name())));
    }
    if (log.kept() > 0) {
      html.append("<div class=\"refused\" role=\"alert\">");
      paragraph(html, messages.text("kept", Integer.toString(log.kept())));
      html.append("</div>");
    }
    html.append("</section>");
  }

  private String format(Instant at) {
    return time.format(at);
  }

  private static void paragraph(StringBuilder html, String text) {
    html.append("<p>").append(escape(text)).append("</p>");
  }

  private static void entry(StringBuilder html, String term, String value) {
    html.append("<dt>").append(escape(term)).append("</dt><dd>");
    html.append("<code dir=\"ltr\">").append(escape(value)).append("</code></dd>");
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
