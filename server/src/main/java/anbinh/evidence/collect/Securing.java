package anbinh.evidence.collect;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.cameras.Camera;
import anbinh.cameras.CameraKind;
import anbinh.cameras.store.Cameras;
import anbinh.evidence.collect.footage.DiscardCause;
import anbinh.evidence.collect.footage.ExtractedCamera;
import anbinh.evidence.collect.footage.FootageSource;
import anbinh.evidence.collect.footage.SecuredTable;
import anbinh.evidence.request.EvidenceEvent;
import anbinh.evidence.request.EvidenceRequest;
import anbinh.evidence.request.EvidenceSettings;
import anbinh.evidence.request.MarkedUrgent;
import anbinh.evidence.request.RequestChanged;
import anbinh.evidence.request.Requests;
import anbinh.evidence.request.lifecycle.Grant;
import anbinh.platform.OnlyWhenServing;
import anbinh.platform.background.Retry;
import anbinh.platform.sql.ShortCodes;
import anbinh.recording.Span;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes the footage of urgent requests before anybody decided, and deletes it again unless
/// somebody ratifies.
///
/// What is secured lies in the staging folder, where nobody gets it; the hash of every clip enters
/// the log at once, so that what is handed out later is what was taken then. When the request is
/// approved as it was asked, the collector goes on with the very same files; when less is granted,
/// or nothing, they are deleted, and an entry of the log certifies it with their hashes.
///
/// The listeners are safe for many threads; [#round] belongs to the collector's thread, so that one
/// thread at a time works on an extraction.
@Component
@OnlyWhenServing
class Securing {
  private static final Logger LOG = LoggerFactory.getLogger(Securing.class);
  private static final Duration POLL = Duration.ofSeconds(1);

  private final SecuredTable table;
  private final Requests requests;
  private final FootageSource footage;
  private final CameraExtractor taking;
  private final Staging staging;
  private final Cameras cameras;
  private final ShortCodes codes;
  private final AuditLog log;
  private final Retry retry;
  private final TransactionTemplate transactions;

  Securing(
      SecuredTable table,
      Requests requests,
      FootageSource footage,
      CameraExtractor taking,
      Staging staging,
      Cameras cameras,
      ShortCodes codes,
      AuditLog log,
      EvidenceSettings settings,
      TransactionTemplate transactions) {
    this.table = table;
    this.requests = requests;
    this.footage = footage;
    this.taking = taking;
    this.staging = staging;
    this.cameras = cameras;
    this.codes = codes;
    this.log = log;
    this.retry = new Retry(settings.retry(), settings.longestRetry());
    this.transactions = transactions;
  }

  @EventListener
  void begin(MarkedUrgent marked) {
    table.insert(
        marked.request().id(), codes.nextOfYear(RequestFollower.CODE_PREFIX), requests.now());
  }

  @EventListener
  void follow(RequestChanged changed) {
    EvidenceRequest request = changed.request();
    switch (request.state().name()) {
      case REFUSED -> discard(request.id(), DiscardCause.REFUSED);
      case CANCELLED -> discard(request.id(), DiscardCause.CANCELLED);
      case EXPIRED -> discard(request.id(), DiscardCause.NOT_RATIFIED);
      case REQUESTED, APPROVED, COLLECTING, SEALED, UNAVAILABLE, DELIVERED, OUTCOME -> {}
    }
  }

  private void discard(UUID requestId, DiscardCause cause) {
    if (table.findForUpdate(requestId).isPresent()) {
      table.discard(requestId, cause, requests.now());
    }
  }

  /// The extraction that a request which was just approved goes on with, if its footage is secured
  /// or being secured and all of it was granted. In the caller's transaction.
  Optional<String> handOn(EvidenceRequest approved) {
    Optional<SecuredTable.Row> row = table.findForUpdate(approved.id());
    if (row.isEmpty()) {
      return Optional.empty();
    }
    if (approved.findGrant().orElseThrow().sameAs(approved.asked())) {
      table.handOn(approved.id());
      return Optional.of(row.get().extractionCode());
    }
    table.discard(approved.id(), DiscardCause.GRANTED_LESS, requests.now());
    return Optional.empty();
  }

  /// Does what is due.
  ///
  /// @param requested whether to go on
  /// @return when something is due next, if anything is
  Optional<Instant> round(BooleanSupplier requested) {
    for (UUID id : table.listDue(requests.now())) {
      if (!requested.getAsBoolean()) {
        break;
      }
      SecuredTable.Row row = table.find(id).orElseThrow();
      try {
        if (row.step() == SecuredTable.Step.SECURING) {
          secure(row);
        } else if (row.step() == SecuredTable.Step.DISCARDING) {
          delete(row);
        }
      } catch (IOException | RuntimeException e) {
        if (requested.getAsBoolean()) {
          LOG.warn("securing for request {} failed; it is tried again", id, e);
          table.postpone(id, Retry.problem(e), requests.now().plus(retry.pause(row.attempts())));
        }
      }
    }
    return table.findNextDue();
  }

  private void secure(SecuredTable.Row row) throws IOException {
    EvidenceRequest request = requests.get(row.requestId());
    Grant asked = request.asked();
    var span = new Span(asked.from(), asked.to());
    List<Camera> connected = connected(asked);
    if (!connected.stream().allMatch(camera -> footage.isComplete(camera.id(), span))) {
      table.postpone(row.requestId(), null, requests.now().plus(POLL));
      return;
    }
    for (Camera camera : connected) {
      taking.take(row.extractionCode(), asked, camera);
    }
    List<String> clips = clips(row, request);
    transactions.executeWithoutResult(_ -> {
      // It may have been decided meanwhile; then it is the collector's, or to be deleted.
      if (table.findForUpdate(row.requestId()).orElseThrow().step() == SecuredTable.Step.SECURING) {
        table.secure(row.requestId(), clips, requests.now());
        log.record(
            Event.of(EvidenceEvent.SECURED)
                .about("request", request.id(), request.code())
                .within(request.areaId())
                .fact("extraction", row.extractionCode())
                .fact("clips", clips));
      }
    });
  }

  private void delete(SecuredTable.Row row) throws IOException {
    EvidenceRequest request = requests.get(row.requestId());
    List<String> clips = deleted(clips(row, request), row);
    staging.clear(row.extractionCode());
    Instant now = requests.now();
    transactions.executeWithoutResult(_ -> {
      UUID event =
          log.record(
              Event.of(EvidenceEvent.DISCARDED)
                  .about("request", request.id(), request.code())
                  .within(request.areaId())
                  .fact("extraction", row.extractionCode())
                  .fact("cause", cause(row))
                  .fact("clips", clips));
      table.discarded(row.requestId(), clips, now, event);
    });
  }

  /// The hashes of what is deleted. A killed server may have deleted the files without having said
  /// so: then they are those that were noted when they were secured.
  static List<String> deleted(List<String> found, SecuredTable.Row row) {
    return found.isEmpty() ? row.clips() : found;
  }

  /// Owners of the others are asked only when somebody has approved.
  private List<Camera> connected(Grant asked) {
    return asked.cameraIds().stream()
        .map(cameras::get)
        .filter(camera -> camera.kind() == CameraKind.CONNECTED)
        .toList();
  }

  static DiscardCause cause(SecuredTable.Row row) {
    DiscardCause cause = row.discardCause();
    if (cause == null) {
      throw new IllegalStateException("discarded without a cause: " + row.extractionCode());
    }
    return cause;
  }

  private List<String> clips(SecuredTable.Row row, EvidenceRequest request) throws IOException {
    List<String> hashes = new ArrayList<>();
    for (Camera camera : connected(request.asked())) {
      Optional<ExtractedCamera> taken = taking.find(row.extractionCode(), camera);
      ExtractedCamera.Clip clip = taken.isPresent() ? taken.get().clip() : null;
      if (clip != null) {
        hashes.add(clip.sha256());
      }
    }
    return hashes;
  }
}
