package anbinh.platform.message;

import anbinh.platform.Ids;
import anbinh.platform.Messages;
import anbinh.platform.Site;
import anbinh.platform.StartFailure;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How duty officers are told of alerts, in the language of the settings: each by e-mail, and by a
/// webhook. Safe for many threads.
public final class AlertChannels implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AlertChannels.class);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss dd/MM/uuuu", Locale.ROOT);

  private final String name;
  private final Optional<MailServer> mail;
  private final Optional<Webhook> webhook;
  private final List<String> to;
  private final Locale language;
  private final Messages messages;
  private final Site site;
  private final Ids ids;

  /// @param to addresses of the duty officers, needed with a mail server
  /// @param language a tag of one
  /// @param timeout for one attempt to send
  public record Settings(
      List<String> to,
      MailSettings mail,
      WebhookSettings webhook,
      String language,
      Duration timeout) {
    public Settings {
      to = List.copyOf(to);
    }
  }

  /// @param name of the alerts, such as `recording.alert`: the webhook's type, and what the keys of
  ///   settings and messages begin with
  /// @throws StartFailure where there are addresses and no mail server, or the other way round
  public AlertChannels(
      String name, Settings settings, Messages messages, Site site, Ids ids, InstantSource clock) {
    String prefix = "anbinh." + name;
    this.name = name;
    this.mail = MailServer.of(prefix + ".mail", settings.mail(), settings.timeout(), site, clock);
    this.webhook = Webhook.of(prefix + ".webhook", settings.webhook(), settings.timeout(), clock);
    this.to = settings.to();
    this.language = Locale.forLanguageTag(settings.language());
    this.messages = messages;
    this.site = site;
    this.ids = ids;
    if (mail.isPresent() == to.isEmpty()) {
      throw new StartFailure(
          mail.isPresent()
              ? prefix
                  + ".to is missing: there is a mail server for alerts, and nobody to write to."
              : prefix + ".to names people, and there is no mail server to write to them.",
          "Give both " + prefix + ".to and " + prefix + ".mail.host, or neither.");
    }
  }

  public Locale language() {
    return language;
  }

  /// Whether there is anybody to tell.
  public boolean isSetUp() {
    return mail.isPresent() || webhook.isPresent();
  }

  /// What the webhook gets.
  ///
  /// @param alerts each as its feature tells of it
  record Data(UUID id, String site, String subject, String text, List<?> alerts) {}

  /// @param lines of the text, each with its end
  /// @param alerts for the webhook
  /// @return whether somebody was told
  public boolean send(String subject, String lines, List<?> alerts, Instant now)
      throws InterruptedException {
    String first = site.demonstration() ? text("demonstration") + "\n\n" : "";
    String body = first + lines + '\n' + text("end", time(now));
    boolean told = false;
    for (String address : to) {
      told |=
          attempt(() ->
              mail.orElseThrow()
                  .send(new MailServer.Mail(ids.next(), address, language, subject, body)));
    }
    if (webhook.isPresent()) {
      UUID id = ids.next();
      told |=
          attempt(
              () -> webhook.get().call(id, name, new Data(id, site.name(), subject, body, alerts)));
    }
    return told;
  }

  private interface Sending {
    void send() throws SendFailure, InterruptedException;
  }

  private boolean attempt(Sending sending) throws InterruptedException {
    try {
      sending.send();
      return true;
    } catch (SendFailure failure) {
      LOG.warn("{} was not taken: {}", name, failure.getMessage());
      return false;
    }
  }

  /// @param key below the alerts' name
  public String text(String key, Object... facts) {
    return messages.find(name + "." + key, language, facts).orElse(key);
  }

  /// A time as it is read at the site.
  public String time(Instant at) {
    return TIME.format(at.atZone(site.zone()));
  }

  @Override
  public void close() {
    webhook.ifPresent(Webhook::close);
  }
}
