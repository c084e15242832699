package anbinh.evidence.owner;

import java.util.UUID;

/// Published in the transaction in which an ask of a request was settled.
public record AskChanged(UUID requestId) {}
