package anbinh.evidence.message;

import anbinh.platform.message.SendFailure;
import anbinh.platform.message.Webhook;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Hands letters to the webhook of a gateway for text messages. Safe for many threads.
record WebhookSender(Webhook gateway) implements Sender {
  /// What the gateway gets.
  ///
  /// @param to the telephone number as the register has it
  /// @param text all that is to be sent
  record Data(
      UUID id,
      MessageKind kind,
      String to,
      String language,
      String text,
      @Nullable URI link,
      Instant until) {}

  @Override
  public void send(Letter letter) throws SendFailure, InterruptedException {
    gateway.call(
        letter.id(),
        "owner.message",
        new Data(
            letter.id(),
            letter.kind(),
            letter.to(),
            letter.language().getLanguage(),
            letter.text(),
            letter.link(),
            letter.until()));
  }
}
