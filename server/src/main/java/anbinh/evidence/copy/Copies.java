package anbinh.evidence.copy;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.evidence.EvidenceProblem;
import anbinh.evidence.collect.Extraction;
import anbinh.evidence.playback.PackagedVideos;
import anbinh.evidence.request.EvidenceRequest;
import anbinh.identity.Person;
import anbinh.identity.people.People;
import anbinh.platform.Ids;
import anbinh.platform.OnlyWhenServing;
import anbinh.platform.Problem;
import java.time.InstantSource;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Orders and reviews copies, each with its event in one transaction. Rights are the caller's to
/// check. Safe for many threads.
@Component
@OnlyWhenServing
class Copies {
  private static final int MAX = 200;

  private final CopyTable table;
  private final PackagedVideos videos;
  private final CopyWorker maker;
  private final Ids ids;
  private final InstantSource clock;
  private final AuditLog log;
  private final People people;

  Copies(
      CopyTable table,
      PackagedVideos videos,
      CopyWorker maker,
      Ids ids,
      InstantSource clock,
      AuditLog log,
      People people) {
    this.table = table;
    this.videos = videos;
    this.maker = maker;
    this.ids = ids;
    this.clock = clock;
    this.log = log;
    this.people = people;
  }

  /// One of the copies of a request's package.
  Copy get(UUID request, UUID id) {
    return table
        .find(id)
        .filter(copy -> copy.requestId().equals(request))
        .orElseThrow(() -> Problem.of(EvidenceProblem.NO_SUCH_COPY));
  }

  @Transactional
  public Copy order(EvidenceRequest request, CopyForm form, Person by) {
    CopyForm.Requested requested = form.read();
    Extraction extraction = videos.lockForUpdate(request.id());
    Extraction.File master = videos.master(extraction, requested.master());
    int number = table.nextNumber(request.id());
    if (number > MAX) {
      throw Problem.of(EvidenceProblem.TOO_MANY_COPIES, MAX);
    }
    UUID id = ids.next();
    table.insert(
        id,
        request.id(),
        number,
        new Copy.Order(
            requested.kind(),
            master.name(),
            master.sha256(),
            requested.reasons(),
            requested.covering(),
            requested.keepsSound(),
            requested.words(),
            by.id(),
            clock.instant()));
    log.record(
        Event.of(CopyEvent.ORDERED)
            .by(by.actor())
            .about("request", request.id(), request.code())
            .fact("copy", id)
            .fact("number", number)
            .fact("copyKind", requested.kind())
            .fact("master", master.sha256())
            .fact("reasons", requested.reasons())
            .fact("sound", requested.keepsSound())
            .detail("words", requested.words()));
    maker.wakeAfterCommit();
    return get(request.id(), id);
  }

  /// Notes what another person said of a copy. What is refused is erased.
  @Transactional
  public Copy review(EvidenceRequest request, UUID id, ReviewForm.Requested requested, Person by) {
    var _ = videos.lockForUpdate(request.id());
    Copy copy = get(request.id(), id);
    if (people.maybeSame(by, copy.order().by())) {
      throw Problem.of(EvidenceProblem.OWN_COPY);
    }
    Copy.Made made = copy.made();
    if (copy.state() != Copy.State.MADE || made == null) {
      throw Problem.of(EvidenceProblem.COPY_ENDED);
    }
    boolean confirmed = requested.outcome() == ReviewForm.Outcome.CONFIRM;
    table.setReviewed(
        id,
        confirmed ? Copy.State.CONFIRMED : Copy.State.REFUSED,
        new Copy.Review(by.id(), clock.instant(), requested.words()));
    Event event =
        Event.of(confirmed ? CopyEvent.CONFIRMED : CopyEvent.REFUSED)
            .by(by.actor())
            .about("request", request.id(), request.code())
            .fact("copy", id)
            .fact("sha256", made.sha256());
    String words = requested.words();
    log.record(words == null ? event : event.detail("words", words));
    maker.wakeAfterCommit();
    return get(request.id(), id);
  }
}
