package anbinh.notification.channel;

import anbinh.notification.Channel;
import anbinh.notification.NotificationSettings;
import anbinh.platform.DataFolder;
import anbinh.platform.Site;
import anbinh.platform.message.MailServer;
import anbinh.platform.message.SendFailure;
import anbinh.platform.message.Webhook;
import jakarta.annotation.PreDestroy;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// The channels that are set up. Safe for many threads.
@Component
class NotificationChannels {
  private static final String SETTINGS = "anbinh.notification";

  private final Optional<WebPush> push;
  private final Optional<MailServer> mail;
  private final Optional<Webhook> gateway;

  NotificationChannels(
      NotificationSettings settings, DataFolder data, Site site, InstantSource clock) {
    this.push = WebPush.of(settings, data.folder("notification").resolve("push.key"), clock);
    this.mail = MailServer.of(SETTINGS + ".mail", settings.mail(), settings.timeout(), site, clock);
    this.gateway = Webhook.of(SETTINGS + ".webhook", settings.webhook(), settings.timeout(), clock);
  }

  Optional<WebPush> push() {
    return push;
  }

  /// What the gateway gets.
  ///
  /// @param to the telephone number
  /// @param text all that is to be sent
  private record Data(UUID id, String to, String language, boolean urgent, String text) {}

  Optional<Sender> find(Channel channel) {
    return switch (channel) {
      case PUSH -> push.map(each -> each::send);
      case EMAIL -> mail.map(server -> message -> send(server, message));
      case TEXT -> gateway.map(webhook -> message -> call(webhook, message));
    };
  }

  private static boolean send(MailServer server, Message message) throws SendFailure {
    server.send(
        new MailServer.Mail(
            message.id(), message.target(), message.language(), message.subject(), message.text()));
    return true;
  }

  private static boolean call(Webhook gateway, Message message)
      throws SendFailure, InterruptedException {
    gateway.call(
        message.id(),
        "notification.message",
        new Data(
            message.id(),
            message.target(),
            message.language().getLanguage(),
            message.urgent(),
            message.text()));
    return true;
  }

  @PreDestroy
  void close() {
    push.ifPresent(WebPush::close);
    gateway.ifPresent(Webhook::close);
  }
}
