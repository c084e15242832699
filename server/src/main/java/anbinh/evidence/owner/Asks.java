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

  /// Notes that a sheet with the present link is printed, and returns the open ask that it leads
  /// to.
  ///
  /// @throws Problem when the link is another one
  @Transactional
  public Ask printSheet(UUID requestId, UUID cameraId, LinkSecret link, Person by) {
    Ask ask = getOpen(requestId, cameraId);
    if (!leadsTo(link, ask)) {
      throw Problem.of(EvidenceProblem.NO_SUCH_LINK);
    }
    log.record(about(OwnerEvent.SHEET_PRINTED, ask, by.actor()));
    return ask;
  }

  /// Whether a link is the present one of an ask.
  public boolean leadsTo(LinkSecret link, Ask ask) {
    return table
        .findByLink(link)
        .filter(found -> found.requestId().equals(ask.requestId()))
        .filter(found -> found.cameraId().equals(ask.cameraId()))
        .isPresent();
  }

  /// Waits for the owner no longer.
  @Transactional
  public void giveUp(UUID requestId, UUID cameraId, Person by) {
    end(getOpen(requestId, cameraId), AskState.GIVEN_UP, null, by.actor());
  }

  /// The ask that a link leads to, while its owner may answer or take back.
  Optional<Ask> findByLink(LinkSecret link) {
    return table.findByLink(link).filter(ask -> ask.openAt(requests.now()) || ask.revocable());
  }

  /// The same, and afterwards what was given by it, while its owner may have the receipt.
  Optional<Ask> findGiven(LinkSecret link) {
    return findByLink(link)
        .or(() -> table.findTaken(link, requests.now().minus(settings.receiptFor())));
  }

  /// Until when the owner may have the receipt; null before what was given is taken.
  public @Nullable Instant receiptUntil(Ask ask) {
    return ask.takenAt() == null ? null : ask.takenAt().plus(settings.receiptFor());
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
    events.publishEvent(new AskChanged(ask.requestId(), ask.cameraId(), AskState.REFUSED));
  }

  /// Notes what the owner's recorder showed at a known time.
  @Transactional
  public void stateClock(Ask asked, Ask.RecorderClock clock) {
    Ask ask = holdOpen(asked);
    table.setClock(ask, clock);
    log.record(
        about(OwnerEvent.CLOCK_STATED, ask, null).fact("offsetMillis", clock.offset().toMillis()));
  }

  /// The ask, open and held for the caller's transaction, so that what belongs to it can change.
  @Transactional(propagation = Propagation.MANDATORY)
  public Ask holdOpen(Ask ask) {
    return getOpen(ask.requestId(), ask.cameraId());
  }

  /// Notes that the owner handed over, in the caller's transaction, which holds the ask.
  ///
  /// @param hashes SHA-256 of each file
  @Transactional(propagation = Propagation.MANDATORY)
  public void give(Ask ask, List<String> hashes) {
    table.give(ask, requests.now());
    log.record(about(OwnerEvent.GAVE, ask, null).fact("files", hashes));
    events.publishEvent(new AskChanged(ask.requestId(), ask.cameraId(), AskState.GIVEN));
  }

  /// The owner takes back what was given.
  @Transactional
  public void withdraw(Ask given) {
    Ask ask = table.findForUpdate(given.requestId(), given.cameraId()).orElseThrow();
    if (!ask.revocable()) {
      throw Problem.of(EvidenceProblem.ASK_ENDED);
    }
    table.end(ask, AskState.WITHDRAWN, null, requests.now());
    log.record(about(OwnerEvent.WITHDREW, ask, null));
    events.publishEvent(new AskChanged(ask.requestId(), ask.cameraId(), AskState.WITHDRAWN));
  }

  /// Until when what was given may be taken back; later where the collection has not begun yet.
  public Instant takenFrom(Ask given) {
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
    List<Ask> asked =
        table.list(requestId).stream()
            .map(ask -> table.findForUpdate(ask.requestId(), ask.cameraId()).orElseThrow())
            .toList();
    Optional<Instant> wait =
        asked.stream()
            .filter(ask -> ask.state() == AskState.OPEN || ask.revocable())
            .map(ask -> ask.state() == AskState.OPEN ? ask.openUntil() : takenFrom(ask))
            .filter(at -> at.isAfter(now))
            .min(Instant::compareTo);
    boolean open = asked.stream().anyMatch(ask -> ask.state() == AskState.OPEN);
    if (wait.isPresent() || open) {
      return Optional.of(wait.orElse(now.plusSeconds(1)));
    }
    asked.stream().filter(Ask::revocable).forEach(ask -> table.take(ask, now));
    return Optional.empty();
  }

  /// Ends every ask whose time has run out, and every link that was good for a receipt; returns how
  /// many asks.
  @Transactional
  public int endOverdue() {
    Instant now = requests.now();
    table.forgetLinksOfTaken(now.minus(settings.receiptFor()));
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

  public List<Ask> list(UUID requestId) {
    return table.list(requestId);
  }

  public Optional<Ask> find(UUID requestId, UUID cameraId) {
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
          for (Ask listed : table.listUnsettled(camera.id())) {
            Ask ask = table.findForUpdate(listed.requestId(), listed.cameraId()).orElseThrow();
            if (ask.state() == AskState.OPEN || ask.revocable()) {
              end(ask, AskState.WITHDRAWN, null, null);
            }
          }
        });
  }

  private void end(Ask ask, AskState state, @Nullable String reason, @Nullable Actor by) {
    table.end(ask, state, reason, requests.now());
    log.record(about(OwnerEvent.ENDED, ask, by).fact("state", state));
    events.publishEvent(new AskChanged(ask.requestId(), ask.cameraId(), state));
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
    EvidenceRequest request = requests.get(ask.requestId());
    return Event.of(type)
        .by(by)
        .about("request", request.id(), request.code())
        .within(request.areaId())
        .fact("camera", ask.cameraId());
  }
}
