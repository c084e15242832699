package anbinh.sightings.wanted.alert;

import anbinh.cameras.Camera;
import anbinh.cameras.store.Cameras;
import anbinh.platform.Ids;
import anbinh.platform.Messages;
import anbinh.platform.OnlyWhenServing;
import anbinh.platform.Site;
import anbinh.platform.StartFailure;
import anbinh.platform.message.MailServer;
import anbinh.platform.message.SendFailure;
import anbinh.platform.message.Webhook;
import anbinh.sightings.wanted.WantedTable;
import anbinh.sightings.wanted.WantedVehicle;
import jakarta.annotation.PreDestroy;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Messages about alerts, in the language of the settings: to each duty officer by e-mail, and to a
/// webhook. They leave the system, so they say plate, camera and time, that the reading may be
/// wrong, and nothing of who wants the vehicle and why. Safe for many threads.
@Component
@OnlyWhenServing
class WantedAlertMessages {
  private static final Logger LOG = LoggerFactory.getLogger(WantedAlertMessages.class);
  private static final String SETTINGS = "anbinh.sightings.alert";
  private static final String KEY = "sightings.alert.";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss dd/MM/uuuu", Locale.ROOT);

  private final Optional<MailServer> mail;
  private final Optional<Webhook> webhook;
  private final List<String> to;
  private final Locale language;
  private final WantedTable wanted;
  private final Cameras cameras;
  private final Messages messages;
  private final Site site;
  private final Ids ids;

  WantedAlertMessages(
      WantedAlertSettings settings,
      WantedTable wanted,
      Cameras cameras,
      Messages messages,
      Site site,
      Ids ids,
      InstantSource clock) {
    this.mail = MailServer.of(SETTINGS + ".mail", settings.mail(), settings.timeout(), site, clock);
    this.webhook = Webhook.of(SETTINGS + ".webhook", settings.webhook(), settings.timeout(), clock);
    this.to = settings.addressees();
    this.language = Locale.forLanguageTag(settings.language());
    this.wanted = wanted;
    this.cameras = cameras;
    this.messages = messages;
    this.site = site;
    this.ids = ids;
    if (mail.isPresent() == to.isEmpty()) {
      throw new StartFailure(
          mail.isPresent()
              ? SETTINGS
                  + ".to is missing: there is a mail server for alerts, and nobody to write to."
              : SETTINGS + ".to names people, and there is no mail server to write to them.",
          "Give both " + SETTINGS + ".to and " + SETTINGS + ".mail.host, or neither.");
    }
  }

  /// Whether there is anybody to tell.
  boolean isSetUp() {
    return mail.isPresent() || webhook.isPresent();
  }

  /// @return whether somebody was told
  boolean send(List<WantedAlert> alerts, Instant now) throws InterruptedException {
    UUID id = ids.next();
    List<Line> lines = lines(alerts);
    String subject = text("subject", site.name(), lines.size());
    String body = body(lines, now);
    boolean told = false;
    for (String address : to) {
      told |=
          attempt(() ->
              mail.orElseThrow()
                  .send(new MailServer.Mail(ids.next(), address, language, subject, body)));
    }
    if (webhook.isPresent()) {
      told |=
          attempt(() ->
              webhook
                  .get()
                  .call(id, "sightings.alert", new Data(id, site.name(), subject, body, lines)));
    }
    return told;
  }

  /// What the webhook gets.
  record Data(UUID id, String site, String subject, String text, List<Line> alerts) {}

  /// @param plate that is wanted; the reading of it may be wrong
  /// @param camera its code and name
  record Line(String plate, String camera, Instant at) {}

  private List<Line> lines(List<WantedAlert> alerts) {
    Map<UUID, String> plates =
        wanted.list(Ids.of(alerts, WantedAlert::wantedId)).stream()
            .collect(Collectors.toMap(WantedVehicle::id, WantedVehicle::plate));
    Map<UUID, String> names =
        cameras.list(Ids.of(alerts, WantedAlert::cameraId)).stream()
            .collect(Collectors.toMap(Camera::id, each -> each.code() + " – " + each.name()));
    return alerts.stream()
        .map(each ->
            new Line(
                plates.getOrDefault(each.wantedId(), ""),
                names.getOrDefault(each.cameraId(), ""),
                each.passedAt()))
        .toList();
  }

  private String body(List<Line> lines, Instant now) {
    var text = new StringBuilder();
    if (site.demonstration()) {
      text.append(text("demonstration")).append("\n\n");
    }
    for (Line each : lines) {
      text.append(text("line", time(each.at()), each.plate(), each.camera())).append('\n');
    }
    return text.append('\n').append(text("end", time(now))).toString();
  }

  private interface Sending {
    void send() throws SendFailure, InterruptedException;
  }

  private static boolean attempt(Sending sending) throws InterruptedException {
    try {
      sending.send();
      return true;
    } catch (SendFailure failure) {
      LOG.warn("an alert of a wanted vehicle was not taken: {}", failure.getMessage());
      return false;
    }
  }

  private String text(String key, Object... facts) {
    return messages.find(KEY + key, language, facts).orElse(key);
  }

  private String time(Instant at) {
    return TIME.format(at.atZone(site.zone()));
  }

  @PreDestroy
  void close() {
    webhook.ifPresent(Webhook::close);
  }
}
