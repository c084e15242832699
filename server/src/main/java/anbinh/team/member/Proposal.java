package anbinh.team.member;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// People of a team who were proposed together.
public record Proposal(
    UUID id,
    UUID teamId,
    UUID proposedBy,
    Instant proposedAt,
    @Nullable UUID decidedBy,
    @Nullable Instant decidedAt) {}
