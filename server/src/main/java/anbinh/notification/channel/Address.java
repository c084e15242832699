package anbinh.notification.channel;

import anbinh.notification.Channel;
import anbinh.platform.message.Failure;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where somebody is reached by a channel, without what it is.
///
/// @param label what its owner calls it; of a browser what it is
/// @param urgentOnly whether only what is urgent goes there
/// @param codeUntil how long the code is good by which it is confirmed; null where none was sent
/// @param codeTries how often a wrong code was entered
/// @param dueAt when the message that waits is sent; null while none does
/// @param message what that one says; null where none was ever due
/// @param attempts to send it that failed
/// @param sentAt when the last message was taken
/// @param failure of the last message, where it did not go out
record Address(
    UUID id,
    UUID personId,
    Channel channel,
    @Nullable String label,
    boolean urgentOnly,
    Instant addedAt,
    @Nullable Instant codeUntil,
    int codeTries,
    @Nullable Instant confirmedAt,
    @Nullable Instant dueAt,
    @Nullable MessageKind message,
    int attempts,
    @Nullable Instant sentAt,
    @Nullable Failure failure) {}
