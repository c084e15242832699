package anbinh.evidence.web;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.evidence.EvidenceProblem;
import anbinh.evidence.request.EvidenceEvent;
import anbinh.evidence.request.EvidenceRequest;
import anbinh.evidence.request.RequestTable;
import anbinh.evidence.request.Requests;
import anbinh.evidence.request.form.DecisionForm;
import anbinh.evidence.request.form.OutcomeForm;
import anbinh.evidence.request.form.RequestForm;
import anbinh.evidence.request.form.UrgentForm;
import anbinh.evidence.request.lifecycle.Denial;
import anbinh.evidence.request.lifecycle.RequestCommand;
import anbinh.evidence.request.lifecycle.StateName;
import anbinh.identity.Confirmation;
import anbinh.identity.Person;
import anbinh.platform.Page;
import anbinh.platform.PageRequest;
import anbinh.platform.Problem;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/requests`: making, seeing, deciding and closing requests.
@RestController
@RequestMapping("/api/requests")
class RequestsController {
  private final Submission submission;
  private final Requests requests;
  private final RequestTable table;
  private final RequestAccess access;
  private final RequestResponseMapper views;
  private final RecentViews looks;
  private final Choices choices;
  private final AuditLog log;

  RequestsController(
      Submission submission,
      Requests requests,
      RequestTable table,
      RequestAccess access,
      RequestResponseMapper views,
      RecentViews looks,
      Choices choices,
      AuditLog log) {
    this.submission = submission;
    this.requests = requests;
    this.table = table;
    this.access = access;
    this.views = views;
    this.looks = looks;
    this.choices = choices;
    this.log = log;
  }

  @GetMapping("/choices")
  ChoicesView choices() {
    access.reader();
    return choices.today();
  }

  @PostMapping("/check")
  CheckView check(@RequestBody RequestForm form) {
    return submission.check(form);
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  RequestView submit(@RequestBody RequestForm form) {
    EvidenceRequest made = submission.submit(form);
    return views.of(made, access.reader());
  }

  /// @param mine only one's own; otherwise everything one may see
  /// @param code only those in whose code this occurs
  @GetMapping
  Page<RequestView> list(
      @RequestParam(defaultValue = "false") boolean mine,
      @RequestParam(required = false) @Nullable StateName state,
      @RequestParam(required = false) @Nullable String code,
      PageRequest page) {
    Person reader = access.reader();
    RequestTable.Filter filter = access.filter(reader, mine, state);
    Page<EvidenceRequest> cut =
        Page.of(
            table.list(filter, code, page.after(), page.rows()),
            page,
            Page.byId(EvidenceRequest::id),
            most -> table.count(filter, code, most));
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

  @GetMapping("/{id}")
  RequestView get(@PathVariable UUID id) {
    EvidenceRequest request = access.getSeen(id);
    Person reader = access.reader();
    looks.view(reader, request);
    return views.of(request, reader);
  }

  @PostMapping("/{id}/decision")
  RequestView decide(@PathVariable UUID id, @RequestBody DecisionForm form) {
    access.reader();
    EvidenceRequest request = requests.get(id);
    Person decider = access.requireDecider(request);
    RequestCommand command = form.read(request.asked(), decider.id(), requests.now());
    Confirmation shown = access.requireTier(decider, request, command);
    return taken(requests.decide(id, command, decider, shown), decider);
  }

  @PostMapping("/{id}/urgent")
  RequestView markUrgent(@PathVariable UUID id, @RequestBody UrgentForm form) {
    access.reader();
    EvidenceRequest request = requests.get(id);
    Person marker = access.requireMarker(request);
    return taken(requests.markUrgent(id, form.read(), marker), marker);
  }

  @PostMapping("/{id}/cancellation")
  RequestView cancel(@PathVariable UUID id) {
    EvidenceRequest request = access.getOwn(id);
    Person requester = access.reader();
    RequestCommand command = new RequestCommand.Cancel(requester.id(), requests.now());
    return taken(requests.take(request.id(), command, requester), requester);
  }

  @PostMapping("/{id}/outcome")
  RequestView noteOutcome(@PathVariable UUID id, @RequestBody OutcomeForm form) {
    EvidenceRequest request = access.getOwn(id);
    Person requester = access.reader();
    RequestCommand command =
        new RequestCommand.NoteOutcome(requester.id(), form.read(requests.now()));
    return taken(requests.take(request.id(), command, requester), requester);
  }

  private RequestView taken(Requests.Result result, Person reader) {
    return switch (result) {
      case Requests.Result.Done done -> views.of(done.request(), reader);
      case Requests.Result.Denied denied -> throw problem(denied.why(), denied.request());
    };
  }

  private Problem problem(Denial why, EvidenceRequest request) {
    return switch (why) {
      case OWN_REQUEST -> access.refuse(EvidenceProblem.OWN_REQUEST, request);
      case OWN_URGENCY -> access.refuse(EvidenceProblem.OWN_URGENCY, request);
      case NOT_THE_REQUESTER -> access.refuse(EvidenceProblem.NOT_YOUR_REQUEST, request);
      case ALREADY_DECIDED ->
          access
              .refuse(EvidenceProblem.ALREADY_DECIDED, request)
              .with("state", request.state().name());
      case NOT_DUE, WRONG_STATE ->
          access.refuse(EvidenceProblem.WRONG_STATE, request).with("state", request.state().name());
      case MORE_THAN_ASKED -> Problem.invalid("cameraIds", "more-than-asked");
      case NOT_LESS -> Problem.invalid("outcome", "not-less");
    };
  }
}
