package anbinh.mediation.dispute;

import anbinh.identity.Person;
import anbinh.identity.people.People;
import anbinh.identity.session.Access;
import anbinh.mediation.DisputeKind;
import anbinh.mediation.MediationEvent;
import anbinh.mediation.MediationProblem;
import anbinh.mediation.NewMediation.ScopeAnswer;
import anbinh.mediation.cue.ViolenceCue;
import anbinh.mediation.cue.ViolenceCues;
import anbinh.mediation.dispute.Mediation.Ending;
import anbinh.mediation.dispute.Mediation.Entry;
import anbinh.mediation.dispute.Mediation.Reviewer;
import anbinh.mediation.dispute.MediationAccess.On;
import anbinh.mediation.dispute.MediationContent.CorrectedItem;
import anbinh.mediation.dispute.MediationContent.MediationAgreement;
import anbinh.mediation.dispute.MediationContent.MediationCorrection;
import anbinh.mediation.dispute.MediationContent.MediationReview;
import anbinh.mediation.dispute.MediationContent.ReviewDecision;
import anbinh.mediation.dispute.MediationContent.ReviewedAction;
import anbinh.platform.Problem;
import anbinh.platform.SiteClock;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Looks again at whether something may be mediated: what tells of violence waits for the officer,
/// whatever it is that was written. Rights are the caller's to check. Safe for many threads.
@Component
@NamedInterface("services")
public class MediationReviews {
  private final Mediations mediations;
  private final MediationTable table;
  private final Access access;
  private final People people;
  private final SiteClock clock;
  private final ViolenceCues cues;

  MediationReviews(
      Mediations mediations,
      MediationTable table,
      Access access,
      People people,
      SiteClock clock,
      ViolenceCues cues) {
    this.mediations = mediations;
    this.table = table;
    this.access = access;
    this.people = people;
    this.clock = clock;
    this.cues = cues;
  }

  /// What tells of violence in what somebody wrote; empty where nothing does.
  List<ViolenceCue> find(Mediation mediation, @Nullable String... texts) {
    List<ViolenceCue> found =
        cues.find(
            Arrays.stream(texts).filter(Objects::nonNull).toList(),
            mediation.kind() == DisputeKind.FAMILY);
    return ViolenceCues.tellOfViolence(found) ? found : List.of();
  }

  /// Keeps what was written, and stops where it stands until the officer has looked.
  ///
  /// @param next as it would stand
  /// @param by null for a report that came in
  /// @param outcome with which it would have ended; null where it would not
  void keepForReview(
      Mediation next,
      MediationContent content,
      List<ViolenceCue> found,
      ReviewedAction action,
      @Nullable MediationOutcome outcome,
      @Nullable Person by) {
    Mediation waits = next.underReview(Reviewer.OFFICER);
    UUID writer = by == null ? null : by.id();
    mediations.keep(
        waits,
        content.reviewed(
            new MediationReview(
                clock.now(), writer, Reviewer.OFFICER, action, outcome, found, null)));
    mediations.note(MediationEvent.REVIEW_ASKED, waits, by);
  }

  /// Says whether one that waits goes on, by one's own answers to the scope check; never of what
  /// oneself wrote, nor where a party bears one's name.
  @Transactional
  Mediation review(UUID id, List<ScopeAnswer> answers, String reason, Person by) {
    ScopeCheck scope = ScopeCheck.of(answers);
    Mediation mediation = mediations.lockForUpdate(id, state -> state == MediationState.REVIEW);
    mediations.requireStill(mediation, by, On::reviews);
    MediationContent content = mediations.content(mediation);
    MediationReview asked = content.reviews().getLast();
    if (isOwn(mediation, content, by)) {
      throw access.refuse(MediationProblem.OWN_REVIEW, "mediation", id);
    }
    MediationContent decided =
        content.decided(new ReviewDecision(clock.now(), by.id(), scope.inOrder(), reason));
    mediations.note(MediationEvent.REVIEWED, mediation, by);
    if (!scope.passed()) {
      mediations.keep(
          mediation.referred(scope.guards(), by.id(), clock.now()),
          decided.checked(scope.inOrder()));
      mediations.note(MediationEvent.REFERRED, mediation, by);
      return mediations.get(id);
    }
    Entry inBook = mediation.entry();
    Mediation next =
        mediation.resumed(
            inBook == null ? mediations.nextEntry(mediation.villageId()) : inBook, clock.now());
    resume(next, decided, asked, by);
    return mediations.get(id);
  }

  /// Whether somebody is another than who wrote what waits.
  boolean mayReview(Mediation mediation, Person by) {
    return !isOwn(mediation, mediations.content(mediation), by);
  }

  private boolean isOwn(Mediation mediation, MediationContent content, Person by) {
    UUID writer = content.reviews().getLast().by();
    return people.maybeSame(by, mediation.reception().by())
        || (writer != null && people.maybeSame(by, writer))
        || Names.anyIs(content.parties(), by.displayName());
  }

  /// What was written at an end is carried out now that it may be.
  private void resume(Mediation next, MediationContent content, MediationReview asked, Person by) {
    MediationAgreement agreement = content.agreement();
    MediationOutcome outcome = asked.outcome();
    if (asked.act() == ReviewedAction.AGREEMENT && agreement != null) {
      mediations.keep(
          next.with(MediationState.FOLLOW_UP, Ending.agreed(clock.now(), agreement.by())), content);
      mediations.note(MediationEvent.AGREED, next, by);
    } else if (asked.act() == ReviewedAction.END && outcome != null) {
      mediations.keep(
          next.with(MediationState.CLOSED, Ending.closed(outcome, clock.now())), content);
      mediations.note(Proceedings.event(outcome), next, by);
    } else {
      mediations.keep(next, content);
      if (asked.act() == ReviewedAction.FOLLOW_UP && next.state() == MediationState.CLOSED) {
        mediations.note(MediationEvent.CLOSED, next, by);
      }
    }
  }

  /// A report of which the mediation was made says more than it did: where that tells of violence,
  /// it waits for the officer.
  ///
  /// @param by null for who reported
  @Transactional
  public void suspect(UUID id, Collection<String> texts, @Nullable Person by) {
    findGoingOn(id)
        .ifPresent(mediation -> {
          List<ViolenceCue> found = find(mediation, texts.toArray(String[]::new));
          if (!found.isEmpty()) {
            keepForReview(
                mediation, mediations.content(mediation), found, ReviewedAction.REPORT, null, by);
          }
        });
  }

  /// The report of which the mediation was made is to be decided again.
  ///
  /// @param by null for who reported
  @Transactional
  public void stop(UUID id, @Nullable Person by) {
    findGoingOn(id)
        .ifPresent(mediation ->
            keepForReview(
                mediation,
                mediations.content(mediation),
                List.of(),
                ReviewedAction.REPORT,
                null,
                by));
  }

  private Optional<Mediation> findGoingOn(UUID id) {
    return table
        .findForUpdate(id)
        .filter(
            mediation -> !mediation.state().over() && mediation.state() != MediationState.REVIEW);
  }

  /// Asks again whether it may be mediated, as long as it is not over: violence is often told of
  /// only when people trust somebody.
  @Transactional
  Mediation check(UUID id, List<ScopeAnswer> answers, Person by) {
    ScopeCheck scope = ScopeCheck.of(answers);
    Mediation mediation = mediations.lockForUpdate(id, state -> !state.over());
    mediations.requireStill(mediation, by, On::checks);
    MediationContent content = mediations.content(mediation).checked(scope.inOrder());
    if (scope.passed()) {
      mediations.keep(mediation, content);
      mediations.note(MediationEvent.SCOPE_CONFIRMED, mediation, by);
    } else {
      mediations.keep(mediation.referred(scope.guards(), by.id(), clock.now()), content);
      mediations.note(MediationEvent.REFERRED, mediation, by);
    }
    return mediations.get(id);
  }

  /// Takes a referral back, which is another officer's to do, and never for violence and children.
  @Transactional
  Mediation takeBack(UUID id, String reason, Person by) {
    Mediation mediation = mediations.lockForUpdate(id, state -> state == MediationState.REFERRED);
    if (mediation.guarded()) {
      throw Problem.of(MediationProblem.REFERRAL_STAYS, mediation.code());
    }
    UUID referredBy = mediation.ending().referredBy();
    if (referredBy == null || people.maybeSame(by, referredBy)) {
      throw access.refuse(MediationProblem.OWN_REFERRAL, "mediation", id);
    }
    Entry inBook = mediation.entry();
    mediations.keep(
        mediation.takenBack(inBook == null ? mediations.nextEntry(mediation.villageId()) : inBook),
        mediations
            .content(mediation)
            .checked(List.of())
            .reviewed(
                new MediationReview(
                    clock.now(),
                    referredBy,
                    Reviewer.OFFICER,
                    ReviewedAction.RECEPTION,
                    null,
                    find(mediation, mediations.content(mediation).about()),
                    new ReviewDecision(clock.now(), by.id(), List.of(), reason))));
    mediations.note(MediationEvent.REFERRAL_TAKEN_BACK, mediation, by);
    return mediations.get(id);
  }

  /// Puts a correction beside what was written.
  @Transactional
  Mediation correct(UUID id, CorrectedItem item, String words, Person by) {
    Mediation mediation = mediations.lockForUpdate(id, _ -> true);
    mediations.requireStill(mediation, by, On::corrects);
    MediationContent content =
        mediations
            .content(mediation)
            .corrected(new MediationCorrection(clock.now(), by.id(), item, words));
    mediations.note(MediationEvent.CORRECTED, mediation, by);
    List<ViolenceCue> found = find(mediation, words);
    if (found.isEmpty()
        || mediation.state() == MediationState.REVIEW
        || mediation.state() == MediationState.REFERRED) {
      // What is referred or waits is with the officer already.
      mediations.keep(mediation, content);
    } else {
      keepForReview(mediation, content, found, ReviewedAction.CORRECTION, null, by);
    }
    return mediations.get(id);
  }
}
