package anbinh.evidence.web.owner;

import anbinh.platform.Messages;
import anbinh.platform.QrCode;
import anbinh.platform.Site;
import anbinh.print.PdfPrinter;
import anbinh.print.Sheet;
import java.io.IOException;
import java.util.Locale;
import org.springframework.stereotype.Component;

/// Prints the sheet that is handed to the owner of a camera: who asks for what and why, the right
/// to refuse, until when, whom to call, and the link as a QR code and in letters. It says no more
/// of the case than the page behind the link does.
@Component
class LinkSheets {
  private static final String STYLE =
      """
      @page { size: A4; margin: 12mm 18mm }
      body { font-family: 'DejaVu Sans Condensed', sans-serif; font-size: 10pt; line-height: 1.3 }
      h1 { font-size: 15pt; margin: 0 0 4pt 0 } h2 { font-size: 11.5pt; margin: 7pt 0 2pt 0 }
      p { margin: 2pt 0 }
      table { border-collapse: collapse; width: 100%; table-layout: fixed }
      th, td { border: 1px solid #888; padding: 3pt 5pt; text-align: left; vertical-align: top;
        word-wrap: break-word }
      [dir=rtl] th, [dir=rtl] td { text-align: right }
      .rows th { width: 30%; background: #f2f2f2 }
      .warning { border: 2px solid #000; padding: 4pt; font-weight: bold }
      .link { text-align: center; page-break-inside: avoid }
      .link img { width: 50mm; height: 50mm }
      .link .code { font-size: 8.5pt; word-wrap: break-word }
      """;

  private final PdfPrinter printer;
  private final Messages messages;
  private final Site site;

  LinkSheets(PdfPrinter printer, Messages messages, Site site) {
    this.printer = printer;
    this.messages = messages;
    this.site = site;
  }

  /// @param address of the owner's page, with the link's secret
  byte[] print(OwnerView asked, String address, Locale language) throws IOException {
    var sheet = new Sheet(messages, site, language, "evidence.sheet.", true);
    String title = sheet.text("title", asked.office());
    sheet.heading(1, title);
    if (asked.demonstration()) {
      sheet.warning(sheet.text("demonstration"));
    }
    sheet.paragraph(sheet.text("lead"));
    asked(sheet, asked);
    sheet.heading(2, sheet.text("refuse")).paragraph(sheet.text("refuse-more"));
    sheet.heading(2, sheet.text("how")).paragraph(sheet.text("how-more"));
    byte[] code = QrCode.png(address);
    sheet.raw(
        """
        <div class="link"><img src="%s" alt=""/><p>%s</p></div>
        """
            .formatted(PdfPrinter.PICTURE + "link", sheet.code(address)));
    sheet.paragraph(sheet.text("private"));
    sheet.heading(2, sheet.text("use")).paragraph(sheet.text("use-more"));
    sheet.heading(2, sheet.text("sure")).paragraph(sheet.text("sure-more", asked.requestCode()));
    return printer.print(sheet.document(title, STYLE), _ -> code);
  }

  private static void asked(Sheet sheet, OwnerView asked) {
    String phone = asked.phone();
    sheet
        .beginRows()
        .row("office", sheet.words(asked.office() + " – " + asked.site()))
        .row("case", sheet.code(asked.caseCode()))
        .row("request", sheet.code(asked.requestCode()))
        .row("basis", sheet.words(asked.basis()) + "<br/>" + sheet.words(asked.article()))
        .row("camera", sheet.words(asked.cameraName()) + "<br/>" + sheet.code(asked.cameraCode()))
        .row("span", sheet.second(asked.from()) + "<br/>" + sheet.second(asked.to()))
        .row("until", sheet.second(asked.openUntil()))
        .row("phone", phone == null ? sheet.words(sheet.text("phone-blank")) : sheet.code(phone))
        .endTable();
  }
}
