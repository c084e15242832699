package anbinh.evidence.web;

import anbinh.evidence.message.Channel;
import anbinh.evidence.message.Message;
import anbinh.evidence.message.MessageKind;
import anbinh.evidence.message.MessageState;
import anbinh.platform.message.Failure;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A message to an owner and what became of it; never to whom it went and what link it carried.
///
/// @param failure of the last attempt; while it waits, it is tried again
/// @param endedAt null while it waits
public record MessageView(
    MessageKind kind,
    Channel channel,
    String language,
    MessageState state,
    @Nullable Failure failure,
    Instant queuedAt,
    @Nullable Instant endedAt) {
  public static MessageView of(Message message) {
    return new MessageView(
        message.kind(),
        message.channel(),
        message.language().getLanguage(),
        message.state(),
        message.failure(),
        message.queuedAt(),
        message.endedAt());
  }
}
