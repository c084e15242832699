package anbinh.mediation.register;

import anbinh.areas.Area;
import anbinh.mediation.dispute.Mediation;
import anbinh.mediation.dispute.MediationContent;
import anbinh.mediation.dispute.MediationContent.MediationCorrection;
import anbinh.mediation.dispute.MediationContent.MediationParty;
import anbinh.mediation.dispute.MediationContent.MediationSession;
import anbinh.mediation.dispute.MediationState;
import anbinh.mediation.dispute.Mediations.BookEntry;
import anbinh.mediation.team.MediationTeamTable;
import anbinh.platform.Ids;
import anbinh.platform.Messages;
import anbinh.platform.Site;
import anbinh.print.PdfPrinter;
import anbinh.print.Sheet;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Prints a village's book of a year ("Sổ theo dõi hoạt động hòa giải ở cơ sở"): its entries in
/// their order, corrections beside what they correct. The form is the Ministry of Justice's to set
/// (article 28.2 d) and was not found; the columns are what the law wants to stand there: basis,
/// parties, content, mediator, course, end and follow-up.
///
/// What was referred after it was entered keeps its number and nothing else, for whatever reason: a
/// line that says less than others would tell of violence or a child.
@Component
class Book {
  private static final String STYLE =
      """
      @page { size: A4 landscape; margin: 14mm 10mm 14mm 10mm;
        @bottom-center { content: counter(page) " / " counter(pages);
          font-family: 'DejaVu Sans Condensed'; font-size: 8pt } }
      """
          + OfficialPage.STYLE
          + """
          .book { font-size: 7.5pt; -fs-table-paginate: paginate }
          .book thead { display: table-header-group }
          .book th:nth-child(1) { width: 4% }
          .book th:nth-child(4), .book th:nth-child(5), .book th:nth-child(8) { width: 14% }
          .book .code { font-size: 7.5pt }
          """;
  private static final List<String> COLUMNS =
      List.of(
          "number",
          "received",
          "basis",
          "parties",
          "about",
          "mediator",
          "course",
          "end",
          "follow-up",
          "corrections");
  private static final int SHOWN = 400;

  private final PdfPrinter printer;
  private final Messages messages;
  private final Site site;
  private final MediationTeamTable teams;

  Book(PdfPrinter printer, Messages messages, Site site, MediationTeamTable teams) {
    this.printer = printer;
    this.messages = messages;
    this.site = site;
    this.teams = teams;
  }

  /// @param language of the columns' names below the Vietnamese; Vietnamese for none
  byte[] print(Area village, int year, List<BookEntry> entries, Locale language)
      throws IOException {
    Sheet sheet = new Sheet(messages, site, Messages.VIETNAMESE, "mediation.book.", true);
    String title = sheet.text("title");
    OfficialPage.begin(sheet, title);
    sheet.paragraph(sheet.text("of", village.name(), Integer.toString(year)));
    Map<UUID, String> mediators =
        teams.names(Ids.of(entries, each -> each.mediation().conduct().mediatorId()));
    sheet.table(
        "book", COLUMNS, entries.stream().map(each -> line(sheet, each, mediators)).toList());
    if (entries.isEmpty()) {
      sheet.paragraph(sheet.text("empty"));
    }
    String body = sheet.section();
    if (OfficialPage.isForeign(language)) {
      body += columns(language);
    }
    return printer.print(Sheet.document(Messages.VIETNAMESE, title, STYLE, body), _ -> new byte[0]);
  }

  /// What the columns are, in another language.
  private String columns(Locale language) {
    Sheet second = new Sheet(messages, site, language, "mediation.book.", true);
    Sheet first = new Sheet(messages, site, Messages.VIETNAMESE, "mediation.book.", true);
    second.heading(2, second.text("title")).beginRows();
    COLUMNS.forEach(column -> second.row(column, first.words(first.text(column))));
    return "<div class=\"below\">" + second.endTable().section() + "</div>";
  }

  private List<String> line(Sheet sheet, BookEntry entry, Map<UUID, String> mediators) {
    Mediation one = entry.mediation();
    MediationContent content = entry.content();
    Mediation.Entry number = Objects.requireNonNull(one.entry());
    UUID mediator = one.conduct().mediatorId();
    var cells = new ArrayList<String>();
    cells.add(sheet.code(Integer.toString(number.number())));
    if (one.isReferred()) {
      cells.addAll(List.of("", "", "", "", "", "", sheet.words(sheet.text("referred")), "", ""));
      return cells;
    }
    cells.add(OfficialPage.day(sheet, one.reception().on()) + "<br/>" + sheet.code(one.code()));
    cells.add(sheet.words(sheet.choice("mediation.basis", one.basis().name())));
    if (content == null) {
      String erased = sheet.words(sheet.text("erased"));
      cells.addAll(List.of(erased, erased));
    } else {
      cells.add(
          content.parties().stream()
              .map(each -> party(sheet, each))
              .collect(Collectors.joining("<br/>")));
      cells.add(
          sheet.words(sheet.choice("mediation.kind", one.kind().name()))
              + "<br/>"
              + sheet.words(shortened(content.about())));
    }
    cells.add(mediator == null ? "" : sheet.words(mediators.getOrDefault(mediator, "")));
    cells.add(course(sheet, one, content));
    cells.add(end(sheet, one, content));
    cells.add(followUp(sheet, one));
    boolean waits = one.state() == MediationState.REVIEW;
    cells.add(content == null || waits ? "" : corrections(sheet, content));
    return cells;
  }

  private static String party(Sheet sheet, MediationParty each) {
    return sheet.words(each.name() + ", " + each.address());
  }

  private static String course(Sheet sheet, Mediation one, @Nullable MediationContent content) {
    LocalDate started = one.conduct().startedOn();
    if (started == null) {
      return "";
    }
    if (content == null) {
      return OfficialPage.day(sheet, started);
    }
    return content.sessions().stream()
        .map((MediationSession each) ->
            OfficialPage.day(sheet, each.on())
                + " "
                + sheet.words(
                    each.place() + ", " + sheet.text(each.openly() ? "openly" : "closed")))
        .collect(Collectors.joining("<br/>"));
  }

  private String end(Sheet sheet, Mediation one, @Nullable MediationContent content) {
    if (one.ending().outcome() == null) {
      return sheet.words(sheet.text("open"));
    }
    Instant at = Objects.requireNonNull(one.ending().endedAt());
    String end =
        sheet.words(sheet.choice("mediation.outcome", one.ending().outcome().name()))
            + "<br/>"
            + OfficialPage.day(sheet, day(at));
    if (content == null) {
      return end;
    }
    if (content.agreement() != null) {
      return end + "<br/>" + sheet.words(shortened(content.agreement().agreed()));
    }
    return content.end() == null
        ? end
        : end + "<br/>" + sheet.words(shortened(content.end().words()));
  }

  private static String followUp(Sheet sheet, Mediation one) {
    LocalDate by = one.ending().followUpBy();
    if (by == null) {
      return "";
    }
    Boolean kept = one.ending().kept();
    String how =
        kept == null ? sheet.text("until", Sheet.day(by)) : sheet.text(kept ? "kept" : "not-kept");
    return sheet.words(how);
  }

  private String corrections(Sheet sheet, MediationContent content) {
    return content.corrections().stream()
        .map((MediationCorrection each) ->
            OfficialPage.day(sheet, day(each.at()))
                + " "
                + sheet.words(
                    sheet.choice("mediation.item", each.item().name())
                        + ": "
                        + shortened(each.words())))
        .collect(Collectors.joining("<br/>"));
  }

  private LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, site.zone());
  }

  private static String shortened(String text) {
    return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
  }
}
