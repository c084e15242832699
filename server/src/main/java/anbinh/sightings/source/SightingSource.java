package anbinh.sightings.source;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What tells of sightings.
///
/// @param addedBy null for those that come with the program
/// @param revokedAt from when on its key is none; null while it may send
public record SightingSource(
    UUID id,
    Kind kind,
    String name,
    @Nullable UUID addedBy,
    Instant addedAt,
    @Nullable Instant revokedAt) {
  public enum Kind {
    /// A system that sends them.
    HTTP,
    /// The analyser of recorded footage, which is always there.
    BUILT_IN,
    /// Frigate, whose events a broker passes on where one is set up.
    MQTT,
    /// Cameras that analyse their pictures themselves.
    ONVIF
  }
}
