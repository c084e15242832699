package anbinh.mediation.team;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody whom the village elected to mediate. The decision that recognises them is made known in
/// the village (article 8.4), so a name is nothing to hide.
///
/// @param personId their account; null for who has none
/// @param refusedAt when the chair did not recognise them
/// @param decisionNumber of the paper that recognised them
/// @param elected null of whom a list brought in
/// @param ledBy the last election by which they lead or led; null of who never did by one
public record Mediator(
    UUID id,
    UUID teamId,
    String name,
    boolean woman,
    boolean leader,
    @Nullable UUID personId,
    UUID proposedBy,
    Instant proposedAt,
    @Nullable Instant refusedAt,
    @Nullable String decisionNumber,
    @Nullable LocalDate decidedOn,
    @Nullable LocalDate endedOn,
    @Nullable EndOfOffice endCause,
    @Nullable Elected elected,
    @Nullable LeaderElection ledBy) {
  /// How they were elected.
  ///
  /// @param votes how many of the households agreed
  public record Elected(Election.Form form, LocalDate on, int households, int votes) {}

  /// Where a mediator stands.
  public enum MediatorState {
    PROPOSED,
    REFUSED,
    RECOGNISED,
    ENDED
  }

  /// Why somebody is a mediator no more (article 11.1).
  public enum EndOfOffice {
    OWN_WISH,
    /// Does not meet article 7 any more, such as by moving away.
    CRITERIA,
    /// Against the principles of article 4, or the law.
    BREACH
  }

  public MediatorState state() {
    if (endedOn != null) {
      return MediatorState.ENDED;
    }
    if (refusedAt != null) {
      return MediatorState.REFUSED;
    }
    return decidedOn == null ? MediatorState.PROPOSED : MediatorState.RECOGNISED;
  }

  public boolean serves() {
    return state() == MediatorState.RECOGNISED;
  }

  boolean waits() {
    return state() == MediatorState.PROPOSED;
  }
}
