package anbinh.evidence.retention;

import anbinh.audit.event.AuditLog;
import anbinh.cases.CaseEnd;
import anbinh.cases.ending.CaseEnds;
import anbinh.evidence.EvidenceProblem;
import anbinh.evidence.collect.Extraction;
import anbinh.evidence.collect.ExtractionTable;
import anbinh.evidence.copy.CopyPackages;
import anbinh.evidence.request.EvidenceRequest;
import anbinh.evidence.request.Requests;
import anbinh.evidence.retention.KeepingView.DeletedPackage;
import anbinh.evidence.retention.KeepingView.DeletedView;
import anbinh.evidence.retention.KeepingView.HoldReviewView;
import anbinh.evidence.retention.KeepingView.HoldView;
import anbinh.evidence.retention.KeepingView.KeepingState;
import anbinh.evidence.retention.KeepingView.KeptEndView;
import anbinh.evidence.retention.KeepingView.LiftingDecisionView;
import anbinh.evidence.retention.KeepingView.LiftingView;
import anbinh.evidence.retention.KeepingView.WaitingHold;
import anbinh.evidence.web.RequestAccess;
import anbinh.identity.Person;
import anbinh.identity.PersonName;
import anbinh.identity.people.People;
import anbinh.platform.Ids;
import anbinh.platform.OnlyWhenServing;
import anbinh.platform.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Tells until when packages are kept and why, with what the reader may do about it. Safe for many
/// threads.
@Component
@OnlyWhenServing
class KeepingResponseMapper {
  private final ExtractionTable extractions;
  private final CopyPackages copies;
  private final CaseEnds ends;
  private final PackageHoldTable holds;
  private final DeletionTable deletions;
  private final Requests requests;
  private final RequestAccess access;
  private final People people;
  private final KeepTerm term;
  private final AuditLog log;

  KeepingResponseMapper(
      ExtractionTable extractions,
      CopyPackages copies,
      CaseEnds ends,
      PackageHoldTable holds,
      DeletionTable deletions,
      Requests requests,
      RequestAccess access,
      People people,
      KeepTerm term,
      AuditLog log) {
    this.extractions = extractions;
    this.copies = copies;
    this.ends = ends;
    this.holds = holds;
    this.deletions = deletions;
    this.requests = requests;
    this.access = access;
    this.people = people;
    this.term = term;
    this.log = log;
  }

  KeepingView of(EvidenceRequest request, Person reader) {
    Extraction extraction =
        extractions.find(request.id()).orElseThrow(() -> Problem.of(EvidenceProblem.NOT_SEALED));
    List<Hold> all = holds.list(request.id());
    Optional<CaseEnd> end = ends.find(request.application().caseId());
    boolean deleted = extraction.deletedAt() != null;
    Map<UUID, String> names = names(all);
    return new KeepingView(
        state(deleted, all, end),
        end.map(found -> new KeptEndView(found.kind(), found.on(), found.confirmedAt()))
            .orElse(null),
        term.keepDays(),
        end.map(term::until).orElse(null),
        deletions.isHandedOver(request.id(), term.now()),
        all.stream().map(hold -> view(request, hold, reader, !deleted, names)).toList(),
        deleted ? deleted(extraction) : null,
        !deleted && access.keeps(reader, request));
  }

  /// What waits for a reader.
  List<WaitingHold> waiting(List<Hold> found, Person reader) {
    Map<UUID, Extraction> packages = extractions.find(Ids.of(found, Hold::requestId));
    Map<UUID, String> names = names(found);
    List<WaitingHold> waiting = new ArrayList<>();
    for (Hold hold : found) {
      EvidenceRequest request = requests.get(hold.requestId());
      Extraction extraction = packages.get(hold.requestId());
      if (extraction != null) {
        waiting.add(
            new WaitingHold(
                request.id(),
                request.code(),
                extraction.code(),
                view(request, hold, reader, true, names)));
      }
    }
    return waiting;
  }

  private static KeepingState state(boolean deleted, List<Hold> all, Optional<CaseEnd> end) {
    if (deleted) {
      return KeepingState.DELETED;
    }
    if (all.stream().anyMatch(Hold::inForce)) {
      return KeepingState.HELD;
    }
    return end.isPresent() ? KeepingState.COUNTING : KeepingState.NO_END;
  }

  private HoldView view(
      EvidenceRequest request, Hold hold, Person reader, boolean kept, Map<UUID, String> names) {
    boolean open = kept && hold.inForce();
    Hold.Review review = hold.review();
    Hold.Lifting lifting = hold.lifting();
    return new HoldView(
        hold.id(),
        hold.basis().document(),
        hold.basis().authority(),
        hold.basis().article(),
        hold.basis().reason(),
        PersonName.of(hold.placedBy(), names),
        hold.placedAt(),
        hold.reviewOn(),
        hold.overdueOn(term.today()),
        review == null
            ? null
            : new HoldReviewView(review.reason(), PersonName.of(review.by(), names), review.at()),
        lifting == null ? null : view(lifting, names),
        !hold.inForce(),
        open && mayReview(reader, request, hold),
        open && !hold.liftingPending() && access.keeps(reader, request),
        open
            && lifting != null
            && hold.liftingPending()
            && access.approves(reader, request)
            && !people.maybeSame(reader, lifting.askedBy()));
  }

  /// Who placed it, as long as they have to do with the package, and approvers.
  boolean mayReview(Person reader, EvidenceRequest request, Hold hold) {
    return access.approves(reader, request)
        || (hold.placedBy().equals(reader.id()) && access.keeps(reader, request));
  }

  private static LiftingView view(Hold.Lifting lifting, Map<UUID, String> names) {
    Hold.Decision decision = lifting.decision();
    return new LiftingView(
        lifting.reason(),
        PersonName.of(lifting.askedBy(), names),
        lifting.askedAt(),
        decision == null
            ? null
            : new LiftingDecisionView(
                decision.outcome(),
                decision.words(),
                PersonName.of(decision.by(), names),
                decision.at()));
  }

  private @Nullable DeletedView deleted(Extraction extraction) {
    Deletion noted = deletions.find(extraction.requestId()).orElse(null);
    if (noted == null) {
      return null;
    }
    UUID event = noted.event();
    List<DeletedPackage> packages = new ArrayList<>();
    packages.add(
        new DeletedPackage(
            extraction.code(), extraction.bytes(), extraction.sha256(), extraction.logIndex()));
    copies
        .list(extraction)
        .forEach(copy ->
            packages.add(
                new DeletedPackage(copy.code(), copy.bytes(), copy.sha256(), copy.logIndex())));
    return new DeletedView(
        noted.notedAt(),
        event == null ? null : log.findIndex(event).orElse(null),
        noted.end(),
        noted.endedOn(),
        noted.keepDays(),
        packages);
  }

  private Map<UUID, String> names(List<Hold> all) {
    Set<UUID> who = new HashSet<>();
    for (Hold hold : all) {
      who.add(hold.placedBy());
      Hold.Review review = hold.review();
      if (review != null) {
        who.add(review.by());
      }
      Hold.Lifting lifting = hold.lifting();
      if (lifting != null) {
        who.add(lifting.askedBy());
        Hold.Decision decision = lifting.decision();
        if (decision != null) {
          who.add(decision.by());
        }
      }
    }
    return people.displayNames(who);
  }
}
