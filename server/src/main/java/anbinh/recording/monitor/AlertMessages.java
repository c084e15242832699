package anbinh.recording.monitor;

import anbinh.cameras.Camera;
import anbinh.cameras.CameraAdvice;
import anbinh.cameras.CameraHealth;
import anbinh.cameras.HealthBoard;
import anbinh.cameras.store.Cameras;
import anbinh.platform.Ids;
import anbinh.platform.Messages;
import anbinh.platform.OnlyWhenServing;
import anbinh.platform.Site;
import anbinh.platform.StartFailure;
import anbinh.platform.message.MailServer;
import anbinh.platform.message.SendFailure;
import anbinh.platform.message.Webhook;
import anbinh.recording.monitor.MonitorTable.Alert;
import jakarta.annotation.PreDestroy;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Messages about alerts, in the language of the settings: to each duty officer by e-mail, and to a
/// webhook. Safe for many threads.
@Component
@OnlyWhenServing
class AlertMessages {
  private static final Logger LOG = LoggerFactory.getLogger(AlertMessages.class);
  private static final String SETTINGS = "anbinh.recording.alert";
  private static final String KEY = "recording.alert.";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss dd/MM/uuuu", Locale.ROOT);

  private final Optional<MailServer> mail;
  private final Optional<Webhook> webhook;
  private final List<String> to;
  private final Locale language;
  private final Cameras cameras;
  private final HealthBoard board;
  private final Messages messages;
  private final Site site;
  private final Ids ids;

  AlertMessages(
      AlertSettings settings,
      Cameras cameras,
      HealthBoard board,
      Messages messages,
      Site site,
      Ids ids,
      InstantSource clock) {
    this.mail = MailServer.of(SETTINGS + ".mail", settings.mail(), settings.timeout(), site, clock);
    this.webhook = Webhook.of(SETTINGS + ".webhook", settings.webhook(), settings.timeout(), clock);
    this.to = settings.addressees();
    this.language = Locale.forLanguageTag(settings.language());
    this.cameras = cameras;
    this.board = board;
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
  boolean send(List<Alert> alerts, Instant now) throws InterruptedException {
    UUID id = ids.next();
    long standing = alerts.stream().filter(alert -> alert.clearedAt() == null).count();
    String subject = text("subject", site.name(), standing, alerts.size() - standing);
    String body = body(alerts, now);
    boolean told = false;
    for (String address : to) {
      told |=
          attempt(() ->
              mail.orElseThrow()
                  .send(new MailServer.Mail(ids.next(), address, language, subject, body)));
    }
    if (webhook.isPresent()) {
      List<Line> lines = alerts.stream().map(this::line).toList();
      told |=
          attempt(() ->
              webhook
                  .get()
                  .call(id, "recording.alert", new Data(id, site.name(), subject, body, lines)));
    }
    return told;
  }

  /// What the webhook gets.
  record Data(UUID id, String site, String subject, String text, List<Line> alerts) {}

  /// @param camera its code; null when it is not about one camera
  /// @param cleared when the trouble was over; null while it lasts
  record Line(
      Trouble.Kind trouble, @Nullable String camera, Instant raised, @Nullable Instant cleared) {}

  private Line line(Alert alert) {
    return new Line(
        alert.trouble().kind(),
        camera(alert).map(Camera::code).orElse(null),
        alert.raisedAt(),
        alert.clearedAt());
  }

  private interface Sending {
    void send() throws SendFailure, InterruptedException;
  }

  private static boolean attempt(Sending sending) throws InterruptedException {
    try {
      sending.send();
      return true;
    } catch (SendFailure failure) {
      LOG.warn("an alert was not taken: {}", failure.getMessage());
      return false;
    }
  }

  private String body(List<Alert> alerts, Instant now) {
    var text = new StringBuilder();
    if (site.demonstration()) {
      text.append(text("demonstration")).append("\n\n");
    }
    for (Alert alert : alerts) {
      Instant cleared = alert.clearedAt();
      String what = text(alert.trouble().kind().name(), name(alert));
      text.append(
              cleared == null
                  ? text("raised", time(alert.raisedAt()), what)
                  : text("cleared", time(cleared), what, time(alert.raisedAt())))
          .append('\n');
      if (cleared == null) {
        advice(alert).ifPresent(advice -> text.append("  ").append(advice).append('\n'));
      }
    }
    return text.append('\n').append(text("end", time(now))).toString();
  }

  private Optional<String> advice(Alert alert) {
    String key =
        switch (alert.trouble().kind()) {
          case DISK_FULL, DISK_FILLING -> "DISK_FULL";
          case DISK_READ_ONLY, DISK_MISSING -> "DISK_ERROR";
          case FOOTAGE_LOST -> "FILE_MISSING";
          case NO_CAMERA_RECORDING -> "CAMERA_DOWN";
          case CAMERA_NOT_RECORDING -> camera(alert).flatMap(this::fault).orElse("CAMERA_DOWN");
        };
    return messages.find("camera.advice." + key, language);
  }

  private Optional<String> fault(Camera camera) {
    CameraHealth health = board.of(camera.id());
    return CameraAdvice.key(health);
  }

  private Optional<Camera> camera(Alert alert) {
    UUID id = alert.trouble().cameraId();
    return id == null ? Optional.empty() : cameras.find(id);
  }

  private String name(Alert alert) {
    return camera(alert).map(camera -> camera.code() + " – " + camera.name()).orElse("");
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
