package anbinh.situation.officer;

import anbinh.identity.Person;
import anbinh.platform.Problem;
import anbinh.situation.SituationEvent;
import anbinh.situation.SituationProblem;
import anbinh.situation.deadlines.SituationDeadlines;
import anbinh.situation.deadlines.SituationDoubts;
import anbinh.situation.deadlines.SituationOfficers;
import anbinh.situation.deadlines.SituationService;
import anbinh.situation.kind.SituationKind;
import anbinh.situation.kind.SituationKinds;
import anbinh.situation.officer.SituationAccess.On;
import anbinh.situation.report.Situation;
import anbinh.situation.report.Situation.Nature;
import anbinh.situation.report.SituationContent;
import anbinh.situation.report.SituationContent.NoteKind;
import anbinh.situation.report.SituationContent.SituationNote;
import anbinh.situation.report.SituationState;
import anbinh.situation.report.SituationTrail.StepMark;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What an officer does with a report. Each act asks again for the right and the step where the row
/// is held; nothing that was written is written over. Safe for many threads.
@Component
public class SituationHandling {
  /// What is noted so long after it happened is marked as late.
  public static final Duration LATE = Duration.ofHours(24);

  private final SituationService keeper;
  private final SituationAccess access;
  private final SituationOfficers officers;
  private final SituationKinds kinds;
  private final SituationDeadlines clock;
  private final SituationGroups groups;
  private final SituationDoubts doubts;

  SituationHandling(
      SituationService keeper,
      SituationAccess access,
      SituationOfficers officers,
      SituationKinds kinds,
      SituationDeadlines clock,
      SituationGroups groups,
      SituationDoubts doubts) {
    this.keeper = keeper;
    this.access = access;
    this.officers = officers;
    this.kinds = kinds;
    this.clock = clock;
    this.groups = groups;
    this.doubts = doubts;
  }

  /// Receives it; doing so twice is doing so once.
  @Transactional
  public void acknowledge(UUID id, Person by) {
    Situation situation = keeper.lockForUpdate(id);
    On on = access.on(situation, by);
    requireAlone(situation);
    if (on.receiver() && situation.state() != SituationState.SUBMITTED) {
      return;
    }
    // What is over is taken up again with a reason, and not by the way.
    if (situation.state().over() || !on.receives()) {
      throw elsewhere(situation);
    }
    // Who takes over goes on where it stands.
    SituationState next =
        situation.state() == SituationState.SUBMITTED
            ? SituationState.ACKNOWLEDGED
            : situation.state();
    boolean first = officers.opensAsFirst(by, situation);
    Situation kept =
        keeper.keep(
            situation.with(next, situation.conduct().received(by.id(), first, clock.now())));
    keeper.note(SituationEvent.ACKNOWLEDGED, kept, by, null);
    groups.received(kept, by.id(), first, situation.conduct().receiverId());
  }

  /// Says anew what it is; what becomes more urgent is due by its terms from now on. What was
  /// guarded once stays so, and as urgent: an answer, or who reported, may have said so, and who
  /// holds it may be pressed to say otherwise.
  @Transactional
  public void classify(
      UUID id, String kind, boolean danger, boolean injured, String reason, Person by) {
    Situation situation = lockForAction(id, by, state -> !state.over());
    SituationKind known = kind(kind, situation);
    Nature before = situation.nature();
    boolean guarded = known.guarded() || before.ownGuarded();
    boolean urgent =
        known.urgent() || danger || injured || (before.ownGuarded() && before.urgent());
    Instant raised = urgent ? (before.urgent() ? before.raisedAt() : clock.now()) : null;
    var next =
        new Nature(kind, danger, injured, urgent, guarded, guarded || before.guarded(), raised);
    classify(situation, next, reason, by);
  }

  private void classify(Situation situation, Nature next, String reason, Person by) {
    Situation kept =
        noted(
            situation.with(next).awayFromMediation(),
            NoteKind.CLASSIFICATION,
            null,
            null,
            reason,
            SituationEvent.CLASSIFIED,
            by);
    groups.level(kept);
    doubts.left(situation, kept, by);
  }

  /// A kind of today, or the one that it has, also where that ended since.
  private SituationKind kind(String code, Situation situation) {
    return kinds
        .find(code, clock.today())
        .or(() ->
            code.equals(situation.nature().kind())
                ? kinds.find(
                    code, situation.times().receivedAt().atZone(clock.zone()).toLocalDate())
                : Optional.empty())
        .orElseThrow(() -> Problem.invalid("kind", "situation-kind"));
  }

  /// Guards it by hand, since an answer showed violence in a family or a child in danger.
  @Transactional
  public void guard(UUID id, String reason, Person by) {
    Situation situation = lockForAction(id, by, state -> !state.over());
    Nature before = situation.nature();
    var next =
        new Nature(
            before.kind(),
            before.danger(),
            before.injured(),
            true,
            true,
            true,
            before.urgent() ? before.raisedAt() : clock.now());
    classify(situation, next, reason, by);
  }

  /// The written report to the next one up; an officer whom it names has a part in it, also one of
  /// those who would read it.
  @Transactional
  public void write(UUID id, @Nullable Instant occurredAt, String words, Person by) {
    Situation situation = lockForAction(id, by, state -> !state.over());
    if (situation.conduct().writtenAt() != null) {
      throw elsewhere(situation);
    }
    Situation kept =
        noted(
            situation.with(situation.state(), situation.conduct().written(clock.now())),
            NoteKind.WRITTEN_REPORT,
            occurredAt,
            null,
            words,
            SituationEvent.WRITTEN,
            by);
    officers.noteParts(id, kept.place().communeId(), keeper.content(kept), null);
    groups.shareParts(kept);
  }

  /// Refers it to an authority.
  ///
  /// @param to REFERRED_POLICE or REFERRED_OTHER
  @Transactional
  public void refer(UUID id, SituationState to, String authority, String words, Person by) {
    Situation decided = decided(lockForDecision(id, by), to, null);
    noted(decided, NoteKind.REFERRAL, null, authority, words, SituationEvent.REFERRED, by);
  }

  /// Notes that a mediation was made of it; the caller has made it in the same transaction.
  @Transactional
  public void sentToMediation(UUID id, UUID mediation, String words, Person by) {
    Situation decided =
        decided(requireMediable(id, by), SituationState.SENT_TO_MEDIATION, mediation);
    noted(decided, NoteKind.REFERRAL, null, null, words, SituationEvent.REFERRED, by);
  }

  /// Holds one that may be put to the scope check of mediation.
  @Transactional
  public Situation requireMediable(UUID id, Person by) {
    Situation situation = lockForDecision(id, by);
    boolean mediable = kind(situation.nature().kind(), situation).mediable();
    if (situation.nature().guarded() || situation.nature().danger() || !mediable) {
      throw Problem.of(SituationProblem.SITUATION_NOT_MEDIABLE, situation.code());
    }
    return situation;
  }

  /// @param to RESOLVED_ON_SITE or NOT_FOUNDED
  @Transactional
  public void resolve(
      UUID id, SituationState to, @Nullable Instant occurredAt, String words, Person by) {
    Situation decided = decided(lockForDecision(id, by), to, null);
    noted(decided, NoteKind.RESOLUTION, occurredAt, null, words, SituationEvent.RESOLVED, by);
  }

  private Situation decided(Situation situation, SituationState to, @Nullable UUID mediation) {
    return situation.with(to, situation.conduct().decided(to, mediation, clock.now()));
  }

  /// Closes it, with what the reporter is told, in words that name nobody.
  @Transactional
  public void close(UUID id, String words, Person by) {
    Situation situation = lockForAction(id, by, SituationState::decided);
    if (situation.marks().retractionAskedAt() != null
        || clock.isUnwritten(situation)
        || keeper.content(situation).waiting() > 0) {
      throw elsewhere(situation);
    }
    noted(
        situation
            .with(situation.marks().looked())
            .with(SituationState.CLOSED, situation.conduct().closed(clock.now())),
        NoteKind.CLOSURE,
        null,
        null,
        words,
        SituationEvent.CLOSED,
        by);
  }

  /// Takes it up again: with who had it, or where they are gone, with whoever receives it next, to
  /// whom the reporter does not open.
  @Transactional
  public void reopen(UUID id, String reason, Person by) {
    Situation situation = keeper.lockForUpdate(id);
    On on = access.on(situation, by);
    requireAlone(situation);
    if (!on.acts() && on.receiverServes()) {
      throw access.refuse(id);
    }
    if (!situation.state().over()) {
      throw elsewhere(situation);
    }
    Situation.Conduct again = situation.conduct().reopened(clock.now());
    Situation open =
        on.receiverServes()
            ? situation.with(SituationState.ACKNOWLEDGED, again)
            : situation.with(SituationState.SUBMITTED, again.givenUp(clock.now()));
    noted(
        open.with(open.marks().looked()),
        NoteKind.REOPENING,
        null,
        null,
        reason,
        SituationEvent.REOPENED,
        by);
  }

  /// Says yes or no to the reporter, who asked to take it back.
  @Transactional
  public void decideRetraction(UUID id, boolean accepted, String reason, Person by) {
    Situation situation = lockForAction(id, by, state -> !state.over(), false);
    if (situation.marks().retractionAskedAt() == null) {
      throw elsewhere(situation);
    }
    Situation asked = situation.with(situation.marks().withRetraction(null));
    SituationState to = SituationState.RETRACTED;
    noted(
        accepted ? asked.with(to, asked.conduct().decided(to, null, clock.now())) : asked,
        NoteKind.RETRACTION_DECISION,
        null,
        null,
        reason,
        SituationEvent.RETRACTION_DECIDED,
        by);
  }

  /// Adds to it, also after the end; a correction stands beside what it corrects.
  @Transactional
  public void note(
      UUID id, boolean correction, @Nullable Instant occurredAt, String words, Person by) {
    Situation situation = lockForAction(id, by, _ -> true);
    noted(
        situation,
        correction ? NoteKind.CORRECTION : NoteKind.NOTE,
        occurredAt,
        null,
        words,
        correction ? SituationEvent.CORRECTED : SituationEvent.NOTED,
        by);
  }

  /// Takes a version that came beside, or keeps what there is; both stay to be read.
  @Transactional
  public void decideVersion(UUID id, int number, boolean taken, String reason, Person by) {
    Situation situation = lockForAction(id, by, _ -> true, false);
    SituationContent decided = keeper.content(situation).decided(number, taken);
    if (decided == null) {
      throw Problem.invalid("number", "situation-version");
    }
    var note = note(NoteKind.VERSION_DECISION, null, null, reason, by);
    Situation kept = keeper.keep(taken ? as(situation, decided) : situation, decided.noted(note));
    keeper.note(SituationEvent.VERSION_DECIDED, kept, by, null);
  }

  /// Where and when as the version says that counts now; another commune's officers do not get it
  /// by this.
  private static Situation as(Situation situation, SituationContent content) {
    SituationContent.ReportedCircumstances said = content.currentVersion().circumstances();
    if (said == null) {
      return situation;
    }
    boolean here = said.place().communeId().equals(situation.place().communeId());
    return situation.with(
        here ? said.place() : situation.place(),
        said.times().receivedAt(situation.times().receivedAt()));
  }

  /// Says that what came in beside, or after the end, was looked at.
  @Transactional
  public void look(UUID id, Person by) {
    Situation situation = keeper.lockForUpdate(id);
    On on = access.on(situation, by);
    if (!on.acts() && on.receiverServes()) {
      throw access.refuse(id);
    }
    if (situation.marks().attentionAt() == null) {
      return;
    }
    Situation kept = keeper.keep(situation.with(situation.marks().looked()));
    keeper.note(SituationEvent.LOOKED, kept, by, null);
  }

  /// The officer has, or may have, a part in it, and so in all that goes on with it: somebody else
  /// receives them. What is over stays so, and opens to nobody by this.
  @Transactional
  public void stepAside(UUID id, String reason, Person by) {
    Situation situation = keeper.lockForUpdate(id);
    On on = access.on(situation, by);
    requireAlone(situation);
    officers.noteOwnPart(id, situation.place().communeId(), by);
    Situation next =
        on.receiver() && !situation.state().over()
            ? situation.with(SituationState.SUBMITTED, situation.conduct().givenUp(clock.now()))
            : situation;
    groups.shareParts(
        noted(next, NoteKind.STEPPED_ASIDE, null, null, reason, SituationEvent.STEPPED_ASIDE, by));
  }

  private Situation noted(
      Situation next,
      NoteKind kind,
      @Nullable Instant occurredAt,
      @Nullable String authority,
      String words,
      SituationEvent what,
      Person by) {
    var note = note(kind, occurredAt, authority, words, by);
    Situation kept = keeper.keep(next, keeper.content(next).noted(note));
    StepMark mark =
        kind == NoteKind.CORRECTION
            ? StepMark.CORRECTED
            : note.late() ? StepMark.LATE : isAfterEnd(next, kind) ? StepMark.AFTER_END : null;
    keeper.note(what, kept, by, mark);
    return kept;
  }

  private static boolean isAfterEnd(Situation one, NoteKind kind) {
    return one.state().over() && kind != NoteKind.CLOSURE && kind != NoteKind.RETRACTION_DECISION;
  }

  private SituationNote note(
      NoteKind kind,
      @Nullable Instant occurredAt,
      @Nullable String authority,
      String words,
      Person by) {
    Instant now = clock.now();
    if (occurredAt != null && occurredAt.isAfter(now.plusSeconds(60))) {
      throw Problem.invalid("occurredAt", "past-or-present");
    }
    boolean late = occurredAt != null && occurredAt.plus(LATE).isBefore(now);
    return new SituationNote(now, by.id(), kind, occurredAt, late, authority, words);
  }

  private Situation lockForDecision(UUID id, Person by) {
    return lockForAction(id, by, state -> state == SituationState.ACKNOWLEDGED || state.decided());
  }

  private Situation lockForAction(UUID id, Person by, Predicate<SituationState> stage) {
    return lockForAction(id, by, stage, true);
  }

  /// @param alone false for what is of one report also while it goes on with another one
  private Situation lockForAction(
      UUID id, Person by, Predicate<SituationState> stage, boolean alone) {
    Situation situation = keeper.lockForUpdate(id);
    On on = access.on(situation, by);
    if (!on.acts()) {
      throw access.refuse(id);
    }
    if (alone) {
      requireAlone(situation);
    }
    if (situation.state() == SituationState.SUBMITTED || !stage.test(situation.state())) {
      throw elsewhere(situation);
    }
    return situation;
  }

  private static void requireAlone(Situation situation) {
    if (situation.mergedInto() != null) {
      throw Problem.of(SituationProblem.SITUATION_MERGED, situation.code());
    }
  }

  private static Problem elsewhere(Situation situation) {
    return Problem.of(SituationProblem.SITUATION_ELSEWHERE, situation.code());
  }
}
