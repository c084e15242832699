package anbinh.evidence.web.owner;

import anbinh.platform.Messages;
import anbinh.platform.OnlyWhenServing;
import anbinh.platform.Site;
import anbinh.print.PdfPrinter;
import anbinh.print.Sheet;
import anbinh.signing.OfficeSigner;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.stereotype.Component;

/// Prints the receipt of an owner who gave files: what, when, with which hashes, and whom to ask;
/// signed by the office.
@Component
@OnlyWhenServing
class Receipts {
  private static final String STYLE =
      """
      @page { size: A4; margin: 18mm 16mm 20mm 16mm }
      body { font-family: 'DejaVu Sans Condensed', sans-serif; font-size: 10.5pt; line-height: 1.4 }
      h1 { font-size: 15pt } h2 { font-size: 12pt }
      table { border-collapse: collapse; width: 100%; table-layout: fixed }
      th, td { border: 1px solid #888; padding: 3pt 5pt; text-align: left; vertical-align: top;
        word-wrap: break-word }
      [dir=rtl] th, [dir=rtl] td { text-align: right }
      .rows th { width: 34%; background: #f2f2f2 }
      .files { font-size: 8.5pt }
      .warning { border: 2px solid #000; padding: 4pt; font-weight: bold }
      """;

  private final PdfPrinter printer;
  private final OfficeSigner signer;
  private final Messages messages;
  private final Site site;

  Receipts(PdfPrinter printer, OfficeSigner signer, Messages messages, Site site) {
    this.printer = printer;
    this.signer = signer;
    this.messages = messages;
    this.site = site;
  }

  /// @param given of an ask whose owner handed files over
  byte[] print(OwnerView given, Locale language) throws IOException {
    var sheet = new Sheet(messages, site, language, "evidence.receipt.", true);
    String title = sheet.text("title");
    sheet.heading(1, title);
    if (given.demonstration()) {
      sheet.warning(sheet.text("demonstration"));
    }
    sheet
        .beginRows()
        .row("request", sheet.code(given.requestCode()))
        .row("office", sheet.words(given.office() + " – " + given.site()))
        .row("case", sheet.code(given.caseCode()))
        .row("camera", sheet.words(given.cameraName()) + "<br/>" + sheet.code(given.cameraCode()))
        .row("asked", sheet.times(given.from(), given.to()))
        .row("given", sheet.time(Objects.requireNonNull(given.givenAt())));
    if (given.revocableUntil() != null) {
      sheet.row("revocable", sheet.time(given.revocableUntil()));
    }
    sheet
        .endTable()
        .heading(2, sheet.text("files"))
        .table("files", List.of("name", "bytes", "received", "hash"), files(sheet, given))
        .paragraph(sheet.text("kept"))
        .paragraph(sheet.text("ask", given.requestCode()));
    return signer.signPdf(printer.print(sheet.document(title, STYLE), Receipts::none), title);
  }

  private static List<List<String>> files(Sheet sheet, OwnerView given) {
    return given.files().stream()
        .filter(file -> file.sha256() != null && file.rejection() == null)
        .map(file ->
            List.of(
                sheet.words(file.name()),
                sheet.code(Long.toString(file.bytes())),
                sheet.time(Objects.requireNonNull(file.receivedAt())),
                sheet.code(Objects.requireNonNull(file.sha256()))))
        .toList();
  }

  private static byte[] none(String picture) {
    throw new IllegalStateException("a receipt has no picture " + picture);
  }
}
