package anbinh.mediation.dispute;

import anbinh.identity.Person;
import anbinh.mediation.MediationEvent;
import anbinh.mediation.MediationProblem;
import anbinh.mediation.cue.ViolenceCue;
import anbinh.mediation.dispute.Mediation.Conduct;
import anbinh.mediation.dispute.Mediation.Ending;
import anbinh.mediation.dispute.MediationAccess.On;
import anbinh.mediation.dispute.MediationContent.AgreementFollowUp;
import anbinh.mediation.dispute.MediationContent.Exclusion;
import anbinh.mediation.dispute.MediationContent.FollowUpResult;
import anbinh.mediation.dispute.MediationContent.MediationAgreement;
import anbinh.mediation.dispute.MediationContent.MediationEnd;
import anbinh.mediation.dispute.MediationContent.MediationNote;
import anbinh.mediation.dispute.MediationContent.MediationSession;
import anbinh.mediation.dispute.MediationContent.ReviewedAction;
import anbinh.mediation.dispute.MediationContent.WrittenItems;
import anbinh.mediation.team.Mediator;
import anbinh.platform.FieldProblems;
import anbinh.platform.Problem;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Takes a mediation from its assignment to its end; roles and areas are the caller's to check.
/// What somebody is to it is checked where it is held. Safe for many threads.
@Component
public class Proceedings {
  /// How far off the parties may put the beginning.
  private static final int MAX_PUT_OFF = 60;

  private static final int MAX_TERM_YEARS = 5;

  private final Mediations mediations;
  private final MediationReviews reviews;
  private final MediationTable table;
  private final MediationAccess access;

  Proceedings(
      Mediations mediations,
      MediationReviews reviews,
      MediationTable table,
      MediationAccess access) {
    this.mediations = mediations;
    this.reviews = reviews;
    this.table = table;
    this.access = access;
  }

  /// Assigns a mediator of one of the teams, which starts the clock of three days.
  ///
  /// @param chosen whether the parties chose them (articles 17.1 and 18.1)
  @Transactional
  public Mediation assign(UUID id, UUID mediatorId, boolean chosen, Person by) {
    Mediation mediation =
        mediations.lockForUpdate(
            id, state -> state == MediationState.RECEIVED || state == MediationState.ASSIGNED);
    mediations.requireStill(mediation, by, access::assigns);
    if (mediatorId.equals(mediation.conduct().mediatorId())) {
      // It would begin the three days anew.
      throw Problem.of(MediationProblem.MEDIATION_ELSEWHERE, mediation.code());
    }
    Mediator mediator = serving(mediation, mediatorId);
    if (!access.isFree(mediation, mediations.content(mediation), mediator)) {
      throw Problem.of(MediationProblem.MEDIATOR_INTERESTED, mediation.code());
    }
    LocalDate today = mediations.today();
    LocalDate startBy = today.plusDays(NextStep.START_DAYS);
    mediations.keep(
        mediation.with(
            MediationState.ASSIGNED, mediation.conduct().assigned(mediatorId, today, startBy)));
    mediations.note(
        MediationEvent.ASSIGNED,
        mediation,
        by,
        event ->
            event
                .fact("mediator", mediatorId)
                .fact("chosen", chosen)
                .fact("startBy", startBy.toString()));
    return mediations.get(id);
  }

  /// The assigned mediator takes it on, and declares to have no interest in it.
  @Transactional
  public Mediation accept(UUID id, Person by) {
    Mediation mediation = lockForAction(id, state -> state == MediationState.ASSIGNED, by);
    mediations.keep(mediation.with(MediationState.ACCEPTED, mediation.conduct()));
    mediations.note(
        MediationEvent.ACCEPTED, mediation, by, event -> event.fact("noInterest", true));
    return mediations.get(id);
  }

  /// Notes that a mediator has an interest in it, or that a party objects to them; who was assigned
  /// is it no more, and somebody else has to be found.
  @Transactional
  Mediation exclude(UUID id, UUID mediatorId, Exclusion cause, String words, Person by) {
    Mediation mediation =
        mediations.lockForUpdate(
            id, state -> state.beforeStart() || state == MediationState.IN_PROGRESS);
    mediations.requireStill(mediation, by, on -> on.excludes(mediatorId));
    boolean assigned = mediatorId.equals(mediation.conduct().mediatorId());
    table.exclude(id, assigned ? mediatorId : serving(mediation, mediatorId).id());
    MediationContent content =
        mediations
            .content(mediation)
            .noted(new MediationNote(mediations.now(), by.id(), mediatorId, cause, words));
    mediations.note(
        MediationEvent.MEDIATOR_EXCLUDED,
        mediation,
        by,
        event -> event.fact("mediator", mediatorId).fact("assigned", assigned));
    Mediation next =
        assigned
            ? mediation.with(MediationState.RECEIVED, mediation.conduct().unassigned())
            : mediation;
    keep(next, content, reviews.find(mediation, words), ReviewedAction.EXCLUSION, by);
    return mediations.get(id);
  }

  /// Notes that the parties agreed upon another day to begin (article 20.2).
  @Transactional
  Mediation agreeStart(UUID id, LocalDate on, Person by) {
    LocalDate today = mediations.today();
    if (on.isBefore(today) || on.isAfter(today.plusDays(MAX_PUT_OFF))) {
      throw Problem.invalid("on", "start-day", MAX_PUT_OFF);
    }
    Mediation mediation =
        lockForAction(
            id, state -> state == MediationState.ASSIGNED || state == MediationState.ACCEPTED, by);
    if (mediation.conduct().isStartPassed(today)) {
      throw Problem.invalid("on", "start-passed");
    }
    mediations.keep(mediation.with(mediation.state(), mediation.conduct().startBy(on)));
    mediations.note(
        MediationEvent.START_AGREED, mediation, by, event -> event.fact("on", on.toString()));
    return mediations.get(id);
  }

  /// Notes a session; the first one begins the mediation, and says why where it is late.
  @Transactional
  public Mediation hold(UUID id, MediationSession session, Person by) {
    Mediation mediation =
        lockForAction(
            id,
            state -> state == MediationState.ACCEPTED || state == MediationState.IN_PROGRESS,
            by);
    LocalDate assignedOn = mediation.conduct().assignedOn();
    LocalDate startBy = mediation.conduct().startBy();
    boolean first = mediation.conduct().startedOn() == null;
    boolean late = first && startBy != null && session.on().isAfter(startBy);
    var problems = new FieldProblems();
    if (session.on().isAfter(mediations.today())) {
      problems.reject("on", "past-or-present");
    }
    if (session.on().isBefore(mediation.reception().on())) {
      problems.reject("on", "before-reception");
    } else if (first && assignedOn != null && session.on().isBefore(assignedOn)) {
      problems.reject("on", "before-assignment");
    }
    if (late && session.lateReason() == null) {
      problems.reject("lateReason", "required");
    }
    problems.requireNone();
    Conduct conducted = mediation.conduct().held(session.on(), late);
    mediations.note(
        MediationEvent.SESSION_HELD,
        mediation,
        by,
        event ->
            event
                .fact("on", session.on().toString())
                .fact("session", conducted.sessions())
                .fact("late", late));
    keep(
        mediation.with(MediationState.IN_PROGRESS, conducted),
        mediations.content(mediation).held(session),
        reviews.find(
            mediation, session.place(), session.present(), session.words(), session.lateReason()),
        ReviewedAction.SESSION,
        by);
    return mediations.get(id);
  }

  /// Ends it by agreement, which is followed up from then on.
  @Transactional
  public Mediation agree(UUID id, MediationAgreement agreement, Person by) {
    LocalDate today = mediations.today();
    if (agreement.by().isBefore(today) || agreement.by().isAfter(today.plusYears(MAX_TERM_YEARS))) {
      throw Problem.invalid("by", "agreement-day", MAX_TERM_YEARS);
    }
    Mediation mediation = lockForAction(id, state -> state == MediationState.IN_PROGRESS, by);
    WrittenItems written = agreement.written();
    List<ViolenceCue> found =
        written == null
            ? reviews.find(mediation, agreement.agreed())
            : reviews.find(
                mediation,
                agreement.agreed(),
                written.matter(),
                written.course(),
                written.duties(),
                written.manner());
    if (!found.isEmpty()) {
      reviews.keepForReview(
          mediation.with(MediationState.FOLLOW_UP, mediation.ending()),
          mediations.content(mediation).agreed(agreement),
          found,
          ReviewedAction.AGREEMENT,
          MediationOutcome.AGREED,
          by);
      return mediations.get(id);
    }
    mediations.keep(
        mediation.with(MediationState.FOLLOW_UP, Ending.agreed(mediations.now(), agreement.by())),
        mediations.content(mediation).agreed(agreement));
    mediations.note(
        MediationEvent.AGREED,
        mediation,
        by,
        event -> event.fact("written", agreement.written() != null));
    return mediations.get(id);
  }

  /// Ends it without an agreement.
  @Transactional
  public Mediation end(UUID id, MediationOutcome outcome, MediationEnd words, Person by) {
    Mediation mediation =
        mediations.lockForUpdate(
            id,
            state ->
                state == MediationState.IN_PROGRESS
                    || (outcome == MediationOutcome.STOPPED && state.beforeStart()));
    mediations.requireStill(
        mediation, by, outcome == MediationOutcome.STOPPED ? On::stops : On::acts);
    // What is handed over is read by the officer anyway.
    List<ViolenceCue> found =
        outcome == MediationOutcome.ESCALATED
            ? List.of()
            : reviews.find(mediation, words.words(), words.authority());
    if (!found.isEmpty()) {
      reviews.keepForReview(
          mediation.with(MediationState.CLOSED, mediation.ending()),
          mediations.content(mediation).ended(words),
          found,
          ReviewedAction.END,
          outcome,
          by);
      return mediations.get(id);
    }
    mediations.keep(
        mediation.with(MediationState.CLOSED, Ending.closed(outcome, mediations.now())),
        mediations.content(mediation).ended(words));
    mediations.note(event(outcome), mediation, by);
    return mediations.get(id);
  }

  /// Notes how the agreement is being kept; whether it was kept closes it.
  @Transactional
  Mediation followUp(UUID id, AgreementFollowUp followUp, Person by) {
    Mediation mediation = lockForAction(id, state -> state == MediationState.FOLLOW_UP, by);
    if (followUp.on().isAfter(mediations.today())) {
      throw Problem.invalid("on", "past-or-present");
    }
    MediationContent content = mediations.content(mediation).followedUp(followUp);
    mediations.note(
        MediationEvent.FOLLOWED_UP,
        mediation,
        by,
        event -> event.fact("result", followUp.result()));
    List<ViolenceCue> found = reviews.find(mediation, followUp.words());
    if (followUp.result() == FollowUpResult.URGED) {
      keep(mediation, content, found, ReviewedAction.FOLLOW_UP, by);
      return mediations.get(id);
    }
    boolean kept = followUp.result() == FollowUpResult.KEPT;
    keep(
        mediation.with(
            MediationState.CLOSED, mediation.ending().followedUp(kept, mediations.now())),
        content,
        found,
        ReviewedAction.FOLLOW_UP,
        by);
    if (found.isEmpty()) {
      mediations.note(MediationEvent.CLOSED, mediation, by, event -> event.fact("kept", kept));
    }
    return mediations.get(id);
  }

  /// Keeps it as it goes on, or until the officer has looked at what was written.
  private void keep(
      Mediation next,
      MediationContent content,
      List<ViolenceCue> found,
      ReviewedAction action,
      Person by) {
    if (found.isEmpty()) {
      mediations.keep(next, content);
    } else {
      reviews.keepForReview(next, content, found, action, null, by);
    }
  }

  private Mediation lockForAction(UUID id, Mediations.Stage stage, Person by) {
    Mediation mediation = mediations.lockForUpdate(id, stage);
    mediations.requireStill(mediation, by, On::acts);
    return mediation;
  }

  private Mediator serving(Mediation mediation, UUID mediatorId) {
    return access.teamsOf(mediation).stream()
        .flatMap(team -> team.serving().stream())
        .filter(each -> each.id().equals(mediatorId))
        .findFirst()
        .orElseThrow(() -> Problem.invalid("mediatorId", "no-mediator"));
  }

  static MediationEvent event(MediationOutcome outcome) {
    return switch (outcome) {
      case AGREED -> MediationEvent.AGREED;
      case NOT_AGREED -> MediationEvent.NOT_AGREED;
      case STOPPED -> MediationEvent.STOPPED;
      case ESCALATED -> MediationEvent.ESCALATED;
    };
  }
}
