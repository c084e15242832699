package anbinh.print;

import anbinh.platform.Messages;
import anbinh.platform.Site;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// One document, or its part in one language, on its way to XHTML that browsers and [PdfPrinter]
/// read alike.
///
/// Texts come from the feature's messages below a prefix. A value is either *words*, set in the
/// direction of the language, or *code* (times, hashes, names of files), which reads from left to
/// right in every language. For one thread.
public final class Sheet {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT);

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm:ss.SSS xxx", Locale.ROOT);

  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm:ss xxx", Locale.ROOT);

  private static final Pattern VOWEL_SIGNS = Pattern.compile("[\u064b-\u0652]");

  private final Messages messages;
  private final Site site;
  private final Locale language;
  private final String prefix;
  private final boolean paper;
  private final StringBuilder page = new StringBuilder();

  /// @param prefix of the keys of its texts, such as `evidence.record.`
  /// @param paper whether it is for [PdfPrinter], which does less for Arabic than a browser:
  ///   columns are put from right to left here, and the vowel signs, which it sets beside their
  ///   letters, are left out of our own texts, as printed Arabic mostly does
  public Sheet(Messages messages, Site site, Locale language, String prefix, boolean paper) {
    this.messages = messages;
    this.site = site;
    this.language = language;
    this.prefix = prefix;
    this.paper = paper;
  }

  /// The text of a key, not yet escaped.
  public String text(String key, Object... arguments) {
    return printable(messages.find(prefix + key, language, arguments).orElse(key));
  }

  /// The text of a key of the feature, whose name the prefix begins with, such as a choice of a
  /// closed list; the code itself where there is none.
  public String choice(String list, String code) {
    String feature = prefix.substring(0, prefix.indexOf('.') + 1);
    return printable(messages.find(feature + list + "." + code, language).orElse(code));
  }

  /// The text of a key of another feature; the key itself where there is none.
  public String shared(String key) {
    return printable(messages.find(key, language).orElse(key));
  }

  public Sheet heading(int level, String text) {
    page.append("<h%d>%s</h%d>\n".formatted(level, words(text), level));
    return this;
  }

  public Sheet paragraph(String text) {
    page.append("<p>").append(words(text)).append("</p>\n");
    return this;
  }

  /// A paragraph that must not be overlooked.
  public Sheet warning(String text) {
    page.append("<p class=\"warning\">").append(words(text)).append("</p>\n");
    return this;
  }

  /// The warning of a demonstration that all on the paper is made up.
  public Sheet demonstration() {
    return site.demonstration() ? warning(text("demonstration")) : this;
  }

  /// Adds XHTML as it is.
  public Sheet raw(String xhtml) {
    page.append(xhtml);
    return this;
  }

  public Sheet beginRows() {
    page.append("<table class=\"rows\">\n");
    return this;
  }

  /// @param value XHTML, of [#words], [#code] and the like
  public Sheet row(String labelKey, String value) {
    return line(List.of("<th>" + words(text(labelKey)) + "</th>", "<td>" + value + "</td>"));
  }

  public Sheet endTable() {
    page.append("</table>\n");
    return this;
  }

  /// A table with a line for its columns' names; cells are XHTML.
  public Sheet table(String kind, List<String> columnKeys, List<List<String>> lines) {
    page.append("<table class=\"").append(kind).append("\">\n<thead>");
    var _ = line(columnKeys.stream().map(key -> "<th>" + words(text(key)) + "</th>").toList());
    page.append("</thead>\n<tbody>");
    for (List<String> cells : lines) {
      var _ = line(cells.stream().map(cell -> "<td>" + cell + "</td>").toList());
    }
    page.append("</tbody></table>\n");
    return this;
  }

  /// One line of a table, in the order of reading.
  public Sheet line(List<String> cells) {
    page.append("<tr>");
    (paper && rightToLeft() ? cells.reversed() : cells).forEach(page::append);
    page.append("</tr>\n");
    return this;
  }

  /// Text in the direction of the language.
  public String words(String text) {
    return "<bdi>" + escaped(text) + "</bdi>";
  }

  /// Text that reads from left to right in every language.
  public String code(String text) {
    return "<span dir=\"ltr\" class=\"code\">" + escaped(text) + "</span>";
  }

  /// A day as Vietnamese papers write it, not yet set.
  public static String day(LocalDate day) {
    return DAY.format(day);
  }

  public String time(Instant at) {
    return code(TIME.format(at.atZone(site.zone())));
  }

  /// Two times on two lines, so that no renderer can swap them.
  public String times(Instant from, Instant to) {
    return time(from) + "<br/>" + time(to);
  }

  /// A time to the second, for readers whom thousandths would only puzzle.
  public String second(Instant at) {
    return code(SECOND.format(at.atZone(site.zone())));
  }

  public String yesNo(boolean value) {
    return words(text(value ? "yes" : "no"));
  }

  /// What was written so far as one part of a page.
  public String section() {
    return "<section lang=\"%s\" dir=\"%s\">\n%s</section>\n"
        .formatted(language.getLanguage(), direction(), page);
  }

  /// What was written so far as a whole document.
  public String document(String title, String style) {
    return document(
        language, title, style, "<div dir=\"%s\">\n%s</div>\n".formatted(direction(), page));
  }

  /// A document of several parts.
  public static String document(Locale language, String title, String style, String body) {
    return """
    <!DOCTYPE html>
    <html xmlns="http://www.w3.org/1999/xhtml" lang="%s" xml:lang="%s">
    <head><meta charset="utf-8"/><meta name="viewport" content="width=device-width"/>
    <title>%s</title><style>%s</style></head>
    <body>
    %s</body></html>
    """
        .formatted(language.getLanguage(), language.getLanguage(), escaped(title), style, body);
  }

  private String direction() {
    return rightToLeft() ? "rtl" : "ltr";
  }

  private boolean rightToLeft() {
    return language.getLanguage().equals("ar");
  }

  private String printable(String text) {
    return paper && rightToLeft() ? VOWEL_SIGNS.matcher(text).replaceAll("") : text;
  }

  /// Escapes for XML; a character that XML cannot hold becomes U+FFFD.
  private static String escaped(String text) {
    var escaped = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(c -> {
          switch (c) {
            case '&' -> escaped.append("&amp;");
            case '<' -> escaped.append("&lt;");
            case '>' -> escaped.append("&gt;");
            case '"' -> escaped.append("&quot;");
            case '\n' -> escaped.append("<br/>");
            default -> escaped.appendCodePoint(isXml(c) ? c : 0xfffd);
          }
        });
    return escaped.toString();
  }

  private static boolean isXml(int c) {
    boolean control = c < 0x20 && c != '\t';
    boolean surrogate = c >= 0xd800 && c <= 0xdfff;
    return !control && !surrogate && c != 0xfffe && c != 0xffff;
  }
}
