package anbinh.evidence.message;

import anbinh.platform.message.Failure;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A message to one owner, without its address and link.
///
/// @param failure of the last attempt
/// @param endedAt null while it waits
public record Message(
    UUID id,
    UUID requestId,
    UUID cameraId,
    MessageKind kind,
    Channel channel,
    Locale language,
    MessageState state,
    int attempts,
    @Nullable Failure failure,
    Instant queuedAt,
    @Nullable Instant endedAt) {}
