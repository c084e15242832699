package anbinh.mediation.team;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/// The list of an election.
///
/// @param leaderElection how those of the list elected who leads
public record NewMediationTeam(
    @NotNull UUID villageId,
    @NotNull Boolean minorityArea,
    @NotNull @Valid Election election,
    @NotNull @Valid LeaderElection leaderElection,
    @NotNull @Size(min = MediationTeam.MIN_MEDIATORS, max = 30)
        List<@NotNull @Valid NewMediator> mediators) {}
