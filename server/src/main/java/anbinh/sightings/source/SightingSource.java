package anbinh.sightings.source;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What tells of sightings.
///
/// @param addedBy null for the built-in analyser
/// @param revokedAt from when on its key is none; null while it may send
record SightingSource(
    UUID id,
    Kind kind,
    String name,
    @Nullable UUID addedBy,
    Instant addedAt,
    @Nullable Instant revokedAt) {
  enum Kind {
    /// A system that sends them.
    HTTP,
    /// The analyser of recorded footage, which is always there.
    BUILT_IN
  }
}
