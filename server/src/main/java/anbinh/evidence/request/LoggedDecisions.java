package anbinh.evidence.request;

import anbinh.audit.event.AuditLog;
import anbinh.audit.event.RecordedEvent;
import anbinh.evidence.request.lifecycle.Decision;
import anbinh.evidence.request.lifecycle.Grant;
import anbinh.identity.Confirmation;
import anbinh.identity.people.People;
import anbinh.seal.json.Json;
import anbinh.seal.log.EventRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Holds a request and its decision in the database against what the log says of them.
///
/// Whoever owns the database can write a decision into it, and not into the log: so nothing is
/// taken and nothing sealed but on the log's word. Safe for many threads.
@Component
public class LoggedDecisions {
  /// The database's clock and the event's are read one after another.
  private static final Duration APART = Duration.ofSeconds(10);

  private final AuditLog log;
  private final People people;
  private final Confirmations confirmations;

  LoggedDecisions(AuditLog log, People people, Confirmations confirmations) {
    this.log = log;
    this.people = people;
    this.confirmations = confirmations;
  }

  /// What the log says.
  public sealed interface Basis {
    /// The log says the same.
    ///
    /// @param requested the place of the request's event
    /// @param decided the place of the decision's event
    record Logged(long requested, long decided) implements Basis {}

    /// The events are recorded, and not in the log yet.
    record Waiting() implements Basis {}

    /// The log says something else, or nothing.
    ///
    /// @param what differs, for the administrator
    record Differs(List<String> what) implements Basis {
      public Differs {
        what = List.copyOf(what);
      }
    }
  }

  /// What a decided request rests on.
  public Basis basis(EvidenceRequest request) {
    Logged logged = read(List.of(request));
    List<String> differences = differences(request, logged, this::pseudonym);
    if (!differences.isEmpty()) {
      return new Basis.Differs(differences);
    }
    if (request.findDecision().isEmpty()) {
      return new Basis.Differs(List.of("nobody decided it"));
    }
    Long requested = logged.requested(request).getFirst().index();
    Long decided = logged.decided(request).getFirst().index();
    return requested == null || decided == null
        ? new Basis.Waiting()
        : new Basis.Logged(requested, decided);
  }

  /// In what the database differs from the log about requests, by their identifiers, for the check;
  /// empty when in nothing.
  ///
  /// @param pseudonyms of people, as the check read them
  public Map<UUID, List<String>> differences(
      List<EvidenceRequest> requests, Function<UUID, @Nullable String> pseudonyms) {
    Logged logged = read(requests);
    return requests.stream()
        .collect(
            Collectors.toMap(
                EvidenceRequest::id, request -> differences(request, logged, pseudonyms)));
  }

  /// What the log says of some requests, and how their deciders had shown that it is them.
  record Logged(
      Map<String, List<RecordedEvent>> requested,
      Map<String, List<RecordedEvent>> decided,
      Map<UUID, Confirmation> shown) {
    List<RecordedEvent> requested(EvidenceRequest request) {
      return requested.getOrDefault(request.id().toString(), List.of());
    }

    List<RecordedEvent> decided(EvidenceRequest request) {
      return decided.getOrDefault(request.id().toString(), List.of());
    }
  }

  private Logged read(List<EvidenceRequest> requests) {
    List<String> ids = requests.stream().map(request -> request.id().toString()).toList();
    return new Logged(
        log.listAbout(EvidenceEvent.REQUESTED, ids),
        log.listAbout(EvidenceEvent.DECIDED, ids),
        confirmations.find(requests.stream().map(EvidenceRequest::id).toList()));
  }

  static List<String> differences(
      EvidenceRequest request, Logged logged, Function<UUID, @Nullable String> pseudonyms) {
    List<String> found = new ArrayList<>();
    List<RecordedEvent> requested = logged.requested(request);
    if (requested.size() != 1) {
      found.add("the log has no request, or several");
    } else {
      String requester = pseudonyms.apply(request.requestedBy());
      compareRequest(request, requester, requested.getFirst(), found);
    }
    Optional<Decision> decision = request.findDecision();
    List<RecordedEvent> decided = logged.decided(request);
    if (decision.isEmpty()) {
      if (!decided.isEmpty()) {
        found.add("the log has a decision, the database none");
      }
    } else if (decided.size() != 1) {
      found.add("the log has no decision, or several");
    } else {
      compareDecision(
          request,
          decision.get(),
          pseudonyms.apply(decision.get().by()),
          logged.shown().get(request.id()),
          decided.getFirst(),
          found);
    }
    return found;
  }

  private static void compareRequest(
      EvidenceRequest request,
      @Nullable String requester,
      RecordedEvent event,
      List<String> found) {
    Application application = request.application();
    Grant asked = application.asked();
    Paper paper = application.paper();
    compare("number", request.code(), event.objectCode(), found);
    compare("requester", requester, event.actor(), found);
    compareTime("time of the request", request.requestedAt(), event.time(), found);
    compare("case", Json.of(application.caseId().toString()), fact(event, "case"), found);
    compareGrant("asked", asked, event, found);
    compare("purpose", Json.of(application.purpose().name()), fact(event, "purpose"), found);
    compare(
        "legal basis", Json.of(application.legalBasis().name()), fact(event, "legalBasis"), found);
    compare("offence", Json.of(application.offence().name()), fact(event, "offence"), found);
    compare("urgent", new Json.Bool(application.urgent()), fact(event, "urgent"), found);
    compare(
        "subject",
        application.subject() == null ? null : Json.of(application.subject().name()),
        fact(event, "subjectClass"),
        found);
    compare(
        "day of the paper",
        paper == null ? null : Json.of(paper.on().toString()),
        fact(event, "paperOn"),
        found);
    compareDetail("necessity", "necessity", application.necessity(), event, found);
    if (paper != null) {
      compareDetail("number of the paper", "paperNumber", paper.number(), event, found);
      compare(
          "paper",
          paper.sha256() == null ? null : Json.of(paper.sha256()),
          fact(event, "paperSha256"),
          found);
    }
  }

  private static void compareDecision(
      EvidenceRequest request,
      Decision decision,
      @Nullable String decider,
      @Nullable Confirmation shown,
      RecordedEvent event,
      List<String> found) {
    compare("decider", decider, event.actor(), found);
    compareTime("time of the decision", decision.at(), event.time(), found);
    compare("outcome", Json.of(decision.outcome().name()), fact(event, "outcome"), found);
    compare("reason's code", Json.of(decision.code().name()), fact(event, "reasonCode"), found);
    compareDetail("reason", "reason", decision.reason(), event, found);
    request.findGrant().ifPresent(grant -> compareGrant("granted", grant, event, found));
    compare(
        "confirmation", shown == null ? null : time(shown.at()), fact(event, "confirmedAt"), found);
    compare(
        "method of the confirmation",
        shown == null ? null : Json.of(shown.method()),
        fact(event, "confirmedBy"),
        found);
  }

  private static void compareGrant(
      String name, Grant grant, RecordedEvent event, List<String> found) {
    compare(name + " from", time(grant.from()), fact(event, "from"), found);
    compare(name + " to", time(grant.to()), fact(event, "to"), found);
    compare(
        name + " cameras",
        new Json.Arr(grant.cameraIds().stream().<Json>map(id -> Json.of(id.toString())).toList()),
        fact(event, "cameras"),
        found);
  }

  private static Json time(Instant at) {
    return Json.of(EventRecord.formatTime(at));
  }

  private @Nullable String pseudonym(UUID person) {
    return people.find(person).map(found -> found.pseudonym().toString()).orElse(null);
  }

  private static @Nullable Json fact(RecordedEvent event, String name) {
    return event.facts().find(name).orElse(null);
  }

  /// A detail may have been erased, and then says nothing.
  private static void compareDetail(
      String name, String detail, String text, RecordedEvent event, List<String> found) {
    Json.Obj details = event.detail();
    if (details != null) {
      compare(name, Json.of(text), details.find(detail).orElse(null), found);
    }
  }

  private static void compareTime(String name, Instant here, Instant there, List<String> found) {
    if (Duration.between(here, there).abs().compareTo(APART) > 0) {
      found.add(name + " is " + here + " here and " + there + " in the log");
    }
  }

  private static void compare(
      String name, @Nullable Object here, @Nullable Object there, List<String> found) {
    if (!Objects.equals(here, there)) {
      found.add(name + " is another one in the log");
    }
  }
}
