package anbinh.standard.assessment;

import anbinh.platform.Messages;
import anbinh.platform.Site;
import anbinh.print.PdfPrinter;
import anbinh.print.Sheet;
import anbinh.standard.StandardOutcome;
import anbinh.standard.criteria.AnswerKind;
import anbinh.standard.criteria.Criterion;
import anbinh.standard.criteria.StandardParticipant;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Prints the dossier of a unit as one file: what it registered with (article 9.2 a), the letter,
/// the report, the minutes and the list of other documents (article 9.2 b), and what was appraised
/// and decided of it, with why where something stood against it.
@Component
class StandardDossierPaper {
  private static final String STYLE =
      """
      @page { size: A4; margin: 18mm 20mm }
      body { font-family: 'DejaVu Sans Condensed', sans-serif; font-size: 10.5pt; line-height: 1.4 }
      .state { text-align: center; font-weight: bold } .motto { text-align: center }
      h1 { font-size: 15pt; text-align: center; margin: 5mm 0 3mm }
      h2 { font-size: 12pt; margin: 4mm 0 1mm; page-break-after: avoid }
      p { margin: 2pt 0 } .next { page-break-before: always }
      table { border-collapse: collapse; width: 100%; table-layout: fixed }
      th, td { border: 1px solid #777; padding: 2pt 4pt; text-align: left; vertical-align: top;
        word-wrap: break-word }
      [dir=rtl] th, [dir=rtl] td { text-align: right }
      .rows th { width: 35%; background: #f2f2f2 }
      .warning { border: 2px solid #000; padding: 4pt; font-weight: bold; text-align: center }
      .sign td, [dir=rtl] .sign td { border: 0; text-align: center; height: 30mm }
      """;

  private final PdfPrinter printer;
  private final Messages messages;
  private final Site site;

  StandardDossierPaper(PdfPrinter printer, Messages messages, Site site) {
    this.printer = printer;
    this.messages = messages;
    this.site = site;
  }

  /// What it is printed of.
  ///
  /// @param authority whose People's Committee decides; null for the whole site
  record Content(
      String unit,
      @Nullable String authority,
      Dossier dossier,
      Map<UUID, MeetingMinutes> minutes,
      List<StandardTable.ExceptionRow> exceptions) {}

  byte[] print(Content content, Locale language) throws IOException {
    var sheet = new Sheet(messages, site, language, "standard.dossier.", true);
    String title =
        sheet.text("title", content.unit(), Integer.toString(assessment(content).year()));
    if (!language.equals(Messages.VIETNAMESE)) {
      sheet.paragraph(sheet.text("reading"));
    }
    registration(begin(sheet, sheet.text("registration")), content);
    letter(begin(sheet.raw("<div class=\"next\"></div>"), sheet.text("letter")), content);
    report(begin(sheet.raw("<div class=\"next\"></div>"), sheet.text("report")), content, language);
    minutes(begin(sheet.raw("<div class=\"next\"></div>"), sheet.text("minutes")), content);
    documents(begin(sheet.raw("<div class=\"next\"></div>"), sheet.text("documents")), content);
    if (appraised(content).isPresent()) {
      decision(
          begin(sheet.raw("<div class=\"next\"></div>"), sheet.text("decision")),
          content,
          language);
    }
    return printer.print(sheet.document(title, STYLE), StandardDossierPaper::none);
  }

  private Sheet begin(Sheet sheet, String title) {
    sheet.raw("<div class=\"state\">" + sheet.words(sheet.text("state")) + "</div>\n");
    sheet.raw("<div class=\"motto\">" + sheet.words(sheet.text("motto")) + "</div>\n");
    sheet.demonstration();
    return sheet.heading(1, title);
  }

  private static Assessment assessment(Content content) {
    return content.dossier().assessment();
  }

  private static Optional<StandardStep> appraised(Content content) {
    return content.dossier().lastStep(StandardStep.Kind.APPRAISED);
  }

  private void unit(Sheet sheet, Content content) {
    Assessment of = assessment(content);
    sheet.row("unit", sheet.words(content.unit()));
    sheet.row("kind", sheet.words(sheet.choice("standard.kind", of.kind().name())));
    sheet.row("year", sheet.code(Integer.toString(of.year())));
    sheet.row("code", sheet.code(of.code()));
    sheet.row(
        "period",
        day(sheet, content.dossier().days().periodFrom())
            + " – "
            + day(sheet, content.dossier().days().periodTo()));
  }

  private void registration(Sheet sheet, Content content) {
    Assessment of = assessment(content);
    sheet.beginRows();
    unit(sheet, content);
    content
        .dossier()
        .lastStep(StandardStep.Kind.REGISTERED)
        .ifPresent(step -> {
          sheet.row(
              "resolution",
              of.partyOrganisation()
                  ? paper(sheet, step.number(), step.on())
                  : sheet.words(sheet.text("noPartyOrganisation")));
          Assessment.Paper plan = of.plan();
          if (plan != null) {
            sheet.row("plan", paper(sheet, plan.number(), plan.on()));
          }
          if (of.registered() != null) {
            sheet.row("registered", sheet.words(of(sheet, of.registered(), of.registrable())));
          }
          sheet.row("registeredAt", sheet.second(step.at()));
          if (step.lateReason() != null) {
            sheet.row("late", sheet.words(step.lateReason()));
          }
        });
    sheet.endTable();
    sign(sheet, "head");
  }

  private void letter(Sheet sheet, Content content) {
    Assessment of = assessment(content);
    String year = Integer.toString(of.year());
    sheet.paragraph(
        sheet.text("to", content.authority() == null ? site.name() : content.authority()));
    boolean met = content.dossier().asSent().notMet().isEmpty();
    sheet.paragraph(sheet.text(met ? "asks" : "asksNot", content.unit(), year));
    sheet.paragraph(sheet.text("law", content.dossier().version().law()));
    sheet.paragraph(sheet.text("enclosed"));
    sign(sheet, "head");
  }

  private void report(Sheet sheet, Content content, Locale language) {
    Dossier dossier = content.dossier().asSent();
    sheet.beginRows();
    unit(sheet, content);
    sheet.endTable();
    answers(sheet, dossier, dossier.criteria(), language);
    sign(sheet, "head");
  }

  private static void answers(
      Sheet sheet, Dossier dossier, List<Criterion> criteria, Locale language) {
    List<List<String>> lines = new ArrayList<>();
    for (Criterion each : criteria) {
      Optional<Answer> answer = dossier.answer(each.code());
      lines.add(
          List.of(
              sheet.code(each.code()),
              sheet.words(each.words().in(language.getLanguage())),
              sheet.words(answer.map(one -> verdict(sheet, each, one)).orElse("")),
              sheet.words(answer.map(one -> words(sheet, each, one)).orElse(""))));
    }
    sheet.table("criteria", List.of("criterion", "asked", "answer", "why"), lines);
  }

  private static String verdict(Sheet sheet, Criterion of, Answer answer) {
    if (!of.applies(answer.absent())) {
      return sheet.text("notApplicable");
    }
    return sheet.text(answer.holds(of) ? "met" : "notMet");
  }

  private static String words(Sheet sheet, Criterion of, Answer answer) {
    List<String> words = new ArrayList<>();
    answer
        .absent()
        .forEach(each ->
            words.add(sheet.text("absent", sheet.choice("standard.condition", each.name()))));
    if (answer.number() != null && answer.against() != null) {
      words.add(
          of.answer() == AnswerKind.SHARE
              ? of(sheet, answer.number(), answer.against())
              : sheet.text("lastYear", answer.number().toString(), answer.against().toString()));
    }
    if (answer.reason() != null) {
      words.add(answer.reason());
    }
    return String.join("\n", words);
  }

  private void minutes(Sheet sheet, Content content) {
    MeetingMinutes of = content.dossier().lastMinutes(content.minutes());
    if (of == null) {
      return;
    }
    sheet.beginRows();
    unit(sheet, content);
    sheet.row("heldOn", day(sheet, of.heldOn()));
    sheet.row("chair", sheet.words(of.chair()));
    sheet.row("attended", sheet.words(of(sheet, of.attended(), of.households())));
    sheet.row("came", sheet.words(bodies(sheet, of.came())));
    if (!of.nonexistent().isEmpty()) {
      sheet.row("nonexistent", sheet.words(bodies(sheet, of.nonexistent())));
    }
    sheet.row("organisations", sheet.code(Integer.toString(of.organisations())));
    sheet.row("votesFor", sheet.code(Integer.toString(of.votesFor())));
    sheet.row("votesAgainst", sheet.code(Integer.toString(of.votesAgainst())));
    sheet.endTable();
    sheet.paragraph(
        sheet.text(content.dossier().asSent().notMet().isEmpty() ? "minutesMet" : "minutesNotMet"));
    sign(sheet, "head");
  }

  private static String bodies(Sheet sheet, List<StandardParticipant.Code> of) {
    return String.join(
        "; ", of.stream().map(each -> sheet.choice("standard.body", each.name())).toList());
  }

  private static void documents(Sheet sheet, Content content) {
    List<List<String>> lines = new ArrayList<>();
    for (Evidence each : content.dossier().evidence()) {
      if (each.withdrawnAt() == null) {
        lines.add(
            List.of(
                sheet.code(each.criterion()),
                sheet.words(each.title()),
                sheet.words(each.number() == null ? "" : each.number()),
                day(sheet, each.speaksFor())));
      }
    }
    if (lines.isEmpty()) {
      sheet.paragraph(sheet.text("noDocuments"));
    } else {
      sheet.table("documents", List.of("criterion", "document", "number", "speaksFor"), lines);
    }
  }

  private void decision(Sheet sheet, Content content, Locale language) {
    sheet.beginRows();
    unit(sheet, content);
    appraised(content)
        .ifPresent(step -> {
          sheet.row("proposed", outcome(sheet, step.outcome()));
          if (step.words() != null) {
            sheet.row("opinion", sheet.words(step.words()));
          }
        });
    Optional<StandardStep> decided = content.dossier().lastStep(StandardStep.Kind.DECIDED);
    decided.ifPresent(step -> {
      sheet.row("decided", outcome(sheet, step.outcome()));
      sheet.row("decisionPaper", paper(sheet, step.number(), step.on()));
      if (step.words() != null) {
        sheet.row("decisionReason", sheet.words(step.words()));
      }
      if (step.lateReason() != null) {
        sheet.row("late", sheet.words(step.lateReason()));
      }
    });
    content
        .dossier()
        .lastStep(StandardStep.Kind.REVOKED)
        .ifPresent(step -> {
          sheet.row("revoked", paper(sheet, step.number(), step.on()));
          sheet.row("revokedWhy", sheet.words(step.words() == null ? "" : step.words()));
        });
    sheet.endTable();
    List<Criterion> changed = changed(content.dossier());
    if (!changed.isEmpty()) {
      sheet.heading(2, sheet.text("changed"));
      answers(sheet, content.dossier(), changed, language);
    }
    if (!content.exceptions().isEmpty()) {
      sheet.heading(2, sheet.text("exceptions"));
      sheet.table(
          "exceptions",
          List.of("criterion", "contradiction", "exceptionReason"),
          content.exceptions().stream()
              .map(each ->
                  List.of(
                      sheet.code(each.of().criterion()),
                      sheet.words(contradiction(sheet, each.of())),
                      sheet.words(each.reason())))
              .toList());
    }
  }

  /// Those to which who appraised gave another answer than the unit.
  private static List<Criterion> changed(Dossier dossier) {
    Dossier sent = dossier.asSent();
    return dossier.criteria().stream()
        .filter(each -> {
          Optional<Answer> answer = dossier.answer(each.code());
          return answer.filter(Answer::appraisal).isPresent()
              && !answer.equals(sent.answer(each.code()));
        })
        .toList();
  }

  private static String contradiction(Sheet sheet, Contradiction of) {
    String counted = Long.toString(of.number());
    return sheet.choice("standard.contradiction", of.code())
        + ": "
        + (of.against() == null ? counted : counted + "/" + of.against());
  }

  private static String outcome(Sheet sheet, @Nullable StandardOutcome outcome) {
    return sheet.words(sheet.text(outcome == StandardOutcome.MET ? "met" : "notMet"));
  }

  private static String paper(Sheet sheet, @Nullable String number, @Nullable LocalDate on) {
    return sheet.words(number == null ? "" : number) + (on == null ? "" : " " + day(sheet, on));
  }

  private static String of(Sheet sheet, Number some, @Nullable Number all) {
    return sheet.text("of", some.toString(), all == null ? "" : all.toString());
  }

  private static String day(Sheet sheet, LocalDate day) {
    return sheet.code(Sheet.day(day));
  }

  private static void sign(Sheet sheet, String who) {
    sheet.raw(
        "<table class=\"sign\"><tr><td></td><td><b>%s</b></td></tr></table>"
            .formatted(sheet.words(sheet.text(who))));
  }

  private static byte[] none(String picture) {
    throw new IllegalStateException("a dossier has no picture " + picture);
  }
}
