package anbinh.evidence.owner;

import anbinh.audit.Actor;
import anbinh.audit.AuditLog;
import anbinh.audit.Event;
import anbinh.cameras.Camera;
import anbinh.cameras.CameraChanged;
import anbinh.cameras.CameraKind;
import anbinh.cameras.Cameras;
import anbinh.cameras.Consent;
import anbinh.evidence.EvidenceProblem;
import anbinh.evidence.request.EvidenceRequest;
import anbinh.evidence.request.Grant;
import anbinh.evidence.request.Requests;
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
public class Asks {
  private final AskTable table;
  private final Requests requests;
  private final Cameras cameras;
  private final OwnerSettings settings;
  private final RandomGenerator random;
  private final AuditLog log;
  private final ApplicationEventPublisher events;

  Asks(
      AskTable table,
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
        new Ask(
            request.id(),
            camera.id(),
            AskState.OPEN,
            now,
            goneAt.isBefore(answered) ? goneAt : answered,
            null,
            null,
            null,
            null);
    table.insert(ask);
    log.record(about(OwnerEvent.ASKED, ask, null).fact("until", ask.openUntil()));
    if (!mayBeAsked(camera)) {
      end(ask, AskState.WITHDRAWN, null, null);
    } else if (!goneAt.isAfter(now)) {
      end(ask, AskState.OVERWRITTEN, null, null);
    }
  }

  /// Makes a link in the place of the one there was, which leads nowhere from now on.
  @Transactional
  public LinkSecret issueLink(UUID requestId, UUID cameraId, Person by) {
    Ask ask = getOpen(requestId, cameraId);
    LinkSecret link = LinkSecret.random(random);
    table.setLink(ask, link, requests.now());
    log.record(about(OwnerEvent.LINK_ISSUED, ask, by.actor()));
    return link;
  }

  /// Takes the link back; the ask stays open for another one.
  @Transactional
  public void revokeLink(UUID requestId, UUID cameraId, Person by) {
    Ask ask = getOpen(requestId, cameraId);
    if (ask.linkIssuedAt() != null) {
      table.setLink(ask, null, null);
      log.record(about(OwnerEvent.LINK_REVOKED, ask, by.actor()));
    }
  }

  /// Waits for the owner no longer.
  @Transactional
  public void giveUp(UUID requestId, UUID cameraId, Person by) {
    end(getOpen(requestId, cameraId), AskState.GIVEN_UP, null, by.actor());
  }

  /// The open ask that a link leads to.
  Optional<Ask> findByLink(LinkSecret link) {
    return table.findByLink(link).filter(ask -> ask.openAt(requests.now()));
  }

  /// Notes that the page behind the link was opened, once a link.
  @Transactional
  public void noteSeen(Ask ask) {
    if (table.setSeen(ask, requests.now())) {
      log.record(about(OwnerEvent.SEEN, ask, null));
    }
  }

  /// The owner says no.
  ///
  /// @param reason in the owner's words, if any
  @Transactional
  public void refuse(Ask asked, @Nullable String reason) {
    Ask ask = getOpen(asked.requestId(), asked.cameraId());
    Event event = about(OwnerEvent.REFUSED, ask, null);
    table.end(ask, AskState.REFUSED, reason, requests.now());
    log.record(reason == null ? event : event.detail("reason", reason));
    events.publishEvent(new AskChanged(ask.requestId()));
  }

  /// Ends every ask whose time has run out; returns how many.
  @Transactional
  public int endOverdue() {
    Instant now = requests.now();
    int ended = 0;
    for (Ask listed : table.listOverdue(now)) {
      Ask ask = table.findForUpdate(listed.requestId(), listed.cameraId()).orElseThrow();
      if (ask.state() == AskState.OPEN) {
        Instant to = requests.get(ask.requestId()).findGrant().orElseThrow().to();
        boolean gone = !goneAt(cameras.get(ask.cameraId()), to).isAfter(now);
        end(ask, gone ? AskState.OVERWRITTEN : AskState.UNANSWERED, null, null);
        ended++;
      }
    }
    return ended;
  }

  /// When the next of a request's asks is settled at the latest; empty when all are.
  public Optional<Instant> findOpenUntil(UUID requestId) {
    return table.list(requestId).stream()
        .filter(ask -> ask.state() == AskState.OPEN)
        .map(Ask::openUntil)
        .min(Instant::compareTo);
  }

  public List<Ask> list(UUID requestId) {
    return table.list(requestId);
  }

  /// Whoever withdrew is not asked any more, in the transaction of the withdrawal.
  @EventListener
  @Transactional
  public void follow(CameraChanged changed) {
    cameras
        .find(changed.cameraId())
        .filter(camera -> camera.kind() == CameraKind.COMMUNITY && !mayBeAsked(camera))
        .ifPresent(camera -> {
          for (Ask listed : table.listOpen(camera.id())) {
            Ask ask = table.findForUpdate(listed.requestId(), listed.cameraId()).orElseThrow();
            if (ask.state() == AskState.OPEN) {
              end(ask, AskState.WITHDRAWN, null, null);
            }
          }
        });
  }

  private void end(Ask ask, AskState state, @Nullable String reason, @Nullable Actor by) {
    table.end(ask, state, reason, requests.now());
    log.record(about(OwnerEvent.ENDED, ask, by).fact("state", state));
    events.publishEvent(new AskChanged(ask.requestId()));
  }

  private Ask getOpen(UUID requestId, UUID cameraId) {
    Ask ask =
        table
            .findForUpdate(requestId, cameraId)
            .orElseThrow(() -> Problem.of(EvidenceProblem.NOT_ASKED));
    if (!ask.openAt(requests.now())) {
      throw Problem.of(EvidenceProblem.ASK_ENDED);
    }
    return ask;
  }

  private Event about(OwnerEvent type, Ask ask, @Nullable Actor by) {
    return Event.of(type)
        .by(by)
        .about("request", ask.requestId(), requests.get(ask.requestId()).code())
        .fact("camera", ask.cameraId());
  }
}
