package anbinh.notification.inbox;

import anbinh.worklist.WorklistKind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that somebody was told.
///
/// @param count how many came, or are overdue; of what is told again, how many wait
/// @param urgent whether it is told at once by every way
/// @param readAt when the person saw it; null until then
record Notification(
    UUID id,
    WorklistKind kind,
    Reason reason,
    int count,
    boolean urgent,
    Instant at,
    @Nullable Instant readAt) {}
