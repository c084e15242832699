package anbinh.mediation.dispute;

import anbinh.mediation.Basis;
import anbinh.mediation.DisputeKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A mediation, without anything that says who the parties are or what it is about.
///
/// @param code what people call it, for example `HG-2026-0001`
/// @param otherVillageId where parties live in two villages, whose teams work together (article 22)
/// @param guarded referred for violence in a family or for a child
/// @param review whose look it waits for; null where for none
/// @param entry in the village's book; null for what was never mediated
public record Mediation(
    UUID id,
    String code,
    UUID villageId,
    @Nullable UUID otherVillageId,
    Basis basis,
    DisputeKind kind,
    Reception reception,
    boolean guarded,
    MediationState state,
    @Nullable Review review,
    @Nullable Entry entry,
    Conduct conduct,
    Ending ending,
    @Nullable Instant erasedAt) {
  /// Another person's look, for which it waits.
  ///
  /// @param resumes where it goes on if it may
  public record Review(Reviewer by, MediationState resumes) {}

  /// Who may say whether it goes on.
  public enum Reviewer {
    /// Words tell of violence.
    OFFICER,
    /// It is a family's: the officer, or the leader of the team.
    SECOND_PERSON
  }

  /// @param on the day on which somebody brought it
  public record Reception(LocalDate on, UUID by, Instant at) {}

  /// Its number in the book of its village.
  ///
  /// @param at when it got it
  public record Entry(int year, int number, Instant at) {}

  /// @param startBy the last day on which it begins in time (article 20.2)
  /// @param startAgreed whether the parties agreed upon that day
  /// @param late whether it began after it
  public record Conduct(
      @Nullable UUID mediatorId,
      @Nullable LocalDate assignedOn,
      @Nullable LocalDate startBy,
      boolean startAgreed,
      @Nullable LocalDate startedOn,
      boolean late,
      int sessions) {
    public static final Conduct NONE = new Conduct(null, null, null, false, null, false, 0);

    public Conduct assigned(UUID mediator, LocalDate today, LocalDate by) {
      return new Conduct(mediator, today, by, false, startedOn, late, sessions);
    }

    /// As before the assignment; what was held stays held.
    public Conduct unassigned() {
      return new Conduct(null, null, null, false, startedOn, late, sessions);
    }

    /// Whether it should have begun: no other day can be agreed upon then, it begins late.
    boolean isStartPassed(LocalDate today) {
      return startBy != null && startBy.isBefore(today);
    }

    Conduct startBy(LocalDate on) {
      return new Conduct(mediatorId, assignedOn, on, true, startedOn, late, sessions);
    }

    public Conduct held(LocalDate on, boolean tooLate) {
      return startedOn == null
          ? new Conduct(mediatorId, assignedOn, startBy, startAgreed, on, tooLate, 1)
          : new Conduct(
              mediatorId, assignedOn, startBy, startAgreed, startedOn, late, sessions + 1);
    }
  }

  /// @param followUpBy the day by which the parties agreed to have done it
  /// @param kept whether they kept the agreement
  /// @param referredBy who referred it; null for what is not referred
  public record Ending(
      @Nullable MediationOutcome outcome,
      @Nullable Instant endedAt,
      @Nullable LocalDate followUpBy,
      @Nullable Boolean kept,
      @Nullable UUID referredBy,
      @Nullable Instant closedAt) {
    public static final Ending NONE = new Ending(null, null, null, null, null, null);

    public static Ending agreed(Instant now, LocalDate followUpBy) {
      return new Ending(MediationOutcome.AGREED, now, followUpBy, null, null, null);
    }

    public static Ending closed(MediationOutcome outcome, Instant now) {
      return new Ending(outcome, now, null, null, null, now);
    }

    static Ending referred(UUID by, Instant now) {
      return new Ending(null, null, null, null, by, now);
    }

    public Ending followedUp(boolean agreementKept, Instant now) {
      return new Ending(outcome, endedAt, followUpBy, agreementKept, null, now);
    }

    private Ending closed(@Nullable Instant at) {
      return new Ending(outcome, endedAt, followUpBy, kept, referredBy, at);
    }
  }

  public boolean isReferred() {
    return state == MediationState.REFERRED;
  }

  /// As it stands to who is not told that it waits for a look.
  public MediationState shownState() {
    return review == null ? state : review.resumes();
  }

  /// Waiting for a look, where it goes on from the state that it would have now.
  Mediation underReview(Reviewer by) {
    return new Mediation(
        id,
        code,
        villageId,
        otherVillageId,
        basis,
        kind,
        reception,
        guarded,
        MediationState.REVIEW,
        new Review(by, state),
        entry,
        conduct,
        ending.closed(null),
        erasedAt);
  }

  /// Where it goes on from.
  Mediation resumed(Entry inBook, Instant now) {
    MediationState next = shownState();
    return with(
        guarded,
        next,
        inBook,
        conduct,
        next == MediationState.CLOSED ? ending.closed(now) : ending);
  }

  Mediation with(MediationState next, Conduct conducted) {
    return with(guarded, next, entry, conducted, ending);
  }

  Mediation with(MediationState next, Ending ended) {
    return with(guarded, next, entry, conduct, ended);
  }

  /// What is guarded keeps nothing in its row of how far it had come.
  Mediation referred(boolean guards, UUID by, Instant now) {
    return with(
        guards,
        MediationState.REFERRED,
        entry,
        guards ? Conduct.NONE : conduct.unassigned(),
        Ending.referred(by, now));
  }

  /// As if it had not been referred.
  Mediation takenBack(Entry inBook) {
    return with(false, MediationState.RECEIVED, inBook, conduct.unassigned(), Ending.NONE);
  }

  private Mediation with(
      boolean guards, MediationState next, @Nullable Entry inBook, Conduct conducted, Ending end) {
    return new Mediation(
        id,
        code,
        villageId,
        otherVillageId,
        basis,
        kind,
        reception,
        guards,
        next,
        null,
        inBook,
        conducted,
        end,
        erasedAt);
  }
}
