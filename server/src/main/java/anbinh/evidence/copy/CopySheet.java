package anbinh.evidence.copy;

import anbinh.evidence.copy.CopySealing.Subject;
import anbinh.identity.people.People;
import anbinh.platform.Messages;
import anbinh.platform.OnlyWhenServing;
import anbinh.platform.Site;
import anbinh.print.PdfPrinter;
import anbinh.print.Sheet;
import anbinh.signing.OfficeSigner;
import java.io.IOException;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Prints the sheet that goes with a copy, one page, signed by the office: that it is a copy, of
/// which master, what is hidden and why, and who made and who confirmed it.
@Component
@OnlyWhenServing
class CopySheet {
  private static final String STYLE =
      """
      @page { size: A4; margin: 18mm 18mm 20mm 22mm }
      body { font-family: 'DejaVu Sans Condensed', sans-serif; font-size: 10pt; line-height: 1.45 }
      h1 { font-size: 14pt; text-align: center; margin: 0.9em 0 0.4em }
      h2 { font-size: 10.5pt; margin: 0.9em 0 0.2em; page-break-after: avoid }
      table { border-collapse: collapse; width: 100%; table-layout: fixed }
      th, td { border: 1px solid #888; padding: 2pt 5pt; vertical-align: top; text-align: left;
        word-wrap: break-word }
      [dir=rtl] th, [dir=rtl] td { text-align: right }
      tr { page-break-inside: avoid }
      .rows th { width: 32%; background: #f2f2f2 }
      .warning { border: 2px solid #000; padding: 4pt; font-weight: bold }
      """;

  private final PdfPrinter printer;
  private final Messages messages;
  private final People people;
  private final Site site;
  private final OfficeSigner signer;

  CopySheet(PdfPrinter printer, Messages messages, People people, Site site, OfficeSigner signer) {
    this.printer = printer;
    this.messages = messages;
    this.people = people;
    this.site = site;
    this.signer = signer;
  }

  byte[] print(Subject subject, Locale language) throws IOException {
    var sheet = new Sheet(messages, site, language, "evidence.copy.", true);
    Copy copy = subject.copy();
    Copy.Order order = copy.order();
    String title = sheet.text("title." + order.kind()) + " " + subject.code();
    sheet.heading(1, title);
    sheet.demonstration();
    sheet.warning(sheet.text("not-original"));
    sheet
        .heading(2, sheet.text("copy"))
        .beginRows()
        .row("file", sheet.code(copy.file()))
        .row("bytes", sheet.code(Long.toString(subject.made().bytes())))
        .row("hash", sheet.code(subject.made().sha256()))
        .row("method", sheet.words(sheet.text("method." + subject.made().method())))
        .row("tool", sheet.code(subject.made().tool()))
        .endTable()
        .heading(2, sheet.text("master"))
        .beginRows()
        .row("package", sheet.code(subject.master().extraction()))
        .row("file", sheet.code(order.master()))
        .row("hash", sheet.code(order.masterSha256()))
        .row("digest", sheet.code(subject.master().contents().tagManifestSha512()))
        .endTable();
    hidden(sheet, order);
    sheet
        .heading(2, sheet.text("who"))
        .beginRows()
        .row("ordered", sheet.words(people.get(order.by()).displayName()))
        .row("ordered-at", sheet.time(order.at()))
        .row("for", sheet.words(order.words()))
        .row("confirmed", sheet.words(people.get(subject.review().by()).displayName()))
        .row("confirmed-at", sheet.time(subject.review().at()))
        .endTable()
        .paragraph(sheet.text("check"));
    return signer.signPdf(
        printer.print(
            sheet.document(title, STYLE),
            name -> {
              throw new IllegalArgumentException("the sheet has no picture " + name);
            }),
        title);
  }

  private static void hidden(Sheet sheet, Copy.Order order) {
    Redaction covering = order.covering();
    sheet.heading(2, sheet.text("hidden")).beginRows();
    if (covering != null) {
      sheet
          .row(
              "reasons",
              sheet.words(
                  order.reasons().stream()
                      .map(reason -> sheet.text("reason." + reason))
                      .collect(Collectors.joining("; "))))
          .row("mode", sheet.words(sheet.text("mode." + covering.mode())))
          .row("fill", sheet.words(sheet.text("fill." + covering.fill())));
    }
    sheet
        .row("sound", sheet.words(sheet.text(order.keepsSound() ? "sound.kept" : "sound.removed")))
        .endTable();
  }
}
