package anbinh.evidence.owner;

import java.util.UUID;

/// Published in the transaction in which an ask was answered or ended.
public record OwnerRequestChanged(UUID requestId, UUID cameraId, OwnerRequestState state) {}
