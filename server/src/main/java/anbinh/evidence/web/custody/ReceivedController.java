package anbinh.evidence.web.custody;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.evidence.collect.Extraction;
import anbinh.evidence.collect.ExtractionTable;
import anbinh.evidence.handover.Downloads;
import anbinh.evidence.handover.Handover;
import anbinh.evidence.handover.HandoverTable;
import anbinh.evidence.handover.Handovers;
import anbinh.evidence.handover.ScanForm;
import anbinh.evidence.request.EvidenceEvent;
import anbinh.evidence.request.EvidenceRequest;
import anbinh.evidence.request.Requests;
import anbinh.evidence.request.form.FieldReader;
import anbinh.evidence.web.RecentViews;
import anbinh.evidence.web.RequestAccess;
import anbinh.evidence.web.custody.CustodyView.HandoverView;
import anbinh.identity.Person;
import anbinh.identity.PersonName;
import anbinh.identity.Role;
import anbinh.identity.people.People;
import anbinh.identity.session.Access;
import anbinh.platform.OnlyWhenServing;
import anbinh.platform.Page;
import anbinh.platform.PageRequest;
import anbinh.platform.SearchTerms;
import anbinh.platform.http.LargeBody;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `/api/handovers`: what is handed over to the signed-in person, who confirms it; whom one can
/// hand over to; and the signed papers of one's own hand-overs.
@RestController
@OnlyWhenServing
class ReceivedController {
  private static final int MAX_RECIPIENTS = 20;
  private static final int MAX_SEARCH = 100;

  private final RequestAccess access;
  private final Access rights;
  private final Handovers handovers;
  private final HandoverTable table;
  private final HandoverResponseMapper views;
  private final ExtractionTable extractions;
  private final Requests requests;
  private final PackageSender sender;
  private final Downloads downloads;
  private final People people;
  private final RecentViews looks;
  private final AuditLog log;

  ReceivedController(
      RequestAccess access,
      Access rights,
      Handovers handovers,
      HandoverTable table,
      HandoverResponseMapper views,
      ExtractionTable extractions,
      Requests requests,
      PackageSender sender,
      Downloads downloads,
      People people,
      RecentViews looks,
      AuditLog log) {
    this.access = access;
    this.rights = rights;
    this.handovers = handovers;
    this.table = table;
    this.views = views;
    this.extractions = extractions;
    this.requests = requests;
    this.sender = sender;
    this.downloads = downloads;
    this.people = people;
    this.looks = looks;
    this.log = log;
  }

  /// A signed paper is larger than other bodies.
  @Bean
  static LargeBody scans() {
    return new LargeBody("/api/handover-scans/*", ScanForm.MAX_CHARACTERS);
  }

  /// The latest, newest first.
  @GetMapping("/api/handovers")
  Page<ReceivedView> list(PageRequest page) {
    Person reader = access.receiver();
    Page<Handover> mine =
        Page.read(
            page, Page.byId(Handover::id), rows -> table.listTo(reader.id(), page.after(), rows));
    List<UUID> seen =
        mine.items().stream()
            .filter(each -> looks.isNew(reader.id(), each.id(), each.state()))
            .map(Handover::id)
            .toList();
    if (!seen.isEmpty()) {
      log.record(
          Event.of(EvidenceEvent.HANDOVERS_LISTED).by(reader.actor()).fact("handovers", seen));
    }
    return mine.map(this::view);
  }

  /// Whom the signed-in person could hand a package over to.
  @GetMapping("/api/handovers/recipients")
  List<PersonName> recipients(@RequestParam(required = false) @Nullable String text) {
    Person by = rights.require(Role.INVESTIGATOR);
    var fields = new FieldReader();
    Optional<String> requested = fields.text("text", text, 0, MAX_SEARCH);
    fields.throwProblems();
    return people
        .search(
            SearchTerms.parse(requested.orElseThrow()),
            Set.of(Handovers.receivers()),
            MAX_RECIPIENTS)
        .stream()
        .filter(person -> !person.id().equals(by.id()))
        .map(PersonName::of)
        .toList();
  }

  @PostMapping("/api/handovers/{handoverId}/receipt")
  ReceivedView confirm(@PathVariable UUID handoverId) {
    Handover handover = access.getReceived(handovers, handoverId);
    Person by = access.requireConfirmed();
    return view(handovers.received(handover.id(), by));
  }

  /// Also answers HEAD.
  @GetMapping("/api/handovers/{handoverId}/package.zip")
  void download(@PathVariable UUID handoverId, HttpServletRequest asked, HttpServletResponse answer)
      throws IOException {
    Handover handover = access.getHandedOver(handovers, handoverId);
    EvidenceRequest request = requests.get(handover.requestId());
    Optional<PackageSender.Sent> sent = sender.send(request.id(), asked, answer);
    if (sent.isPresent()) {
      downloads.note(request, sent.get().extraction(), sent.get().range(), access.receiver());
    }
  }

  /// Attaches the scan of the paper that somebody outside signed.
  @PostMapping("/api/handover-scans/{handoverId}")
  HandoverView attach(@PathVariable UUID handoverId, @RequestBody ScanForm form) {
    Person by = rights.require(Role.INVESTIGATOR);
    form.check();
    Handover handover = handovers.get(handoverId);
    EvidenceRequest request = access.getOwn(handover.requestId());
    return views.view(handovers.attachScan(request, handover.id(), form, by), by);
  }

  private ReceivedView view(Handover handover) {
    EvidenceRequest request = requests.get(handover.requestId());
    Extraction extraction = extractions.find(request.id()).orElseThrow();
    return new ReceivedView(
        handover.id(),
        views.state(handover),
        extraction.code(),
        request.code(),
        extraction.sealedAt(),
        extraction.bytes(),
        handovers.seal(extraction).contents().tagManifestSha512(),
        people.find(handover.handedBy()).map(Person::displayName).orElse("–"),
        handover.medium(),
        handover.openedAt(),
        handover.openUntil(),
        handover.endedAt(),
        handover.number(),
        handover.downloadableAt(requests.now()) && extraction.deletedAt() == null
            ? "/api/handovers/" + handover.id() + "/package.zip"
            : null);
  }
}
