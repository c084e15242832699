package anbinh.mediation.register;

import anbinh.areas.unit.Areas;
import anbinh.mediation.dispute.Mediation;
import anbinh.mediation.dispute.MediationContent;
import anbinh.mediation.dispute.MediationContent.MediationParty;
import anbinh.mediation.dispute.MediationContent.MediationSession;
import anbinh.mediation.dispute.MediationContent.WrittenItems;
import anbinh.mediation.dispute.Mediations.Written;
import anbinh.mediation.team.MediationTeamTable;
import anbinh.platform.Messages;
import anbinh.platform.Site;
import anbinh.print.PdfPrinter;
import anbinh.print.Sheet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Prints the written record of an agreement with the eight items of article 24.2, a to h, for the
/// parties and the mediator to sign by hand or by fingerprint. Vietnamese, with another language
/// below to help its reader; the Vietnamese counts.
@Component
class WrittenRecord {
  private static final String STYLE =
      """
      @page { size: A4; margin: 18mm 18mm 18mm 24mm;
        @bottom-center { content: counter(page) " / " counter(pages);
          font-family: 'DejaVu Sans Condensed'; font-size: 8pt } }
      """
          + OfficialPage.STYLE;

  private final PdfPrinter printer;
  private final Messages messages;
  private final Site site;
  private final Areas areas;
  private final MediationTeamTable teams;

  WrittenRecord(
      PdfPrinter printer, Messages messages, Site site, Areas areas, MediationTeamTable teams) {
    this.printer = printer;
    this.messages = messages;
    this.site = site;
    this.areas = areas;
    this.teams = teams;
  }

  /// @param language below the Vietnamese; Vietnamese for none
  byte[] print(Written written, Locale language) throws IOException {
    Sheet first = sheet(Messages.VIETNAMESE);
    String title = first.text("title");
    OfficialPage.begin(first, title);
    items(first, written);
    first.heading(2, first.text("h")).paragraph(first.text("sign-note"));
    signatures(first, written.mediation(), written.content());
    String body = first.section();
    if (OfficialPage.isForeign(language)) {
      Sheet second = sheet(language);
      second.heading(2, second.text("title")).paragraph(second.text("helps"));
      items(second, written);
      second.heading(2, second.text("h")).paragraph(second.text("sign-note"));
      body += "<div class=\"below\">" + second.section() + "</div>";
    }
    return printer.print(
        Sheet.document(Messages.VIETNAMESE, title + " " + written.mediation().code(), STYLE, body),
        _ -> new byte[0]);
  }

  private void items(Sheet sheet, Written written) {
    Mediation mediation = written.mediation();
    WrittenItems items = written.items();
    sheet
        .beginRows()
        .row("number", sheet.code(mediation.code()))
        .row("village", sheet.words(village(mediation.villageId())))
        .row("mediator", sheet.words(mediator(mediation)))
        .endTable();
    sheet
        .heading(2, sheet.text("a"))
        .paragraph(
            sheet.choice("mediation.basis", mediation.basis().name())
                + " ("
                + sheet.text("law")
                + ")");
    sheet.heading(2, sheet.text("b"));
    for (MediationParty each : written.content().parties()) {
      sheet.raw("<p>" + sheet.words(each.name() + " – " + each.address()) + "</p>\n");
    }
    sheet.heading(2, sheet.text("c")).paragraph(items.matter());
    sheet.heading(2, sheet.text("d"));
    for (MediationSession each : written.content().sessions()) {
      sheet.raw(
          "<p>%s %s</p>\n"
              .formatted(OfficialPage.day(sheet, each.on()), sheet.words(each.place())));
    }
    sheet.paragraph(items.course());
    sheet.heading(2, sheet.text("dd")).paragraph(written.agreement().agreed());
    sheet.heading(2, sheet.text("e")).paragraph(items.duties());
    sheet
        .heading(2, sheet.text("g"))
        .paragraph(items.manner())
        .paragraph(sheet.text("until", Sheet.day(written.agreement().by())));
  }

  /// Two places a line: the parties, then the mediator.
  private void signatures(Sheet sheet, Mediation mediation, MediationContent content) {
    List<String> places =
        new ArrayList<>(
            content.parties().stream().map(each -> place(sheet, "party", each.name())).toList());
    places.add(place(sheet, "mediator", mediator(mediation)));
    sheet.raw("<table class=\"sign\">\n");
    for (int i = 0; i < places.size(); i += 2) {
      String next = i + 1 < places.size() ? places.get(i + 1) : "<td></td>";
      sheet.line(List.of(places.get(i), next));
    }
    sheet.endTable();
  }

  private static String place(Sheet sheet, String who, String name) {
    return "<td><strong>%s</strong><br/>%s<br/><br/><br/><br/>%s</td>"
        .formatted(
            sheet.words(sheet.text(who)), sheet.words(sheet.text("sign")), sheet.words(name));
  }

  private String village(UUID id) {
    return areas.above(id).stream()
        .flatMap(each -> areas.find(each).stream())
        .sorted((one, other) -> other.code().compareTo(one.code()))
        .map(each -> each.name())
        .collect(Collectors.joining(", "));
  }

  private String mediator(Mediation mediation) {
    UUID id = mediation.conduct().mediatorId();
    return id == null ? "–" : teams.names(List.of(id)).getOrDefault(id, "–");
  }

  private Sheet sheet(Locale language) {
    return new Sheet(messages, site, language, "mediation.record.", true);
  }
}
