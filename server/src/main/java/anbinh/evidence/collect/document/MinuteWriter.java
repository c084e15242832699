package anbinh.evidence.collect.document;

import anbinh.evidence.request.EvidenceRequest;
import anbinh.identity.Person;
import anbinh.identity.people.People;
import anbinh.platform.Messages;
import anbinh.platform.OnlyWhenServing;
import anbinh.platform.QrCode;
import anbinh.platform.Site;
import anbinh.print.PdfPrinter;
import anbinh.print.Sheet;
import anbinh.seal.bag.FileDigest;
import anbinh.seal.log.TlogProof;
import anbinh.seal.note.VerifierKey;
import anbinh.seal.pack.PackageLayout;
import anbinh.seal.pack.Seal;
import anbinh.signing.OfficeSigner;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Writes the minute of sealing (biên bản niêm phong), which is printed, completed and signed by
/// hand: what was sealed, described truly, with places for the people present, and a label with a
/// QR code for the medium, as article 107 of Viet Nam's Criminal Procedure Code has it done.
///
/// It is made after the seal and therefore stands beside the bag, as `seal/minute.<language>.pdf`.
@Component
@OnlyWhenServing
public class MinuteWriter {
  private static final String LABEL = "label";
  private static final int SHOWN_FILES = 60;
  private static final String STYLE =
      """
      @page { size: A4; margin: 16mm 18mm 18mm 22mm;
        @bottom-center { content: counter(page) " / " counter(pages);
          font-family: 'DejaVu Sans Condensed'; font-size: 8pt } }
      body { font-family: 'DejaVu Sans Condensed', sans-serif; font-size: 10pt; line-height: 1.45 }
      h1 { font-size: 14pt; text-align: center; margin: 0.9em 0 0.2em }
      h2 { font-size: 10.5pt; margin: 0.9em 0 0.2em; page-break-after: avoid }
      p { margin: 0.3em 0 }
      .head { text-align: center; font-weight: bold }
      table { border-collapse: collapse; width: 100%; table-layout: fixed }
      th, td { border: 1px solid #888; padding: 2pt 5pt; vertical-align: top; text-align: left;
        word-wrap: break-word }
      [dir=rtl] th, [dir=rtl] td { text-align: right }
      tr { page-break-inside: avoid }
      .rows th { width: 32%; background: #f2f2f2 }
      .files { font-size: 8pt }
      .warning { border: 2px solid #000; padding: 4pt; font-weight: bold }
      .sign { page-break-inside: avoid; margin-top: 1em }
      .sign td, [dir=rtl] .sign td { border: 0; text-align: center; height: 3.6cm; width: 50% }
      .label { border: 1.5pt dashed #000; page-break-inside: avoid; margin-top: 1.2em; padding: 6pt }
      .label td { border: 0 } .label .qr { width: 4.6cm } .label img { width: 4.2cm }
      .label .code { font-size: 8pt }
      """;

  private final PdfPrinter printer;
  private final Messages messages;
  private final People people;
  private final Site site;
  private final OfficeSigner signer;

  MinuteWriter(
      PdfPrinter printer, Messages messages, People people, Site site, OfficeSigner signer) {
    this.printer = printer;
    this.messages = messages;
    this.people = people;
    this.site = site;
    this.signer = signer;
  }

  /// What was sealed, and where the log has it.
  ///
  /// @param payload digests of the payload by path below the bag
  public record Subject(
      EvidenceRequest request,
      String caseCode,
      Seal seal,
      TlogProof proof,
      VerifierKey key,
      Map<String, FileDigest> payload) {
    public Subject {
      payload = Map.copyOf(payload);
    }
  }

  /// The names below `seal/` of the minutes.
  public static List<String> names() {
    return Messages.LANGUAGES.stream().map(MinuteWriter::name).toList();
  }

  private static String name(Locale language) {
    return "minute." + language.getLanguage() + ".pdf";
  }

  /// The minute in each language, by its name below `seal/`, each tied to the seal by the reason of
  /// its signature.
  public Map<String, byte[]> write(Subject subject) throws IOException {
    Map<String, byte[]> minutes = new TreeMap<>();
    byte[] label = QrCode.png(SealLabel.of(subject.seal()));
    String reason = PackageLayout.minuteReason(subject.seal().canonical());
    for (Locale language : Messages.LANGUAGES) {
      Sheet sheet = sheet(subject, language);
      String title = sheet.text("title") + " " + subject.seal().extraction();
      minutes.put(
          name(language),
          signer.signPdf(printer.print(sheet.document(title, STYLE), _ -> label), reason));
    }
    return minutes;
  }

  private Sheet sheet(Subject subject, Locale language) {
    Seal seal = subject.seal();
    var sheet = new Sheet(messages, site, language, "evidence.minute.", true);
    sheet.raw("<div class=\"head\">" + sheet.words(sheet.text("country")) + "</div>\n");
    sheet.heading(1, sheet.text("title"));
    sheet.raw("<div class=\"head\">" + sheet.code(seal.extraction()) + "</div>\n");
    sheet.demonstration();
    sheet.paragraph(sheet.text("opening"));
    people(sheet);
    what(sheet, subject);
    state(sheet, subject);
    sealed(sheet, subject);
    sheet.heading(2, sheet.text("statement-heading")).paragraph(sheet.text("statement"));
    sheet.paragraph(sheet.text("closing"));
    signatures(sheet);
    label(sheet, seal);
    return sheet;
  }

  private static void people(Sheet sheet) {
    sheet.heading(2, sheet.text("present"));
    for (String role : List.of("sealer", "receiver", "witness", "other")) {
      sheet.paragraph(sheet.text("blank", sheet.text("role." + role)));
    }
  }

  private void what(Sheet sheet, Subject subject) {
    EvidenceRequest request = subject.request();
    sheet
        .heading(2, sheet.text("what"))
        .beginRows()
        .row("case", sheet.code(subject.caseCode()))
        .row("request", sheet.code(request.code()))
        .row("requester", sheet.words(name(request.requestedBy())))
        .row("decider", sheet.words(name(request.findDecision().orElseThrow().by())))
        .row(
            "basis",
            sheet.words(
                sheet.choice("basis", request.application().legalBasis().name() + ".article")))
        .row(
            "granted",
            sheet.times(
                request.findGrant().orElseThrow().from(), request.findGrant().orElseThrow().to()))
        .endTable();
  }

  private static void state(Sheet sheet, Subject subject) {
    List<List<String>> lines = new ArrayList<>();
    new TreeMap<>(subject.payload())
        .entrySet().stream()
            .limit(SHOWN_FILES)
            .forEach(file ->
                lines.add(
                    List.of(
                        sheet.code(file.getKey()),
                        sheet.code(Long.toString(file.getValue().bytes())),
                        sheet.code(file.getValue().sha256()))));
    sheet
        .heading(2, sheet.text("state"))
        .paragraph(sheet.text("state-note"))
        .table("files", List.of("file", "bytes", "hash"), lines);
    if (lines.size() < subject.payload().size()) {
      sheet.paragraph(
          sheet.text("more-files", Integer.toString(subject.payload().size() - lines.size())));
    }
  }

  private void sealed(Sheet sheet, Subject subject) {
    Seal seal = subject.seal();
    sheet
        .heading(2, sheet.text("seal"))
        .beginRows()
        .row("sealed", sheet.time(seal.time()))
        .row("digest", sheet.code(seal.contents().tagManifestSha512()))
        .row("oxum", sheet.code(seal.contents().payloadOxum()))
        .row("entry", sheet.code(Long.toString(subject.proof().index())))
        .row(
            "head",
            sheet.code(
                subject.proof().checkpoint().checkpoint().size()
                    + " · "
                    + subject.proof().checkpoint().checkpoint().root()))
        .row("log", sheet.code(subject.key().name()))
        .row("key", sheet.code(subject.key().fingerprint()))
        .row("certificate", sheet.code(signer.fingerprint()))
        .endTable();
  }

  private static void signatures(Sheet sheet) {
    sheet
        .raw("<table class=\"sign\">\n")
        .line(List.of(place(sheet, "sealer"), place(sheet, "receiver")))
        .line(List.of(place(sheet, "witness"), place(sheet, "other")))
        .endTable();
  }

  private static String place(Sheet sheet, String role) {
    return "<td><strong>%s</strong><br/>%s</td>"
        .formatted(sheet.words(sheet.text("role." + role)), sheet.words(sheet.text("sign")));
  }

  private static void label(Sheet sheet, Seal seal) {
    sheet.raw(
        """
        <div class="label"><table><tr><td class="qr"><img src="%s" alt=""/></td><td>
        <strong>%s</strong><br/><strong>%s</strong><br/>%s<br/>%s<br/>%s</td></tr></table></div>
        """
            .formatted(
                PdfPrinter.PICTURE + LABEL,
                sheet.words(sheet.text("label")),
                sheet.code(seal.extraction()),
                sheet.time(seal.time()),
                sheet.words(sheet.text("digest")),
                sheet.code(seal.contents().tagManifestSha512())));
  }

  private String name(UUID id) {
    return people.find(id).map(Person::displayName).orElse("–");
  }
}
