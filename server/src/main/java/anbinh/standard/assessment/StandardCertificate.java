package anbinh.standard.assessment;

import anbinh.platform.Messages;
import anbinh.platform.Site;
import anbinh.print.PdfPrinter;
import anbinh.print.Sheet;
import anbinh.standard.UnitKind;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Prints the certificate of a unit that meets the standard (Giấy công nhận, article 10.1), for the
/// chair to sign: Vietnamese, with another language below for who does not read it.
@Component
class StandardCertificate {
  private static final String STYLE =
      """
      @page { size: A4; margin: 18mm 20mm }
      body { font-family: 'DejaVu Sans Condensed', sans-serif; font-size: 12pt; line-height: 1.45 }
      .paper { border: 3px double #8a1c12; padding: 8mm 10mm }
      table { width: 100%; border-collapse: collapse } td { vertical-align: top; text-align: center }
      h1 { font-size: 19pt; text-align: center; color: #8a1c12; margin: 8mm 0 2mm }
      h2 { font-size: 14pt; text-align: center; margin: 1mm 0 }
      .middle p { text-align: center } .small p { font-size: 10.5pt; margin: 2pt 0 }
      .warning { border: 2px solid #000; padding: 4pt; font-weight: bold; text-align: center }
      .head { font-size: 10.5pt } .head td { width: 58% } .head td.of { width: 42% }
      .sign td { height: 36mm; width: 50% }
      .below { border-top: 1px solid #888; margin-top: 8mm; padding-top: 3mm; font-size: 10.5pt }
      .below h1 { font-size: 13pt; color: #111; margin: 0 0 1mm } .below h2 { font-size: 11.5pt }
      """;

  private final PdfPrinter printer;
  private final Messages messages;
  private final Site site;

  StandardCertificate(PdfPrinter printer, Messages messages, Site site) {
    this.printer = printer;
    this.messages = messages;
    this.site = site;
  }

  /// What the certificate says.
  ///
  /// @param authority whose People's Committee it is of; null for the whole site
  record Certificate(
      String unit,
      UnitKind kind,
      int year,
      @Nullable String authority,
      String number,
      LocalDate on,
      String decisionNumber,
      LocalDate decidedOn) {}

  byte[] print(Certificate certificate, Locale language) throws IOException {
    Sheet sheet = sheet(Messages.VIETNAMESE);
    String title = sheet.text("title");
    String committee =
        sheet.text(
            "committee", certificate.authority() == null ? site.name() : certificate.authority());
    sheet.raw("<div class=\"paper\">");
    sheet.demonstration();
    sheet.raw(
        "<table class=\"head\"><tr><td class=\"of\"><b>%s</b><br/>%s</td><td><b>%s</b><br/><b>%s</b></td></tr></table>"
            .formatted(
                sheet.words(committee),
                sheet.words(sheet.text("number", certificate.number())),
                sheet.words(sheet.text("state")),
                sheet.words(sheet.text("motto"))));
    sheet.heading(1, title);
    body(sheet.raw("<div class=\"middle\">"), certificate, committee).raw("</div>");
    sheet.raw(
        "<table class=\"sign\"><tr><td></td><td>%s<br/><b>%s</b></td></tr></table>"
            .formatted(
                sheet.words(sheet.text("on", Sheet.day(certificate.on()))),
                sheet.words(sheet.text("chair"))));
    if (!language.equals(Messages.VIETNAMESE)) {
      sheet.raw(below(certificate, language));
    }
    sheet.raw("</div>");
    return printer.print(sheet.document(title, STYLE), StandardCertificate::none);
  }

  private static Sheet body(Sheet sheet, Certificate certificate, String committee) {
    return sheet
        .paragraph(sheet.text("by", committee))
        .heading(2, sheet.choice("standard.kind", certificate.kind().name()))
        .heading(2, certificate.unit())
        .paragraph(sheet.text("met", Integer.toString(certificate.year())))
        .paragraph(
            sheet.text(
                "decision", certificate.decisionNumber(), Sheet.day(certificate.decidedOn())));
  }

  private String below(Certificate certificate, Locale language) {
    Sheet second = sheet(language);
    String committee =
        second.text(
            "committee", certificate.authority() == null ? site.name() : certificate.authority());
    second.raw("<div class=\"middle\">").heading(1, second.text("title"));
    return "<div class=\"below\">"
        + body(second, certificate, committee)
            .paragraph(second.text("reading"))
            .raw("</div>")
            .section()
        + "</div>";
  }

  private Sheet sheet(Locale language) {
    return new Sheet(messages, site, language, "standard.certificate.", true);
  }

  private static byte[] none(String picture) {
    throw new IllegalStateException("a certificate has no picture " + picture);
  }
}
