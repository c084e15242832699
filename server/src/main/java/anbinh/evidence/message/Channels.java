package anbinh.evidence.message;

import anbinh.evidence.owner.OwnersAddress;
import anbinh.platform.Site;
import anbinh.platform.StartFailure;
import anbinh.platform.message.MailServer;
import anbinh.platform.message.Webhook;
import jakarta.annotation.PreDestroy;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The channels that are set up. Safe for many threads.
@Component
public class Channels {
  private static final String SETTINGS = "anbinh.evidence.message";

  private final Map<Channel, Sender> senders = new EnumMap<>(Channel.class);

  Channels(MessageSettings settings, OwnersAddress address, Site site, InstantSource clock) {
    MailServer.of(SETTINGS + ".mail", settings.mail(), settings.timeout(), site, clock)
        .ifPresent(server -> senders.put(Channel.EMAIL, new MailSender(server)));
    Webhook.of(SETTINGS + ".webhook", settings.webhook(), settings.timeout(), clock)
        .ifPresent(gateway -> senders.put(Channel.TEXT, new WebhookSender(gateway)));
    if (!senders.isEmpty() && !address.isSet()) {
      throw new StartFailure(
          "Messages to owners are set up, but anbinh.evidence.owner.address is missing.",
          "Give the address under which owners reach this server, such as"
              + " https://camera.example.vn.");
    }
  }

  /// Those by which messages can go.
  public List<Channel> on() {
    return List.copyOf(senders.keySet());
  }

  Optional<Sender> find(Channel channel) {
    return Optional.ofNullable(senders.get(channel));
  }

  @PreDestroy
  void close() {
    if (senders.get(Channel.TEXT) instanceof WebhookSender webhook) {
      webhook.gateway().close();
    }
  }
}
