package anbinh.evidence.owner;

import java.util.UUID;

/// Published in the transaction in which an ask was answered or ended.
public record AskChanged(UUID requestId, UUID cameraId, AskState state) {}
