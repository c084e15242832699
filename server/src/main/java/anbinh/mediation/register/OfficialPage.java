package anbinh.mediation.register;

import anbinh.platform.Messages;
import anbinh.print.Sheet;
import java.time.LocalDate;
import java.util.Locale;

/// What official papers have in common: the name of the country and its motto at the top, days as
/// people write them.
final class OfficialPage {
  static final String STYLE =
      """
      body { font-family: 'DejaVu Sans Condensed', sans-serif; font-size: 10pt; line-height: 1.45 }
      .state { text-align: center; font-weight: bold } .motto { text-align: center }
      h1 { font-size: 14pt; text-align: center; margin: 0.8em 0 0.3em }
      h2 { font-size: 10.5pt; margin: 0.8em 0 0.2em; page-break-after: avoid }
      p { margin: 0.25em 0 }
      table { border-collapse: collapse; width: 100%; table-layout: fixed }
      th, td { border: 1px solid #777; padding: 2pt 4pt; text-align: left; vertical-align: top;
        word-wrap: break-word }
      [dir=rtl] th, [dir=rtl] td { text-align: right }
      .rows th { width: 30%; background: #f2f2f2 }
      .warning { border: 2px solid #000; padding: 4pt; font-weight: bold }
      .below { font-size: 0.85em; color: #333; border-top: 1px solid #999; margin-top: 1em;
        padding-top: 0.5em }
      .sign { page-break-inside: avoid; margin-top: 1em }
      .sign td, [dir=rtl] .sign td { border: 0; text-align: center; height: 3.2cm }
      """;

  private OfficialPage() {}

  /// The first lines of a paper in Vietnamese.
  static void begin(Sheet sheet, String title) {
    sheet.raw("<div class=\"state\">" + sheet.words(sheet.text("country")) + "</div>\n");
    sheet.raw("<div class=\"motto\">" + sheet.words(sheet.text("motto")) + "</div>\n");
    sheet.heading(1, title);
    sheet.demonstration();
  }

  static String day(Sheet sheet, LocalDate day) {
    return sheet.code(Sheet.day(day));
  }

  static boolean isForeign(Locale language) {
    return !language.equals(Messages.VIETNAMESE);
  }
}
