package anbinh.evidence.collect.document;

import anbinh.evidence.collect.document.RecordWriter.Subject;
import anbinh.evidence.collect.footage.ExtractedCamera;
import anbinh.evidence.collect.footage.SecuredTable;
import anbinh.evidence.request.Application;
import anbinh.evidence.request.EvidenceRequest;
import anbinh.evidence.request.Paper;
import anbinh.evidence.request.SubjectClass;
import anbinh.evidence.request.Urgency;
import anbinh.evidence.request.lifecycle.Decision;
import anbinh.identity.Confirmation;
import anbinh.identity.Person;
import anbinh.identity.people.People;
import anbinh.platform.Messages;
import anbinh.platform.OnlyWhenServing;
import anbinh.platform.Site;
import anbinh.print.PdfPrinter;
import anbinh.print.Sheet;
import anbinh.seal.policy.Policy;
import anbinh.signing.OfficeSigner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Writes what `record.json` says for people: `record.html` with a part for each language, and
/// `record.<language>.pdf` with the stills in it.
///
/// There is one PDF for each language and not one of three parts, since what goes into a court's
/// file is printed and signed page by page, and nobody signs what he cannot read.
@Component
@OnlyWhenServing
public class RecordPages {
  private static final String STYLE =
      """
      @page { size: A4; margin: 18mm 16mm 20mm 16mm;
        @bottom-center { content: counter(page) " / " counter(pages);
          font-family: 'DejaVu Sans Condensed'; font-size: 8pt } }
      body { font-family: 'DejaVu Sans Condensed', sans-serif; font-size: 10pt; line-height: 1.4;
        max-width: 60rem; margin: 0 auto }
      h1 { font-size: 16pt } h2 { font-size: 12.5pt; margin: 1.2em 0 0.3em; page-break-after: avoid }
      h3 { font-size: 10.5pt; margin: 0.9em 0 0.3em; page-break-after: avoid }
      table { border-collapse: collapse; width: 100%; table-layout: fixed }
      th, td { border: 1px solid #888; padding: 2pt 5pt; text-align: left; vertical-align: top;
        word-wrap: break-word }
      tr { page-break-inside: avoid }
      [dir=rtl] th, [dir=rtl] td { text-align: right }
      .rows th { width: 30%; font-weight: bold; background: #f2f2f2 }
      .files, .segments { font-size: 8pt }
      .stills td, [dir=rtl] .stills td { text-align: center; border: 0 } .stills img { width: 100% }
      .warning { border: 2px solid #000; padding: 4pt; font-weight: bold }
      section { margin-bottom: 3rem }
      """;

  private final PdfPrinter printer;
  private final Messages messages;
  private final People people;
  private final Site site;
  private final RecordWriter records;
  private final OfficeSigner signer;

  RecordPages(
      PdfPrinter printer,
      Messages messages,
      People people,
      Site site,
      RecordWriter records,
      OfficeSigner signer) {
    this.printer = printer;
    this.messages = messages;
    this.people = people;
    this.site = site;
    this.records = records;
    this.signer = signer;
  }

  /// A file of the package as the record names it.
  public record Listed(String name, long bytes, String sha256) {}

  /// All languages in one page, which shows the stills beside it.
  public String html(Subject subject, List<Listed> files) {
    var parts = new StringBuilder();
    for (Locale language : Messages.LANGUAGES) {
      parts.append(sheet(subject, files, language, "").section());
    }
    return Sheet.document(Messages.VIETNAMESE, subject.extraction(), STYLE, parts.toString());
  }

  /// One language to print, signed.
  ///
  /// @param payload the folder with the files
  public byte[] pdf(Subject subject, List<Listed> files, Locale language, Path payload)
      throws IOException {
    Sheet sheet = sheet(subject, files, language, PdfPrinter.PICTURE);
    String title = sheet.text("title", subject.extraction());
    byte[] pdf = printer.print(sheet.document(title, STYLE), name -> still(payload.resolve(name)));
    return signer.signPdf(pdf, title);
  }

  private static byte[] still(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Sheet sheet(Subject subject, List<Listed> files, Locale language, String pictures) {
    var sheet = new Sheet(messages, site, language, "evidence.record.", !pictures.isEmpty());
    sheet.heading(1, sheet.text("title", subject.extraction()));
    sheet.demonstration();
    identity(sheet, subject);
    request(sheet, subject);
    decision(sheet, subject);
    for (ExtractedCamera camera : subject.taken()) {
      CameraPages.write(sheet, camera, pictures);
      subject.sightings().find(camera.cameraId()).ifPresent(part -> PassPages.write(sheet, part));
    }
    files(sheet, files);
    sheet.heading(2, sheet.text("limits"));
    sheet.paragraph(sheet.text("redaction")).paragraph(sheet.text("absent"));
    sheet.paragraph(sheet.text("meaning"));
    sheet.heading(2, sheet.text("verifying"));
    return sheet.paragraph(sheet.text("verify")).paragraph(sheet.text("verify-key"));
  }

  private void identity(Sheet sheet, Subject subject) {
    sheet
        .beginRows()
        .row("extraction", sheet.code(subject.extraction()))
        .row("case", sheet.code(subject.relatedCase().code()))
        .row("site", sheet.words(site.name()))
        .row("system", sheet.code("An Bình " + records.softwareVersion()))
        .row("commit", sheet.code(records.commit()))
        .row("finished", sheet.time(subject.finishedAt()))
        .row("clock", sheet.words(clock(sheet, subject.circumstances().clock())))
        .endTable();
  }

  private static String clock(Sheet sheet, @Nullable KernelClock machine) {
    if (machine == null) {
      return sheet.text("clock.UNKNOWN");
    }
    return machine.kept()
        ? sheet.text("clock.KEPT", CameraPages.seconds((double) machine.greatestError().toMillis()))
        : sheet.text("clock.NOT_KEPT");
  }

  private void request(Sheet sheet, Subject subject) {
    EvidenceRequest request = subject.request();
    Application application = request.application();
    String basis = application.legalBasis().name();
    sheet
        .heading(2, sheet.text("asked-heading"))
        .beginRows()
        .row("request", sheet.code(request.code()))
        .row("requester", sheet.words(name(request.requestedBy())))
        .row("requested", sheet.time(request.requestedAt()))
        .row("area", sheet.words(subject.areaName()))
        .row("purpose", sheet.words(sheet.choice("purpose", application.purpose().name())))
        .row("offence", sheet.words(sheet.choice("offence", application.offence().name())))
        .row(
            "basis",
            sheet.words(
                sheet.choice("basis", basis + ".article") + "\n" + sheet.choice("basis", basis)))
        .row("paper", paper(sheet, application.paper()))
        .row("subject", sheet.words(subject(sheet, application.subject())))
        .row("necessity", sheet.words(application.necessity()))
        .row("urgent", sheet.words(urgent(sheet, request)))
        .row("asked", sheet.times(application.asked().from(), application.asked().to()))
        .row("asked-cameras", sheet.code(Integer.toString(application.asked().cameraIds().size())))
        .endTable();
  }

  private static String paper(Sheet sheet, @Nullable Paper paper) {
    if (paper == null) {
      return sheet.words(sheet.text("no-paper"));
    }
    String named = sheet.words(paper.number()) + "<br/>" + sheet.code(Sheet.day(paper.on()));
    return paper.sha256() == null ? named : named + "<br/>" + sheet.code(paper.sha256());
  }

  private static String subject(Sheet sheet, @Nullable SubjectClass subject) {
    return subject == null ? "–" : sheet.choice("subject", subject.name());
  }

  /// Yes or no, and why when somebody had the footage taken before the decision.
  private static String urgent(Sheet sheet, EvidenceRequest request) {
    Urgency urgency = request.urgency();
    return urgency == null
        ? sheet.text(request.application().urgent() ? "yes" : "no")
        : sheet.choice("urgent", urgency.cause().reason().name()) + "\n" + urgency.cause().words();
  }

  private void decision(Sheet sheet, Subject subject) {
    Decision decision = subject.decision();
    List<String> cameras = subject.taken().stream().map(ExtractedCamera::code).toList();
    sheet
        .heading(2, sheet.text("decision-heading"))
        .beginRows()
        .row("decider", sheet.words(name(decision.by())))
        .row("decided", sheet.time(decision.at()))
        .row("outcome", sheet.words(sheet.choice("decision", decision.outcome().name())))
        .row("reason", sheet.words(sheet.choice("reason", decision.code().name())))
        .row("reason-words", sheet.words(decision.reason().isEmpty() ? "–" : decision.reason()))
        .row("granted", sheet.times(subject.grant().from(), subject.grant().to()))
        .row("granted-cameras", sheet.code(String.join(", ", cameras)))
        .row("cut-down", sheet.yesNo(!subject.grant().sameAs(subject.request().asked())))
        .row("another-person", sheet.yesNo(!decision.by().equals(subject.request().requestedBy())))
        .row("confirmed", confirmed(sheet, subject.circumstances().confirmation()))
        .row("ratified", sheet.words(ratified(sheet, subject)))
        .row("policy", sheet.code(RecordWriter.POLICY))
        .row("witnesses", sheet.words(witnesses(sheet, subject.circumstances().witnesses())))
        .endTable();
  }

  private static String confirmed(Sheet sheet, @Nullable Confirmation shown) {
    return shown == null
        ? sheet.words(sheet.text("not-kept"))
        : sheet.words(sheet.choice("shown", shown.method())) + "<br/>" + sheet.time(shown.at());
  }

  private static String ratified(Sheet sheet, Subject subject) {
    if (subject.request().urgency() == null) {
      return sheet.text("ratified.NOT_URGENT");
    }
    SecuredTable.Row secured = subject.circumstances().secured();
    return sheet.text(
        secured == null || secured.securedAt() == null ? "ratified.BEFORE" : "ratified.AFTER");
  }

  private static String witnesses(Sheet sheet, Circumstances.@Nullable Asked asked) {
    return asked == null
        ? sheet.text("no-witnesses")
        : sheet.text(
            "witnesses-value",
            Integer.toString(asked.present().needed()),
            Integer.toString(asked.present().members()),
            asked.policy().witnesses().stream()
                .map(Policy.Witness::name)
                .collect(Collectors.joining(", ")));
  }

  private static void files(Sheet sheet, List<Listed> files) {
    List<List<String>> lines = new ArrayList<>();
    for (Listed file : files) {
      lines.add(
          List.of(
              sheet.code(file.name()),
              sheet.code(Long.toString(file.bytes())),
              sheet.code(file.sha256())));
    }
    sheet
        .heading(2, sheet.text("files"))
        .paragraph(sheet.text("files-note"))
        .table("files", List.of("file", "bytes", "hash"), lines);
  }

  private String name(UUID id) {
    return people.find(id).map(Person::displayName).orElse("–");
  }
}
