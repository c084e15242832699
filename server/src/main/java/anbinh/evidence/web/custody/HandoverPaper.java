package anbinh.evidence.web.custody;

import anbinh.evidence.collect.document.SealLabel;
import anbinh.evidence.handover.Handover;
import anbinh.evidence.handover.HandoverState;
import anbinh.evidence.request.EvidenceRequest;
import anbinh.identity.Person;
import anbinh.identity.people.People;
import anbinh.platform.Messages;
import anbinh.platform.OnlyWhenServing;
import anbinh.platform.QrCode;
import anbinh.platform.Site;
import anbinh.print.PdfPrinter;
import anbinh.print.Sheet;
import anbinh.seal.pack.Seal;
import anbinh.seal.tree.Hash;
import anbinh.signing.OfficeSigner;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/// Prints the receipt of a hand-over, for the receiver and who hands over to sign: which package,
/// its digest in letters and as a QR code, from whom, to whom, when, and how the receiver was
/// identified; signed by the office.
@Component
@OnlyWhenServing
class HandoverPaper {
  private static final String STYLE =
      """
      @page { size: A4; margin: 14mm 18mm 16mm 20mm }
      body { font-family: 'DejaVu Sans Condensed', sans-serif; font-size: 10pt; line-height: 1.4 }
      h1 { font-size: 14.5pt; text-align: center; margin: 0.4em 0 0.3em }
      h2 { font-size: 11pt; margin: 0.8em 0 0.2em; page-break-after: avoid }
      p { margin: 0.3em 0 }
      table { border-collapse: collapse; width: 100%; table-layout: fixed }
      th, td { border: 1px solid #888; padding: 3pt 5pt; text-align: left; vertical-align: top;
        word-wrap: break-word }
      [dir=rtl] th, [dir=rtl] td { text-align: right }
      .rows th { width: 30%; background: #f2f2f2 }
      .rows .code { font-size: 8.5pt }
      .warning { border: 2px solid #000; padding: 4pt; font-weight: bold }
      .qr { text-align: center; page-break-inside: avoid } .qr img { width: 36mm; height: 36mm }
      .sign { page-break-inside: avoid; margin-top: 0.8em }
      .sign td, [dir=rtl] .sign td { border: 0; text-align: center; height: 3.4cm; width: 50% }
      """;

  private final PdfPrinter printer;
  private final OfficeSigner signer;
  private final Messages messages;
  private final People people;
  private final Site site;

  HandoverPaper(
      PdfPrinter printer, OfficeSigner signer, Messages messages, People people, Site site) {
    this.printer = printer;
    this.signer = signer;
    this.messages = messages;
    this.people = people;
    this.site = site;
  }

  byte[] print(
      EvidenceRequest request, Seal seal, long sealIndex, Handover handover, Locale language)
      throws IOException {
    var sheet = new Sheet(messages, site, language, "evidence.handover.", true);
    String title = sheet.text("title", seal.extraction());
    sheet.heading(1, title);
    sheet.demonstration();
    what(sheet, request, seal, sealIndex);
    who(sheet, handover);
    sheet.paragraph(sheet.text("statement")).paragraph(sheet.text("check"));
    sheet
        .raw("<table class=\"sign\">\n")
        .line(List.of(place(sheet, "from", name(handover)), place(sheet, "to", handover.toName())))
        .endTable();
    byte[] code = QrCode.png(SealLabel.of(seal));
    sheet.raw(
        "<div class=\"qr\"><img src=\"%s\" alt=\"\"/></div>\n"
            .formatted(PdfPrinter.PICTURE + "digest"));
    return signer.signPdf(printer.print(sheet.document(title, STYLE), _ -> code), title);
  }

  private static void what(Sheet sheet, EvidenceRequest request, Seal seal, long sealIndex) {
    sheet
        .heading(2, sheet.text("what"))
        .beginRows()
        .row("package", sheet.code(seal.extraction()))
        .row("request", sheet.code(request.code()))
        .row("sealed", sheet.time(seal.time()))
        .row("digest", sheet.code(seal.contents().tagManifestSha512()))
        .row("seal", sheet.code(Hash.sha256(seal.canonical()).hex()))
        .row("entry", sheet.code(Long.toString(sealIndex)))
        .row("oxum", sheet.code(seal.contents().payloadOxum()))
        .endTable();
  }

  private void who(Sheet sheet, Handover handover) {
    sheet
        .heading(2, sheet.text("who"))
        .beginRows()
        .row("from", sheet.words(name(handover)) + "<br/>" + sheet.words(site.name()))
        .row("to", sheet.words(handover.toName()))
        .row("office", sheet.words(handover.toOffice()));
    if (!handover.toTitle().isEmpty()) {
      sheet.row("to-title", sheet.words(handover.toTitle()));
    }
    sheet
        .row("identity", sheet.words(sheet.choice("identity", handover.identity().name())))
        .row("medium", sheet.words(sheet.choice("medium", handover.medium().name())))
        .row("handed", sheet.time(handover.openedAt()));
    Instant ended = handover.endedAt();
    if (handover.state() == HandoverState.RECEIVED && ended != null) {
      sheet
          .row("received", sheet.time(ended))
          .row("number", sheet.code(String.valueOf(handover.number())));
    }
    sheet.endTable();
  }

  private String name(Handover handover) {
    return people.find(handover.handedBy()).map(Person::displayName).orElse("–");
  }

  private static String place(Sheet sheet, String side, String name) {
    return "<td><strong>%s</strong><br/>%s<br/>%s</td>"
        .formatted(
            sheet.words(sheet.text(side)), sheet.words(name), sheet.words(sheet.text("sign")));
  }
}
