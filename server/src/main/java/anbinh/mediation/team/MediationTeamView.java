package anbinh.mediation.team;

import anbinh.identity.PersonName;
import anbinh.mediation.team.MediationTeam.Gap;
import anbinh.mediation.team.Mediator.Elected;
import anbinh.mediation.team.Mediator.EndOfOffice;
import anbinh.mediation.team.Mediator.MediatorState;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A team as clients see it.
///
/// @param minorityRepresented null while the officer has not said it
/// @param gaps what it lacks today
/// @param waiting how many the chair has still to decide about
record MediationTeamView(
    UUID id,
    UUID villageId,
    String villageName,
    boolean recognised,
    boolean minorityArea,
    @Nullable Boolean minorityRepresented,
    List<Gap> gaps,
    int waiting,
    boolean mayPropose,
    boolean mayDecide,
    boolean mayConfirm,
    List<MediatorView> mediators) {
  MediationTeamView {
    gaps = List.copyOf(gaps);
    mediators = List.copyOf(mediators);
  }

  /// @param account null for who has none
  /// @param elected null of whom a list brought in
  /// @param ledBy how the mediators elected who leads; null of others, and where a list brought it
  /// @param releaseCause of a release that waits for the chair; null where none does, as is its
  ///   reason
  record MediatorView(
      UUID id,
      String name,
      boolean woman,
      boolean leader,
      MediatorState state,
      @Nullable PersonName account,
      @Nullable String decisionNumber,
      @Nullable LocalDate decidedOn,
      @Nullable LocalDate endedOn,
      @Nullable EndOfOffice endCause,
      @Nullable Elected elected,
      @Nullable LeaderElection ledBy,
      @Nullable EndOfOffice releaseCause,
      @Nullable String releaseReason) {}
}
