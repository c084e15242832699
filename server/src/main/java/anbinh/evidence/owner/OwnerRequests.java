package anbinh.evidence.owner;

import anbinh.audit.Actor;
import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.cameras.Camera;
import anbinh.cameras.CameraChanged;
import anbinh.cameras.CameraKind;
import anbinh.cameras.Consent;
import anbinh.cameras.store.Cameras;
import anbinh.evidence.EvidenceProblem;
import anbinh.evidence.request.EvidenceRequest;
import anbinh.evidence.request.Requests;
import anbinh.evidence.request.lifecycle.Grant;
import anbinh.identity.Person;
import anbinh.platform.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Asks owners and takes their answers; each act is one transaction with its entry of the log.
/// Checks no rights: callers do. Safe for many threads.
@Component
public class OwnerRequests {
  private final OwnerRequestTable table;
  private final Requests requests;
  private final Cameras cameras;
  private final OwnerSettings settings;
  private final RandomGenerator random;
  private final AuditLog log;
  private final ApplicationEventPublisher events;

  OwnerRequests(
      OwnerRequestTable table,
      Requests requests,
      Cameras cameras,
      OwnerSettings settings,
      RandomGenerator random,
      AuditLog log,
      ApplicationEventPublisher events) {
    this.table = table;
    this.requests = requests;
    this.cameras = cameras;
    this.settings = settings;
    this.random = random;
    this.log = log;
    this.events = events;
  }

  /// Whether the owner of a camera may be asked at all.
  public static boolean mayBeAsked(Camera camera) {
    return !camera.retired() && camera.consent().state() != Consent.State.WITHDRAWN;
  }

  /// When the last of a stretch goes from the owner's recorder, by its keep-time.
  public static Instant goneAt(Camera camera, Instant to) {
    return to.plus(Duration.ofDays(camera.keepDays()));
  }

  /// Asks the owners of the community cameras of a request that was approved just now.
  @Transactional(propagation = Propagation.MANDATORY)
  public void open(EvidenceRequest request) {
    Grant grant = request.findGrant().orElseThrow();
    Instant now = requests.now();
    for (UUID id : grant.cameraIds()) {
      Camera camera = cameras.get(id);
      if (camera.kind() == CameraKind.COMMUNITY) {
        open(request, camera, grant, now);
      }
    }
  }

  private void open(EvidenceRequest request, Camera camera, Grant grant, Instant now) {
    Instant goneAt = goneAt(camera, grant.to());
    Instant answered = now.plus(settings.answerWithin());
    var ask =
        new OwnerRequest(
            request.id(),
            camera.id(),
            OwnerRequestState.OPEN,
            now,
            goneAt.isBefore(answered) ? goneAt : answered,
            null,
            null,
            null,
            null,
            null,
            null);
    table.insert(ask);
    log.record(about(OwnerEvent.ASKED, ask, null).fact("until", ask.openUntil()));
    if (!mayBeAsked(camera)) {
      end(ask, OwnerRequestState.WITHDRAWN, null, null);
    } else if (!goneAt.isAfter(now)) {
      end(ask, OwnerRequestState.OVERWRITTEN, null, null);
    }
  }

  /// Makes a link in the place of the one there was, which leads nowhere from now on.
  @Transactional
  public LinkSecret issueLink(UUID requestId, UUID cameraId, Person by) {
    OwnerRequest ask = getOpen(requestId, cameraId);
    LinkSecret link = LinkSecret.random(random);
    table.setLink(ask, link, requests.now());
    log.record(about(OwnerEvent.LINK_ISSUED, ask, by.actor()));
    return link;
  }

  /// Takes the link back; the ask stays open for another one.
  @Transactional
  public void revokeLink(UUID requestId, UUID cameraId, Person by) {
    OwnerRequest ask = getOpen(requestId, cameraId);
    if (ask.linkIssuedAt() != null) {
      table.setLink(ask, null, null);
      log.record(about(OwnerEvent.LINK_REVOKED, ask, by.actor()));
    }
  }

  /// Notes that a sheet with the present link is printed, and returns the open ask that it leads
  /// to.
  ///
  /// @throws Problem when the link is another one
  @Transactional
  public OwnerRequest printSheet(UUID requestId, UUID cameraId, LinkSecret link, Person by) {
    OwnerRequest ask = getOpen(requestId, cameraId);
    if (!leadsTo(link, ask)) {
      throw Problem.of(EvidenceProblem.NO_SUCH_LINK);
    }
    log.record(about(OwnerEvent.SHEET_PRINTED, ask, by.actor()));
    return ask;
  }

  /// Whether a link is the present one of an ask.
  public boolean leadsTo(LinkSecret link, OwnerRequest ask) {
    return table
        .findByLink(link)
        .filter(found -> found.requestId().equals(ask.requestId()))
        .filter(found -> found.cameraId().equals(ask.cameraId()))
        .isPresent();
  }

  /// Waits for the owner no longer.
  @Transactional
  public void giveUp(UUID requestId, UUID cameraId, Person by) {
    end(getOpen(requestId, cameraId), OwnerRequestState.GIVEN_UP, null, by.actor());
  }

  /// The ask that a link leads to, while its owner may answer or take back.
  Optional<OwnerRequest> findByLink(LinkSecret link) {
    return table.findByLink(link).filter(ask -> ask.openAt(requests.now()) || ask.revocable());
  }

  /// The same, and afterwards what was given by it, while its owner may have the receipt.
  Optional<OwnerRequest> findGiven(LinkSecret link) {
    return findByLink(link)
        .or(() -> table.findTaken(link, requests.now().minus(settings.receiptFor())));
  }

  /// Until when the owner may have the receipt; null before what was given is taken.
  public @Nullable Instant receiptUntil(OwnerRequest ask) {
    return ask.takenAt() == null ? null : ask.takenAt().plus(settings.receiptFor());
  }

  /// Notes that the page behind the link was opened, once a link.
  @Transactional
  public void noteSeen(OwnerRequest ask) {
    if (table.setSeen(ask, requests.now())) {
      log.record(about(OwnerEvent.SEEN, ask, null));
    }
  }

  /// The owner says no.
  ///
  /// @param reason in the owner's words, if any
  @Transactional
  public void refuse(OwnerRequest asked, @Nullable String reason) {
    OwnerRequest ask = getOpen(asked.requestId(), asked.cameraId());
    Event event = about(OwnerEvent.REFUSED, ask, null);
    table.end(ask, OwnerRequestState.REFUSED, reason, requests.now());
    log.record(reason == null ? event : event.detail("reason", reason));
    events.publishEvent(
        new OwnerRequestChanged(ask.requestId(), ask.cameraId(), OwnerRequestState.REFUSED));
  }

  /// Notes what the owner's recorder showed at a known time.
  @Transactional
  public void stateClock(OwnerRequest asked, OwnerRequest.RecorderClock clock) {
    OwnerRequest ask = lockOpen(asked);
    table.setClock(ask, clock);
    log.record(
        about(OwnerEvent.CLOCK_STATED, ask, null).fact("offsetMillis", clock.offset().toMillis()));
  }

  /// The ask, open and held for the caller's transaction, so that what belongs to it can change.
  @Transactional(propagation = Propagation.MANDATORY)
  public OwnerRequest lockOpen(OwnerRequest ask) {
    return getOpen(ask.requestId(), ask.cameraId());
  }

  /// Notes that the owner handed over, in the caller's transaction, which holds the ask.
  ///
  /// @param hashes SHA-256 of each file
  @Transactional(propagation = Propagation.MANDATORY)
  public void give(OwnerRequest ask, List<String> hashes) {
    table.give(ask, requests.now());
    log.record(about(OwnerEvent.GAVE, ask, null).fact("files", hashes));
    events.publishEvent(
        new OwnerRequestChanged(ask.requestId(), ask.cameraId(), OwnerRequestState.GIVEN));
  }

  /// The owner takes back what was given.
  @Transactional
  public void withdraw(OwnerRequest given) {
    OwnerRequest ask = table.findForUpdate(given.requestId(), given.cameraId()).orElseThrow();
    if (!ask.revocable()) {
      throw Problem.of(EvidenceProblem.ASK_ENDED);
    }
    table.end(ask, OwnerRequestState.WITHDRAWN, null, requests.now());
    log.record(about(OwnerEvent.WITHDREW, ask, null));
    events.publishEvent(
        new OwnerRequestChanged(ask.requestId(), ask.cameraId(), OwnerRequestState.WITHDRAWN));
  }

  /// Until when what was given may be taken back; later where the collection has not begun yet.
  public Instant takenFrom(OwnerRequest given) {
    Instant at = given.endedAt();
    return at == null ? given.openUntil() : at.plus(settings.thinkAgain());
  }

  /// Takes what was given, once every ask of a request is settled but for that; from then on
  /// nothing is taken back.
  ///
  /// @return when to try again; empty when all is taken
  @Transactional
  public Optional<Instant> take(UUID requestId) {
    Instant now = requests.now();
    List<OwnerRequest> asked =
        table.list(requestId).stream()
            .map(ask -> table.findForUpdate(ask.requestId(), ask.cameraId()).orElseThrow())
            .toList();
    Optional<Instant> wait =
        asked.stream()
            .filter(ask -> ask.state() == OwnerRequestState.OPEN || ask.revocable())
            .map(ask -> ask.state() == OwnerRequestState.OPEN ? ask.openUntil() : takenFrom(ask))
            .filter(at -> at.isAfter(now))
            .min(Instant::compareTo);
    boolean open = asked.stream().anyMatch(ask -> ask.state() == OwnerRequestState.OPEN);
    if (wait.isPresent() || open) {
      return Optional.of(wait.orElse(now.plusSeconds(1)));
    }
    asked.stream().filter(OwnerRequest::revocable).forEach(ask -> table.take(ask, now));
    return Optional.empty();
  }

  /// Ends every ask whose time has run out, and every link that was good for a receipt; returns how
  /// many asks.
  @Transactional
  public int endOverdue() {
    Instant now = requests.now();
    table.forgetLinksOfTaken(now.minus(settings.receiptFor()));
    int ended = 0;
    for (OwnerRequest listed : table.listOverdue(now)) {
      OwnerRequest ask = table.findForUpdate(listed.requestId(), listed.cameraId()).orElseThrow();
      if (ask.state() == OwnerRequestState.OPEN) {
        Instant to = requests.get(ask.requestId()).findGrant().orElseThrow().to();
        boolean gone = !goneAt(cameras.get(ask.cameraId()), to).isAfter(now);
        end(ask, gone ? OwnerRequestState.OVERWRITTEN : OwnerRequestState.UNANSWERED, null, null);
        ended++;
      }
    }
    return ended;
  }

  public List<OwnerRequest> list(UUID requestId) {
    return table.list(requestId);
  }

  public Optional<OwnerRequest> find(UUID requestId, UUID cameraId) {
    return table.list(requestId).stream().filter(ask -> ask.cameraId().equals(cameraId)).findAny();
  }

  /// Whoever withdrew is not asked any more, in the transaction of the withdrawal.
  @EventListener
  @Transactional
  public void follow(CameraChanged changed) {
    cameras
        .find(changed.cameraId())
        .filter(camera -> camera.kind() == CameraKind.COMMUNITY && !mayBeAsked(camera))
        .ifPresent(camera -> {
          for (OwnerRequest listed : table.listUnsettled(camera.id())) {
            OwnerRequest ask =
                table.findForUpdate(listed.requestId(), listed.cameraId()).orElseThrow();
            if (ask.state() == OwnerRequestState.OPEN || ask.revocable()) {
              end(ask, OwnerRequestState.WITHDRAWN, null, null);
            }
          }
        });
  }

  private void end(
      OwnerRequest ask, OwnerRequestState state, @Nullable String reason, @Nullable Actor by) {
    table.end(ask, state, reason, requests.now());
    log.record(about(OwnerEvent.ENDED, ask, by).fact("state", state));
    events.publishEvent(new OwnerRequestChanged(ask.requestId(), ask.cameraId(), state));
  }

  private OwnerRequest getOpen(UUID requestId, UUID cameraId) {
    OwnerRequest ask =
        table
            .findForUpdate(requestId, cameraId)
            .orElseThrow(() -> Problem.of(EvidenceProblem.NOT_ASKED));
    if (!ask.openAt(requests.now())) {
      throw Problem.of(EvidenceProblem.ASK_ENDED);
    }
    return ask;
  }

  private Event about(OwnerEvent type, OwnerRequest ask, @Nullable Actor by) {
    EvidenceRequest request = requests.get(ask.requestId());
    return Event.of(type)
        .by(by)
        .about("request", request.id(), request.code())
        .within(request.areaId())
        .fact("camera", ask.cameraId());
  }
}
