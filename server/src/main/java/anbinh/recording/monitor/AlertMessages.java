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
import anbinh.platform.message.AlertChannels;
import anbinh.recording.monitor.MonitorTable.Alert;
import jakarta.annotation.PreDestroy;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Messages about alerts, in the language of the settings: to each duty officer by e-mail, and to a
/// webhook. Safe for many threads.
@Component
@OnlyWhenServing
class AlertMessages {
  private static final String NAME = "recording.alert";

  private final AlertChannels channels;
  private final Cameras cameras;
  private final HealthBoard board;
  private final Messages messages;
  private final Site site;

  AlertMessages(
      AlertSettings settings,
      Cameras cameras,
      HealthBoard board,
      Messages messages,
      Site site,
      Ids ids,
      InstantSource clock) {
    this.channels = new AlertChannels(NAME, settings.channels(), messages, site, ids, clock);
    this.cameras = cameras;
    this.board = board;
    this.messages = messages;
    this.site = site;
  }

  /// Whether there is anybody to tell.
  boolean isSetUp() {
    return channels.isSetUp();
  }

  /// @return whether somebody was told
  boolean send(List<Alert> alerts, Instant now) throws InterruptedException {
    long standing = alerts.stream().filter(alert -> alert.clearedAt() == null).count();
    return channels.send(
        channels.text("subject", site.name(), standing, alerts.size() - standing),
        lines(alerts),
        alerts.stream().map(this::line).toList(),
        now);
  }

  /// What the webhook gets of an alert.
  ///
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

  private String lines(List<Alert> alerts) {
    var text = new StringBuilder();
    for (Alert alert : alerts) {
      Instant cleared = alert.clearedAt();
      String what = channels.text(alert.trouble().kind().name(), name(alert));
      text.append(
              cleared == null
                  ? channels.text("raised", channels.time(alert.raisedAt()), what)
                  : channels.text(
                      "cleared", channels.time(cleared), what, channels.time(alert.raisedAt())))
          .append('\n');
      if (cleared == null) {
        advice(alert).ifPresent(advice -> text.append("  ").append(advice).append('\n'));
      }
    }
    return text.toString();
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
    return messages.find("camera.advice." + key, channels.language());
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

  @PreDestroy
  void close() {
    channels.close();
  }
}
