package anbinh.team.member;

import anbinh.team.Paper;
import anbinh.team.Position;
import anbinh.team.unit.TeamProposal.Outcome;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// For how long somebody is what in a team.
///
/// @param proposalId null for what came from a list
/// @param until the last day
/// @param overAge older than the law has it, by decision and healthy, as was said
/// @param outcome null while it is not decided
/// @param importedEvent the entry of the log about the list by which it came; null for what did not
public record Term(
    UUID id,
    UUID memberId,
    UUID teamId,
    @Nullable UUID proposalId,
    Position position,
    LocalDate from,
    LocalDate until,
    boolean overAge,
    @Nullable Outcome outcome,
    @Nullable String outcomeReason,
    @Nullable Paper paper,
    @Nullable UUID importedEvent) {
  public boolean accepted() {
    return outcome == Outcome.ACCEPTED;
  }
}
