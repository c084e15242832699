package anbinh.evidence.web;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.evidence.request.EvidenceEvent;
import anbinh.evidence.request.EvidenceRequest;
import anbinh.evidence.request.RequestTable;
import anbinh.evidence.request.lifecycle.StateName;
import anbinh.identity.Person;
import anbinh.platform.Page;
import anbinh.platform.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// `/api/requests/waiting`: what waits for a decision, the most urgent first.
@RestController
@RequestMapping("/api/requests/waiting")
class WaitingController {
  private final RequestTable table;
  private final RequestAccess requestAccess;
  private final RequestResponseMapper views;
  private final RecentViews looks;
  private final AuditLog log;

  WaitingController(
      RequestTable table,
      RequestAccess requestAccess,
      RequestResponseMapper views,
      RecentViews looks,
      AuditLog log) {
    this.table = table;
    this.requestAccess = requestAccess;
    this.views = views;
    this.looks = looks;
    this.log = log;
  }

  /// Urgent ones first, then those of which the least time is left.
  @GetMapping
  Page<RequestView> list(PageRequest page) {
    Person reader = requestAccess.reader();
    Page<EvidenceRequest> cut =
        Page.read(
            page,
            WaitingController::key,
            rows ->
                table.listWaiting(
                    requestAccess.filter(reader, false, StateName.REQUESTED), after(page), rows));
    List<String> codes =
        cut.items().stream()
            .filter(found -> looks.isNew(reader.id(), found.id(), found.state().name()))
            .map(EvidenceRequest::code)
            .toList();
    if (!codes.isEmpty()) {
      log.record(Event.of(EvidenceEvent.LISTED).by(reader.actor()).fact("requests", codes));
    }
    return cut.with(views.of(cut.items(), reader));
  }

  private static RequestTable.@Nullable Due after(PageRequest page) {
    return page.key(0, Boolean::parseBoolean)
        .map(urgent ->
            new RequestTable.Due(
                urgent,
                page.key(1, Instant::parse).orElseThrow(),
                page.key(2, UUID::fromString).orElseThrow()))
        .orElse(null);
  }

  private static List<String> key(EvidenceRequest request) {
    return List.of(
        Boolean.toString(request.urgency() != null),
        request.expiresAt().toString(),
        request.id().toString());
  }
}
