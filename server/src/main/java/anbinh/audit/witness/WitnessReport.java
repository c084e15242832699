package anbinh.audit.witness;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How it stands with all witnesses.
///
/// @param needed how many members of the quorum must have seen a head
/// @param members how many it has
/// @param size the largest head with a quorum since the server started
/// @param behindSince since when a newer head waits for its quorum; null when none does
/// @param alarm whether it waits for longer than is usual, or a witness contradicts the log
/// @param demonstration whether the witness is a demonstration's own, which proves nothing
/// @param witnesses in the policy's order
public record WitnessReport(
    int needed,
    int members,
    @Nullable Long size,
    @Nullable Instant behindSince,
    boolean alarm,
    boolean demonstration,
    List<WitnessStatus> witnesses) {
  public WitnessReport {
    witnesses = List.copyOf(witnesses);
  }
}
