package anbinh.mediation.dispute;

import anbinh.mediation.NewMediation.NewMediationParty;
import anbinh.mediation.ScopeQuestion;
import anbinh.mediation.cue.ViolenceCue;
import anbinh.platform.WrittenText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who the parties are, what it is about, and all that was said: one value, encrypted. Never
/// printed.
///
/// @param yes the questions of the scope check that were answered with yes
/// @param notes what was said when it was referred, taken back, or somebody was excluded
/// @param agreement null where nothing was agreed
/// @param reviews the looks of other persons, the last one open while it waits for it
/// @param end null while it has not ended in another way
public record MediationContent(
    List<MediationParty> parties,
    String about,
    List<ScopeQuestion> yes,
    List<MediationNote> notes,
    List<MediationSession> sessions,
    @Nullable MediationAgreement agreement,
    @Nullable MediationEnd end,
    List<AgreementFollowUp> followUps,
    List<MediationCorrection> corrections,
    List<MediationReview> reviews) {
  public MediationContent {
    parties = List.copyOf(parties);
    yes = List.copyOf(yes);
    notes = List.copyOf(notes);
    sessions = List.copyOf(sessions);
    followUps = List.copyOf(followUps);
    corrections = List.copyOf(corrections);
    reviews = List.copyOf(reviews);
  }

  public static MediationContent received(
      List<MediationParty> parties, String about, List<ScopeQuestion> yes) {
    return new MediationContent(
        parties, about, yes, List.of(), List.of(), null, null, List.of(), List.of(), List.of());
  }

  /// Somebody, or a household, on one side.
  public record MediationParty(String name, String address, @Nullable String phone) {
    static MediationParty of(NewMediationParty named) {
      return new MediationParty(
          named.name().strip(), named.address().strip(), WrittenText.orNull(named.phone()));
    }

    @Override
    public String toString() {
      return "MediationParty[…]";
    }
  }

  /// @param mediatorId who was excluded; null for other notes
  /// @param cause why a mediator was excluded
  public record MediationNote(
      Instant at, UUID by, @Nullable UUID mediatorId, @Nullable Exclusion cause, String words) {
    @Override
    public String toString() {
      return "MediationNote[…]";
    }
  }

  /// Why a mediator may not have it (articles 10.3, 17.1, 18.2 and 18.3).
  public enum Exclusion {
    KIN,
    INTEREST,
    PARTY_OBJECTS,
    OTHER
  }

  /// @param openly whether in public, as the parties agreed (21.2)
  /// @param lateReason of the first, where it is late
  public record MediationSession(
      LocalDate on,
      String place,
      boolean openly,
      String present,
      String words,
      @Nullable String lateReason) {
    @Override
    public String toString() {
      return "MediationSession[…]";
    }
  }

  /// What was agreed, and the other items of a written record (24.2) where the parties want one: c,
  /// d, e; a and b are known, h is by hand.
  ///
  /// @param agreed and how it is carried out (đ)
  /// @param by the day by which it is done (g)
  /// @param written null where the parties requested no paper
  public record MediationAgreement(String agreed, LocalDate by, @Nullable WrittenItems written) {
    @Override
    public String toString() {
      return "MediationAgreement[…]";
    }
  }

  public record WrittenItems(String matter, String course, String duties, String manner) {
    @Override
    public String toString() {
      return "WrittenItems[…]";
    }
  }

  /// @param stoppedBy null where nobody stopped it
  /// @param authority to which the parties were shown the way (21.3, 27), or it was handed over
  public record MediationEnd(
      @Nullable StoppedBy stoppedBy, @Nullable String authority, String words) {
    @Override
    public String toString() {
      return "MediationEnd[…]";
    }
  }

  public enum StoppedBy {
    ONE_PARTY,
    ALL_PARTIES
  }

  public record AgreementFollowUp(LocalDate on, FollowUpResult result, String words) {
    @Override
    public String toString() {
      return "AgreementFollowUp[…]";
    }
  }

  public enum FollowUpResult {
    /// They were urged, or are at it.
    URGED,
    KEPT,
    NOT_KEPT
  }

  /// Put beside what it corrects, never in its place.
  public record MediationCorrection(Instant at, UUID by, CorrectedItem item, String words) {
    @Override
    public String toString() {
      return "MediationCorrection[…]";
    }
  }

  public enum CorrectedItem {
    PARTIES,
    ABOUT,
    SESSION,
    AGREEMENT,
    OTHER
  }

  /// Another person's look.
  ///
  /// @param by who wrote what is looked at; null for a report that came in
  /// @param act at which it was written
  /// @param outcome with which it would have ended; null where it would not
  /// @param cues what was found; none where a family's dispute needs a second person
  /// @param decision null while it is waited for
  public record MediationReview(
      Instant at,
      @Nullable UUID by,
      Mediation.Reviewer reviewer,
      ReviewedAction act,
      @Nullable MediationOutcome outcome,
      List<ViolenceCue> cues,
      @Nullable ReviewDecision decision) {
    public MediationReview {
      cues = List.copyOf(cues);
    }

    MediationReview decided(ReviewDecision how) {
      return new MediationReview(at, by, reviewer, act, outcome, cues, how);
    }

    @Override
    public String toString() {
      return "MediationReview[" + act + "]";
    }
  }

  /// What was written that another person looks at.
  public enum ReviewedAction {
    RECEPTION,
    EXCLUSION,
    SESSION,
    AGREEMENT,
    END,
    FOLLOW_UP,
    CORRECTION,
    /// A report that was sent to the mediators says more.
    REPORT
  }

  /// @param yes the questions of the scope check that whoever looked answers with yes; none where
  ///   it goes on
  public record ReviewDecision(Instant at, UUID by, List<ScopeQuestion> yes, String reason) {
    public ReviewDecision {
      yes = List.copyOf(yes);
    }

    @Override
    public String toString() {
      return "ReviewDecision[…]";
    }
  }

  MediationContent checked(List<ScopeQuestion> answers) {
    return new MediationContent(
        parties, about, answers, notes, sessions, agreement, end, followUps, corrections, reviews);
  }

  MediationContent noted(MediationNote note) {
    return copy(plus(notes, note), sessions, agreement, end, followUps, corrections, reviews);
  }

  public MediationContent held(MediationSession session) {
    return copy(notes, plus(sessions, session), agreement, end, followUps, corrections, reviews);
  }

  public MediationContent agreed(MediationAgreement what) {
    return copy(notes, sessions, what, end, followUps, corrections, reviews);
  }

  public MediationContent ended(MediationEnd how) {
    return copy(notes, sessions, agreement, how, followUps, corrections, reviews);
  }

  public MediationContent followedUp(AgreementFollowUp what) {
    return copy(notes, sessions, agreement, end, plus(followUps, what), corrections, reviews);
  }

  MediationContent corrected(MediationCorrection what) {
    return copy(notes, sessions, agreement, end, followUps, plus(corrections, what), reviews);
  }

  MediationContent reviewed(MediationReview what) {
    return copy(notes, sessions, agreement, end, followUps, corrections, plus(reviews, what));
  }

  /// With the last look decided.
  MediationContent decided(ReviewDecision how) {
    var more = new ArrayList<>(reviews);
    more.set(more.size() - 1, more.getLast().decided(how));
    return copy(notes, sessions, agreement, end, followUps, corrections, more);
  }

  /// The same dispute with what was said since.
  private MediationContent copy(
      List<MediationNote> noted,
      List<MediationSession> held,
      @Nullable MediationAgreement agreed,
      @Nullable MediationEnd ended,
      List<AgreementFollowUp> followed,
      List<MediationCorrection> corrected,
      List<MediationReview> reviewed) {
    return new MediationContent(
        parties, about, yes, noted, held, agreed, ended, followed, corrected, reviewed);
  }

  /// What whoever received it told, and what was said of it by who looked: all that they may read
  /// of it who do not mediate.
  MediationContent asReceived() {
    return new MediationContent(
        parties,
        about,
        yes,
        List.of(),
        List.of(),
        null,
        null,
        List.of(),
        List.of(),
        reviews.stream().filter(each -> each.act() == ReviewedAction.RECEPTION).toList());
  }

  private static <T> List<T> plus(List<T> list, T one) {
    var more = new ArrayList<>(list);
    more.add(one);
    return more;
  }

  @Override
  public String toString() {
    return "MediationContent[…]";
  }
}
