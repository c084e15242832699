package anbinh.demo.province;

import anbinh.cases.LinkedRequest;
import anbinh.cases.store.Cases;
import anbinh.evidence.request.Application;
import anbinh.evidence.request.EvidenceRequest;
import anbinh.evidence.request.EvidenceSettings;
import anbinh.evidence.request.LegalBasis;
import anbinh.evidence.request.Offence;
import anbinh.evidence.request.Purpose;
import anbinh.evidence.request.RequestEventType;
import anbinh.evidence.request.RequestTable;
import anbinh.evidence.request.RequestTable.HistoryEntry;
import anbinh.evidence.request.Requests;
import anbinh.evidence.request.SubjectClass;
import anbinh.evidence.request.lifecycle.Decision;
import anbinh.evidence.request.lifecycle.DecisionOutcome;
import anbinh.evidence.request.lifecycle.DecisionReason;
import anbinh.evidence.request.lifecycle.Grant;
import anbinh.evidence.request.lifecycle.RequestCommand;
import anbinh.evidence.request.lifecycle.RequestState;
import anbinh.evidence.request.lifecycle.Step;
import anbinh.evidence.request.lifecycle.UnavailableCause;
import anbinh.platform.Ids;
import anbinh.platform.Site;
import anbinh.platform.sql.ShortCodes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Fills a demonstration with requests as they would stand today, each taken through the life cycle
/// to an end at which there is no package: refused, withdrawn, lapsed, or nothing was recorded. A
/// package is never made up, so none comes to be sealed. Nobody is told of them, so nothing is
/// collected. Safe for many threads.
@Component
class RequestHistorySeeder {
  private static final Duration COLLECTED_AFTER = Duration.ofMinutes(1);

  private final RequestTable table;
  private final Cases cases;
  private final EvidenceSettings settings;
  private final ShortCodes codes;
  private final Site site;
  private final InstantSource clock;

  RequestHistorySeeder(
      RequestTable table,
      Cases cases,
      EvidenceSettings settings,
      ShortCodes codes,
      Site site,
      InstantSource clock) {
    this.table = table;
    this.cases = cases;
    this.settings = settings;
    this.codes = codes;
    this.site = site;
    this.clock = clock;
  }

  /// How one ends.
  public enum SyntheticEnd {
    REFUSED,
    NOT_RECORDED,
    CANCELLED,
    EXPIRED
  }

  /// A request that is made up, with its whole course.
  ///
  /// @param offence by the name of an [Offence]
  /// @param from the start of the footage that is asked for
  /// @param why it is needed
  /// @param said by who decides; empty for an approval
  /// @param endedAt when it was decided or withdrawn; one that nobody decides lapses by itself
  public record SyntheticRequest(
      UUID id,
      UUID caseId,
      UUID areaId,
      UUID cameraId,
      String offence,
      Instant from,
      Instant to,
      String why,
      UUID requester,
      UUID approver,
      Instant at,
      SyntheticEnd end,
      String reason,
      String said,
      Instant endedAt) {}

  /// Adds requests of one year, all or, where the first is there, none. They come in the order of
  /// their making; those that were not made yet, or whose case was not, are left out.
  ///
  /// @param recorded takes how many there are to be, and gives the log's entry that tells of them
  /// @return how many were added
  @Transactional
  public int add(List<SyntheticRequest> invented, int year, IntFunction<UUID> recorded) {
    site.requireDemonstration();
    Instant now = clock.instant();
    Set<UUID> known = cases.find(Ids.of(invented, SyntheticRequest::caseId)).keySet();
    List<SyntheticRequest> made =
        invented.stream()
            .filter(each -> !each.at().isAfter(now) && known.contains(each.caseId()))
            .toList();
    if (made.isEmpty() || table.find(made.getFirst().id()).isPresent()) {
      return 0;
    }
    UUID event = recorded.apply(made.size());
    List<String> given = codes.ofYear(Requests.CODE_PREFIX, year, made.size());
    for (int i = 0; i < made.size(); i++) {
      add(made.get(i), given.get(i), event, now);
    }
    return made.size();
  }

  private void add(SyntheticRequest invented, String code, UUID event, Instant now) {
    Instant expiresAt = invented.at().plus(settings.decideWithin());
    var asked = new Grant(invented.from(), invented.to(), List.of(invented.cameraId()));
    EvidenceRequest request =
        new EvidenceRequest(
            invented.id(),
            code,
            invented.areaId(),
            new Application(
                invented.caseId(),
                asked,
                Purpose.ESTABLISH_FACTS,
                LegalBasis.CPC_2015_ART_145,
                Offence.valueOf(invented.offence()),
                invented.why(),
                false,
                SubjectClass.NOBODY_IN_PARTICULAR,
                null),
            invented.requester(),
            invented.at(),
            expiresAt,
            new RequestState.Requested(expiresAt),
            null);
    table.insert(request, Map.of(invented.cameraId(), invented.areaId()));
    note(request, invented.at(), RequestEventType.REQUESTED, invented.requester(), event);
    Instant end = invented.end() == SyntheticEnd.EXPIRED ? expiresAt : invented.endedAt();
    if (end.plus(COLLECTED_AFTER).isAfter(now)) {
      link(request);
      return;
    }
    for (RequestCommand command : commands(invented, asked, end)) {
      request = taken(request, command);
      table.update(request.id(), request.state());
      note(request, command.at(), RequestEventType.of(command), by(command), event);
    }
    link(request);
  }

  private static List<RequestCommand> commands(SyntheticRequest of, Grant asked, Instant end) {
    return switch (of.end()) {
      case REFUSED -> List.of(new RequestCommand.Refuse(decision(of, DecisionOutcome.REFUSE, end)));
      case NOT_RECORDED ->
          List.of(
              new RequestCommand.Approve(decision(of, DecisionOutcome.APPROVE, end), asked),
              new RequestCommand.StartCollecting(end.plusSeconds(2)),
              new RequestCommand.FindNothing(
                  UnavailableCause.NOT_RECORDED, end.plus(COLLECTED_AFTER)));
      case CANCELLED -> List.of(new RequestCommand.Cancel(of.requester(), end));
      case EXPIRED -> List.of(new RequestCommand.Expire(end));
    };
  }

  private static Decision decision(SyntheticRequest of, DecisionOutcome outcome, Instant at) {
    return new Decision(outcome, DecisionReason.valueOf(of.reason()), of.said(), of.approver(), at);
  }

  /// By the rules of all requests.
  private static EvidenceRequest taken(EvidenceRequest request, RequestCommand command) {
    return switch (request.take(command)) {
      case Step.Taken taken -> request.in(taken.state());
      case Step.Denied denied ->
          throw new IllegalStateException(request.code() + ": " + denied.why());
    };
  }

  private static @Nullable UUID by(RequestCommand command) {
    return switch (command) {
      case RequestCommand.Approve approve -> approve.decision().by();
      case RequestCommand.Refuse refuse -> refuse.decision().by();
      case RequestCommand.Cancel cancel -> cancel.by();
      case RequestCommand.Expire _,
          RequestCommand.StartCollecting _,
          RequestCommand.Seal _,
          RequestCommand.FindNothing _,
          RequestCommand.Deliver _,
          RequestCommand.NoteOutcome _ ->
          null;
    };
  }

  private void note(
      EvidenceRequest request, Instant at, RequestEventType what, @Nullable UUID who, UUID event) {
    table.addHistory(request.id(), new HistoryEntry(at, what, who, event));
  }

  private void link(EvidenceRequest request) {
    cases.noteRequest(
        request.application().caseId(),
        new LinkedRequest(
            request.id(), request.code(), request.state().name().name(), request.pending()));
  }
}
