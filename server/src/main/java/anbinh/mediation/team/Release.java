package anbinh.mediation.team;

import anbinh.mediation.team.Mediator.EndOfOffice;
import java.time.Instant;
import java.util.UUID;

/// That somebody is to be a mediator no more, which waits for the chair (article 11.2).
record Release(
    UUID id,
    UUID mediatorId,
    EndOfOffice cause,
    String reason,
    UUID requestedBy,
    Instant requestedAt) {}
