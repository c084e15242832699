package anbinh.sightings.source;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A system that sends sightings.
///
/// @param revokedAt from when on its key is none; null while it may send
record SightingSource(
    UUID id, String name, UUID addedBy, Instant addedAt, @Nullable Instant revokedAt) {}
