package anbinh.evidence.collect;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.cameras.Camera;
import anbinh.cameras.CameraKind;
import anbinh.cameras.store.Cameras;
import anbinh.cameras.store.LoggedCameras;
import anbinh.cases.store.Cases;
import anbinh.evidence.collect.footage.CoverageFile;
import anbinh.evidence.collect.footage.ExtractedCamera;
import anbinh.evidence.collect.footage.FootageSource;
import anbinh.evidence.owner.OwnerRequest;
import anbinh.evidence.owner.OwnerRequestState;
import anbinh.evidence.owner.OwnerRequests;
import anbinh.evidence.player.PlayerTable;
import anbinh.evidence.request.EvidenceEvent;
import anbinh.evidence.request.EvidenceRequest;
import anbinh.evidence.request.LoggedDecisions;
import anbinh.evidence.request.Requests;
import anbinh.evidence.request.lifecycle.Grant;
import anbinh.evidence.request.lifecycle.RequestCommand;
import anbinh.evidence.request.lifecycle.RequestState;
import anbinh.evidence.request.lifecycle.UnavailableCause;
import anbinh.evidence.stamp.Stamps;
import anbinh.platform.OnlyWhenServing;
import anbinh.recording.GapCause;
import anbinh.recording.Span;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes an approved request step by step to its sealed package.
///
/// After each step the database says which is next, and what a step leaves behind is found again by
/// the next try; so the server may be killed at any moment and goes on. One thread at a time works
/// on one request.
@Component
@OnlyWhenServing
class Collector {
  private static final Duration POLL = Duration.ofSeconds(1);
  private static final int TAKEN_PERCENT = 75;
  private static final int DESCRIBED_PERCENT = 80;

  private final Requests requests;
  private final CollectionTable collections;
  private final ExtractionTable extractions;
  private final FootageSource footage;
  private final OwnerRequests ownerRequests;
  private final PlayerTable players;
  private final CameraExtractor taking;
  private final Describing describing;
  private final Sealing sealing;
  private final LoggedDecisions decisions;
  private final Stamps stamps;
  private final Staging staging;
  private final Cameras cameras;
  private final LoggedCameras logged;
  private final Cases cases;
  private final AuditLog log;
  private final TransactionTemplate transactions;

  Collector(
      Requests requests,
      CollectionTable collections,
      ExtractionTable extractions,
      FootageSource footage,
      OwnerRequests ownerRequests,
      PlayerTable players,
      CameraExtractor taking,
      Describing describing,
      Sealing sealing,
      LoggedDecisions decisions,
      Stamps stamps,
      Staging staging,
      Cameras cameras,
      LoggedCameras logged,
      Cases cases,
      AuditLog log,
      TransactionTemplate transactions) {
    this.requests = requests;
    this.collections = collections;
    this.extractions = extractions;
    this.footage = footage;
    this.ownerRequests = ownerRequests;
    this.players = players;
    this.taking = taking;
    this.describing = describing;
    this.sealing = sealing;
    this.decisions = decisions;
    this.stamps = stamps;
    this.staging = staging;
    this.cameras = cameras;
    this.logged = logged;
    this.cases = cases;
    this.log = log;
    this.transactions = transactions;
  }

  /// Does the step that is next.
  ///
  /// @return the step after it, to be done at once; empty when there is none, or not yet
  Optional<CollectStep> step(UUID requestId) throws IOException, InterruptedException {
    Optional<CollectionTable.Row> found = collections.find(requestId);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    CollectionTable.Row row = found.get();
    EvidenceRequest request = requests.get(requestId);
    return switch (row.step()) {
      case QUEUED -> await(request);
      case CUTTING -> take(row, request);
      case DESCRIBING -> {
        describing.describe(row.extractionCode(), request, taken(row, request));
        yield advance(requestId, CollectStep.SEALING, DESCRIBED_PERCENT);
      }
      case SEALING -> seal(row, request);
    };
  }

  private Optional<CollectStep> await(EvidenceRequest request) {
    switch (decisions.basis(request)) {
      case LoggedDecisions.Basis.Logged _ -> {}
      case LoggedDecisions.Basis.Waiting _ -> {
        collections.advance(request.id(), CollectStep.QUEUED, 0, requests.now().plus(POLL));
        return Optional.empty();
      }
      case LoggedDecisions.Basis.Differs(List<String> what) ->
          throw new CollectFailure("nothing is taken, since the log says otherwise: " + what);
    }
    if (request.state() instanceof RequestState.Approved) {
      requests.take(request.id(), new RequestCommand.StartCollecting(requests.now()), null);
    }
    Grant grant = request.findGrant().orElseThrow();
    var span = new Span(grant.from(), grant.to());
    boolean complete =
        grant.cameraIds().stream()
            .filter(camera -> cameras.get(camera).kind() == CameraKind.CONNECTED)
            .allMatch(camera -> footage.isComplete(camera, span));
    return Objects.requireNonNull(transactions.execute(_ -> advanceOrWait(request.id(), complete)));
  }

  /// Goes on, or waits for owners. In one transaction, which holds what was asked: an owner who
  /// gives meanwhile lets it look again after the waiting was noted, and not before.
  private Optional<CollectStep> advanceOrWait(UUID requestId, boolean complete) {
    Optional<Instant> again =
        complete ? ownerRequests.take(requestId) : Optional.of(requests.now().plus(POLL));
    if (again.isEmpty()) {
      return advance(requestId, CollectStep.CUTTING, 0);
    }
    collections.advance(requestId, CollectStep.QUEUED, 0, again.get());
    return Optional.empty();
  }

  private Optional<CollectStep> take(CollectionTable.Row row, EvidenceRequest request)
      throws IOException {
    if (players.isAwaited(request.id())) {
      collections.advance(request.id(), CollectStep.CUTTING, 0, requests.now().plus(POLL));
      return Optional.empty();
    }
    requireLogged(request);
    List<ExtractedCamera> taken = taken(row, request);
    boolean nothing = taken.stream().allMatch(ExtractedCamera::empty);
    if (nothing) {
      endUnavailable(row, request, cause(request, taken));
      return Optional.empty();
    }
    transactions.executeWithoutResult(_ -> {
      collections.advance(request.id(), CollectStep.DESCRIBING, TAKEN_PERCENT, requests.now());
      log.record(
          Event.of(EvidenceEvent.TAKEN)
              .about("request", request.id(), request.code())
              .within(request.areaId())
              .fact("extraction", row.extractionCode())
              .fact("clips", clipHashes(taken))
              .fact("given", givenHashes(taken)));
    });
    return Optional.of(CollectStep.DESCRIBING);
  }

  /// What was taken of each granted camera; what was not taken before is taken now.
  private List<ExtractedCamera> taken(CollectionTable.Row row, EvidenceRequest request)
      throws IOException {
    Grant grant = request.findGrant().orElseThrow();
    List<ExtractedCamera> taken = new ArrayList<>();
    for (UUID id : grant.cameraIds()) {
      Camera camera = cameras.get(id);
      taken.add(
          camera.kind() == CameraKind.CONNECTED
              ? taking.take(row.extractionCode(), grant, camera)
              : taking.take(row.extractionCode(), grant, camera, ask(request, id)));
      if (row.step() == CollectStep.CUTTING) {
        collections.setPercent(
            request.id(), TAKEN_PERCENT * taken.size() / grant.cameraIds().size());
      }
    }
    return taken;
  }

  private OwnerRequest ask(EvidenceRequest request, UUID cameraId) {
    return ownerRequests.list(request.id()).stream()
        .filter(ask -> ask.cameraId().equals(cameraId))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> clipHashes(List<ExtractedCamera> taken) {
    List<String> hashes = new ArrayList<>();
    for (ExtractedCamera camera : taken) {
      ExtractedCamera.Clip clip = camera.clip();
      if (clip != null) {
        hashes.add(clip.sha256());
      }
    }
    return hashes;
  }

  private static List<String> givenHashes(List<ExtractedCamera> taken) {
    return taken.stream()
        .flatMap(camera -> camera.given().stream())
        .map(ExtractedCamera.Given::sha256)
        .toList();
  }

  /// Why there is nothing. What owners said comes first: it is what could have been otherwise.
  private UnavailableCause cause(EvidenceRequest request, List<ExtractedCamera> taken) {
    Set<OwnerRequestState> answers =
        ownerRequests.list(request.id()).stream()
            .map(OwnerRequest::state)
            .collect(Collectors.toSet());
    if (answers.contains(OwnerRequestState.REFUSED)
        || answers.contains(OwnerRequestState.WITHDRAWN)) {
      return UnavailableCause.OWNER_REFUSED;
    }
    if (answers.contains(OwnerRequestState.UNANSWERED)
        || answers.contains(OwnerRequestState.GIVEN_UP)) {
      return UnavailableCause.NO_ANSWER;
    }
    if (answers.contains(OwnerRequestState.OVERWRITTEN)) {
      return UnavailableCause.OVERWRITTEN;
    }
    Set<String> causes =
        taken.stream()
            .flatMap(camera -> camera.coverage().gaps().stream())
            .map(CoverageFile.GapPart::cause)
            .collect(Collectors.toSet());
    if (Arrays.stream(GapCause.values())
        .anyMatch(one -> one.isLost() && causes.contains(one.name()))) {
      return UnavailableCause.LOST;
    }
    return causes.contains(GapCause.DELETED.name())
        ? UnavailableCause.DELETED
        : UnavailableCause.NOT_RECORDED;
  }

  private void endUnavailable(
      CollectionTable.Row row, EvidenceRequest request, UnavailableCause cause) {
    Instant now = requests.now();
    transactions.executeWithoutResult(_ -> {
      collections.delete(request.id());
      requests.take(request.id(), new RequestCommand.FindNothing(cause, now), null);
    });
    staging.clear(row.extractionCode());
  }

  private Optional<CollectStep> seal(CollectionTable.Row row, EvidenceRequest request)
      throws IOException, InterruptedException {
    requireLogged(request);
    Sealing.Sealed sealed = sealing.seal(row, request, cases.get(request.application().caseId()));
    transactions.executeWithoutResult(_ -> {
      extractions.insert(sealed.extraction());
      stamps.note(request.id(), sealed.stamp());
      collections.delete(request.id());
      requests.seal(request.id(), sealed.extraction().sealedAt(), sealed.sealEvent());
    });
    staging.clear(row.extractionCode());
    return Optional.empty();
  }

  /// Whoever gave a camera another address or rewrote its switches chose what is sealed of it, and
  /// whoever renamed the case, what it is sealed for.
  private void requireLogged(EvidenceRequest request) {
    var differences =
        new ArrayList<>(logged.differences(request.findGrant().orElseThrow().cameraIds()));
    differences.addAll(cases.differences(cases.get(request.application().caseId())));
    if (!differences.isEmpty()) {
      throw new CollectFailure("nothing is taken, since the log says otherwise: " + differences);
    }
  }

  private Optional<CollectStep> advance(UUID requestId, CollectStep next, int percent) {
    collections.advance(requestId, next, percent, requests.now());
    return Optional.of(next);
  }
}
