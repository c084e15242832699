package anbinh.evidence.request;

import anbinh.audit.Actor;
import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.cases.CaseFile;
import anbinh.cases.LinkedRequest;
import anbinh.cases.incident.Incidents;
import anbinh.cases.store.Cases;
import anbinh.evidence.EvidenceProblem;
import anbinh.evidence.request.RequestTable.HistoryEntry;
import anbinh.evidence.request.lifecycle.Decision;
import anbinh.evidence.request.lifecycle.Denial;
import anbinh.evidence.request.lifecycle.Grant;
import anbinh.evidence.request.lifecycle.RequestCommand;
import anbinh.evidence.request.lifecycle.RequestState;
import anbinh.evidence.request.lifecycle.Step;
import anbinh.identity.Confirmation;
import anbinh.identity.Person;
import anbinh.platform.Ids;
import anbinh.platform.Problem;
import anbinh.platform.sql.ShortCodes;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// Makes requests and takes them through their life cycle: each act locks the request, asks
/// [anbinh.evidence.request.lifecycle.LifeCycle], and stores the new state, the event for the log,
/// the history and the case's note of it in one transaction. Rights by role and area are the
/// caller's to check. Safe for many threads.
@Component
public class Requests {
  public static final String CODE_PREFIX = "REQ";

  private final RequestTable table;
  private final Confirmations confirmations;
  private final Cases cases;
  private final Incidents incidents;
  private final ShortCodes codes;
  private final Ids ids;
  private final AuditLog log;
  private final EvidenceSettings settings;
  private final Caps caps;
  private final InstantSource clock;
  private final ApplicationEventPublisher publisher;
  private final TransactionTemplate transactions;

  Requests(
      RequestTable table,
      Confirmations confirmations,
      Cases cases,
      Incidents incidents,
      ShortCodes codes,
      Ids ids,
      AuditLog log,
      EvidenceSettings settings,
      Caps caps,
      InstantSource clock,
      ApplicationEventPublisher publisher,
      TransactionTemplate transactions) {
    this.table = table;
    this.confirmations = confirmations;
    this.cases = cases;
    this.incidents = incidents;
    this.codes = codes;
    this.ids = ids;
    this.log = log;
    this.settings = settings;
    this.caps = caps;
    this.clock = clock;
    this.publisher = publisher;
    this.transactions = transactions;
  }

  /// What came of an act on a request.
  public sealed interface Result {
    record Done(EvidenceRequest request) implements Result {}

    /// @param request as it is, unchanged
    record Denied(Denial why, EvidenceRequest request) implements Result {}
  }

  /// The present instant, as exact as the database keeps it.
  public Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  public EvidenceRequest get(UUID id) {
    return table.find(id).orElseThrow(() -> Problem.of(EvidenceProblem.NO_SUCH_REQUEST));
  }

  /// The area of each camera asked for, as it was then.
  public Map<UUID, UUID> cameraAreas(UUID id) {
    return table.cameraAreas(id);
  }

  /// Makes a request.
  ///
  /// @param incident which one of its case it is about; null for all of it
  /// @param urgent why it cannot wait; null when it can
  /// @param cameraAreas the area of each camera asked for
  @Transactional
  public EvidenceRequest submit(
      Application application,
      @Nullable UUID incident,
      @Nullable UrgentCause urgent,
      Map<UUID, UUID> cameraAreas,
      Person by) {
    EvidenceRequest made = make(application, incident, cameraAreas, by);
    return urgent == null ? made : mark(made, urgent, by);
  }

  /// Makes a request about a whole case that can wait.
  ///
  /// @param cameraAreas the area of each camera asked for
  @Transactional
  public EvidenceRequest submit(Application application, Map<UUID, UUID> cameraAreas, Person by) {
    return make(application, null, cameraAreas, by);
  }

  private EvidenceRequest make(
      Application application, @Nullable UUID incident, Map<UUID, UUID> cameraAreas, Person by) {
    CaseFile file = cases.lockOpen(application.caseId());
    Instant now = now();
    var request =
        new EvidenceRequest(
            ids.next(),
            codes.nextOfYear(CODE_PREFIX),
            file.areaId(),
            application,
            by.id(),
            now,
            now.plus(settings.decideWithin()),
            new RequestState.Requested(now.plus(settings.decideWithin())),
            null);
    table.insert(request, cameraAreas);
    Grant asked = application.asked();
    Event requested =
        about(request, EvidenceEvent.REQUESTED, by.actor())
            .fact("case", application.caseId())
            .fact("cameras", asked.cameraIds())
            .fact("from", asked.from())
            .fact("to", asked.to())
            .fact("purpose", application.purpose())
            .fact("legalBasis", application.legalBasis())
            .fact("offence", application.offence())
            .fact("urgent", application.urgent())
            .fact("senior", caps.seniorReasons(asked, now))
            .detail("necessity", application.necessity());
    if (incident != null) {
      requested = requested.fact("incident", incident);
    }
    UUID event = log.record(withPaper(requested, application));
    note(request, new HistoryEntry(now, RequestEventType.REQUESTED, by.id(), event));
    if (incident != null) {
      incidents.link(request.id(), incident);
    }
    return request;
  }

  private static Event withPaper(Event requested, Application application) {
    Event event =
        application.subject() == null
            ? requested
            : requested.fact("subjectClass", application.subject());
    Paper paper = application.paper();
    if (paper == null) {
      return event;
    }
    Event named =
        event.fact("paperOn", paper.on().toString()).detail("paperNumber", paper.number());
    return paper.sha256() == null ? named : named.fact("paperSha256", paper.sha256());
  }

  /// Says that a request cannot wait: its footage is secured at once, and it lapses sooner unless
  /// another person decides it.
  @Transactional
  public Result markUrgent(UUID id, UrgentCause cause, Person by) {
    EvidenceRequest request =
        table.findForUpdate(id).orElseThrow(() -> Problem.of(EvidenceProblem.NO_SUCH_REQUEST));
    if (!request.decidableAt(now())) {
      return new Result.Denied(Denial.ALREADY_DECIDED, request);
    }
    return request.urgency() == null
        ? new Result.Done(mark(request, cause, by))
        : new Result.Denied(Denial.WRONG_STATE, request);
  }

  private EvidenceRequest mark(EvidenceRequest request, UrgentCause cause, Person by) {
    Instant now = now();
    Instant ratifyBy = now.plus(settings.ratifyWithin());
    Instant expiresAt = ratifyBy.isBefore(request.expiresAt()) ? ratifyBy : request.expiresAt();
    table.markUrgent(request.id(), new Urgency(cause, by.id(), now), expiresAt);
    EvidenceRequest marked = table.find(request.id()).orElseThrow();
    UUID event =
        log.record(
            about(marked, EvidenceEvent.MARKED_URGENT, by.actor())
                .fact("reason", cause.reason())
                .fact("ratifyBy", expiresAt)
                .detail("words", cause.words()));
    table.addHistory(
        marked.id(), new HistoryEntry(now, RequestEventType.MARKED_URGENT, by.id(), event));
    publisher.publishEvent(new MarkedUrgent(marked));
    return marked;
  }

  /// Takes one act.
  ///
  /// @param actor who acts; null when the server does by itself
  public Result take(UUID id, RequestCommand command, @Nullable Person actor) {
    return Objects.requireNonNull(
        transactions.execute(_ -> takeHere(id, command, actor, null, null)));
  }

  /// Takes a decision.
  ///
  /// @param shown how the decider had just shown that it is them
  public Result decide(UUID id, RequestCommand command, Person decider, Confirmation shown) {
    return Objects.requireNonNull(
        transactions.execute(_ -> {
          Result result = takeHere(id, command, decider, shown, null);
          if (result instanceof Result.Done) {
            confirmations.insert(id, shown);
          }
          return result;
        }));
  }

  /// Notes in the caller's transaction that the package is sealed.
  ///
  /// @param sealEvent the event whose entry in the log is the seal
  @Transactional(propagation = Propagation.MANDATORY)
  public Result seal(UUID id, Instant at, UUID sealEvent) {
    return takeHere(id, new RequestCommand.Seal(at), null, null, sealEvent);
  }

  /// Notes in the caller's transaction something that is no act of the life cycle.
  ///
  /// @param event by which the log tells of it
  @Transactional(propagation = Propagation.MANDATORY)
  public void note(UUID id, RequestEventType what, @Nullable Person by, UUID event) {
    table.addHistory(id, new HistoryEntry(now(), what, by == null ? null : by.id(), event));
  }

  private Result takeHere(
      UUID id,
      RequestCommand command,
      @Nullable Person actor,
      @Nullable Confirmation shown,
      @Nullable UUID recorded) {
    EvidenceRequest request =
        table.findForUpdate(id).orElseThrow(() -> Problem.of(EvidenceProblem.NO_SUCH_REQUEST));
    return switch (request.take(command)) {
      case Step.Denied denied -> new Result.Denied(denied.why(), request);
      case Step.Taken taken -> {
        EvidenceRequest next = request.in(taken.state());
        table.update(id, taken.state());
        UUID event =
            recorded == null
                ? log.record(withConfirmation(event(next, command, actor), shown))
                : recorded;
        UUID who = actor == null ? null : actor.id();
        note(next, new HistoryEntry(command.at(), RequestEventType.of(command), who, event));
        yield new Result.Done(next);
      }
    };
  }

  /// Lets every request lapse whose time for a decision has run out; returns how many.
  public int expireOverdue() {
    int expired = 0;
    for (UUID id : table.listOverdue(now())) {
      // Somebody may have decided it since it was listed; then there is nothing to do.
      if (take(id, new RequestCommand.Expire(now()), null) instanceof Result.Done) {
        expired++;
      }
    }
    return expired;
  }

  private void note(EvidenceRequest request, HistoryEntry entry) {
    table.addHistory(request.id(), entry);
    cases.noteRequest(
        request.application().caseId(),
        new LinkedRequest(
            request.id(), request.code(), request.state().name().name(), request.pending()));
    publisher.publishEvent(new RequestChanged(request));
  }

  private Event event(EvidenceRequest request, RequestCommand command, @Nullable Person actor) {
    Event event =
        about(request, RequestEventType.of(command).event(), actor == null ? null : actor.actor());
    return switch (command) {
      case RequestCommand.Approve approve ->
          decided(event, approve.decision())
              .fact("from", approve.grant().from())
              .fact("to", approve.grant().to())
              .fact("cameras", approve.grant().cameraIds())
              .fact("senior", caps.seniorReasons(approve.grant(), request.requestedAt()));
      case RequestCommand.Refuse refuse -> decided(event, refuse.decision());
      case RequestCommand.FindNothing nothing -> event.fact("cause", nothing.cause());
      case RequestCommand.NoteOutcome noted ->
          event
              .fact("useful", noted.outcome().useful())
              .fact("clarified", noted.outcome().clarified().stream().sorted().toList())
              .detail("note", noted.outcome().note());
      case RequestCommand.Cancel _,
          RequestCommand.Expire _,
          RequestCommand.StartCollecting _,
          RequestCommand.Seal _,
          RequestCommand.Deliver _ ->
          event;
    };
  }

  private static Event withConfirmation(Event event, @Nullable Confirmation shown) {
    return shown == null
        ? event
        : event.fact("confirmedAt", shown.at()).fact("confirmedBy", shown.method());
  }

  private static Event decided(Event event, Decision decision) {
    return event
        .fact("outcome", decision.outcome())
        .fact("reasonCode", decision.code())
        .detail("reason", decision.reason());
  }

  private static Event about(EvidenceRequest request, EvidenceEvent type, @Nullable Actor actor) {
    return Event.of(type)
        .by(actor)
        .about("request", request.id(), request.code())
        .within(request.areaId());
  }
}
