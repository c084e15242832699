package anbinh.teamwork.pay;

import anbinh.platform.Messages;
import anbinh.platform.Site;
import anbinh.print.PdfPrinter;
import anbinh.print.Sheet;
import anbinh.team.Paper;
import anbinh.teamwork.pay.PayResponseMapper.LineView;
import anbinh.teamwork.pay.PayResponseMapper.MissingView;
import anbinh.teamwork.pay.PayResponseMapper.PaidView;
import anbinh.teamwork.pay.PayResponseMapper.SheetView;
import java.io.IOException;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/// Prints a sheet to be signed by hand: a line for each who is paid, with a place for their
/// signature. Vietnamese, as a paper of the commune is; another language below helps its reader.
@Component
class PayPaper {
  private static final String PREFIX = "team-pay.paper.";
  private static final String STYLE =
      """
      @page { size: A4 landscape; margin: 14mm 14mm 16mm;
        @bottom-center { content: counter(page) " / " counter(pages);
          font-family: 'DejaVu Sans Condensed'; font-size: 8pt } }
      body { font-family: 'DejaVu Sans Condensed', sans-serif; font-size: 9pt; line-height: 1.35 }
      h1 { font-size: 13pt; text-align: center; margin: 0.6em 0 0.2em }
      h2 { font-size: 10pt; margin: 0.8em 0 0.2em; page-break-after: avoid }
      table { border-collapse: collapse; width: 100%; table-layout: fixed }
      thead { display: table-header-group }
      tr { page-break-inside: avoid }
      th, td { border: 1px solid #777; padding: 2pt 3pt; text-align: left; vertical-align: top;
        word-wrap: break-word }
      [dir=rtl] th, [dir=rtl] td { text-align: right }
      .head td, .sign td { border: 0; text-align: center }
      .sign td { height: 2.8cm; width: 50% }
      .warning { border: 2px solid #000; padding: 4pt; font-weight: bold }
      .below { font-size: 0.85em; color: #333; border-top: 1px solid #999; margin-top: 1em }
      """;
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MM/uuuu", Locale.ROOT);
  private static final List<String> COLUMNS =
      List.of(
          "number",
          "name",
          "team",
          "monthly",
          "duty",
          "insurance",
          "correction",
          "sum",
          "signature");

  private final PdfPrinter printer;
  private final Messages messages;
  private final Site site;

  PayPaper(PdfPrinter printer, Messages messages, Site site) {
    this.printer = printer;
    this.messages = messages;
    this.site = site;
  }

  byte[] print(SheetView view, List<PaidView> all, Locale language) throws IOException {
    Sheet sheet = sheet(Messages.VIETNAMESE);
    String title = sheet.text("title", month(view));
    sheet.raw(
        "<table class=\"head\"><tr><td>%s</td><td><b>%s</b><br/><b>%s</b></td></tr></table>"
            .formatted(
                sheet.words(sheet.text("committee", view.communeName())),
                sheet.words(sheet.text("country")),
                sheet.words(sheet.text("motto"))));
    sheet.heading(1, title);
    sheet.demonstration();
    body(sheet, view, all);
    sheet.raw(
        "<table class=\"sign\"><tr><td><b>%s</b></td><td><b>%s</b></td></tr></table>"
            .formatted(sheet.words(sheet.text("made-by")), sheet.words(sheet.text("decided-by"))));
    String body = sheet.section();
    if (!language.equals(Messages.VIETNAMESE)) {
      Sheet below = sheet(language);
      below.heading(2, below.text("title", month(view))).paragraph(below.text("helps"));
      body(below, view, all);
      body += "<div class=\"below\">" + below.section() + "</div>";
    }
    return printer.print(Sheet.document(Messages.VIETNAMESE, title, STYLE, body), _ -> new byte[0]);
  }

  private static void body(Sheet sheet, SheetView view, List<PaidView> all) {
    Paper paper = view.paper();
    if (paper == null) {
      sheet.warning(sheet.text("not-decided"));
    } else {
      sheet.paragraph(sheet.text("by", paper.number(), Sheet.day(paper.on())));
    }
    if (view.unchecked() > 0) {
      sheet.warning(sheet.text("unchecked", view.unchecked()));
    }
    List<List<String>> rows = new ArrayList<>();
    int number = 1;
    for (PaidView each : all) {
      String name = each.name();
      rows.add(
          List.of(
              sheet.code(String.valueOf(number++)),
              sheet.words(name == null ? sheet.text("erased") : name),
              sheet.words(each.teamName()),
              cell(sheet, each, line -> line.kind() == PayRule.Kind.MONTHLY && !line.correction()),
              cell(
                  sheet, each, line -> line.kind() == PayRule.Kind.DUTY_HOUR && !line.correction()),
              cell(
                  sheet,
                  each,
                  line ->
                      !line.correction()
                          && (line.kind() == PayRule.Kind.SOCIAL_INSURANCE
                              || line.kind() == PayRule.Kind.HEALTH_INSURANCE)),
              cell(sheet, each, LineView::correction),
              sheet.code(money(each.sum())),
              ""));
    }
    sheet.table("pay", COLUMNS.stream().map(each -> "column." + each).toList(), rows);
    sheet.paragraph(sheet.text("sum", money(view.sum())));
    for (MissingView each : view.missing()) {
      sheet.paragraph(
          sheet.text(
              "missing",
              sheet.choice("kind", each.kind().name()),
              sheet.choice("missing", each.missing().name()),
              each.people()));
    }
    sheet.paragraph(sheet.text("rounding"));
  }

  /// What it comes to; a dash where something of it has no amount and nothing else has.
  private static String cell(Sheet sheet, PaidView person, Predicate<LineView> which) {
    List<LineView> lines = person.lines().stream().filter(which).toList();
    if (lines.isEmpty()) {
      return "";
    }
    BigDecimal sum = BigDecimal.ZERO;
    boolean any = false;
    boolean lacks = false;
    for (LineView line : lines) {
      BigDecimal amount = line.amount();
      if (amount == null) {
        lacks = true;
      } else {
        any = true;
        sum = sum.add(amount);
      }
    }
    return (any ? sheet.code(money(sum)) : "")
        + (lacks ? sheet.words(" " + sheet.text("lacks")) : "");
  }

  private Sheet sheet(Locale language) {
    return new Sheet(messages, site, language, PREFIX, true);
  }

  private static String month(SheetView view) {
    return MONTH.format(YearMonth.parse(view.month()));
  }

  /// As on Vietnamese papers: points between thousands.
  private static String money(BigDecimal amount) {
    var symbols = new DecimalFormatSymbols(Locale.ROOT);
    symbols.setGroupingSeparator('.');
    symbols.setDecimalSeparator(',');
    return new DecimalFormat("#,##0", symbols).format(amount);
  }
}
