package anbinh.identity.factor;

import java.time.Instant;
import java.util.UUID;

/// A passkey as its owner sees it.
public record Passkey(UUID id, String name, Instant addedAt, Instant lastUsedAt) {}
