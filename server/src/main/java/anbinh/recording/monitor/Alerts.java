package anbinh.recording.monitor;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.cameras.Camera;
import anbinh.cameras.store.Cameras;
import anbinh.platform.Ids;
import anbinh.platform.OnlyWhenServing;
import anbinh.recording.RecordingEvent;
import anbinh.recording.monitor.MonitorTable.Alert;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Makes alerts of troubles that last: an entry of the log when one is raised and when it is
/// cleared, and one message to the duty officers for all that changed meanwhile. Alerts stand over
/// restarts of the server. For the monitor's thread.
@Component
@OnlyWhenServing
class Alerts {
  private static final Logger LOG = LoggerFactory.getLogger(Alerts.class);
  private static final Duration RETRY = Duration.ofSeconds(30);

  /// Cameras of one switch are missed within some seconds, and are told of together.
  private static final Duration TOGETHER = Duration.ofSeconds(10);

  private final MonitorTable table;
  private final AlertMessages messages;
  private final Cameras cameras;
  private final AuditLog log;
  private final Ids ids;
  private final TransactionTemplate transaction;
  private final Hysteresis hysteresis;
  private final Duration together;

  private boolean resumed;
  private boolean gathering;
  private Instant tellAfter = Instant.MIN;

  Alerts(
      MonitorTable table,
      AlertMessages messages,
      Cameras cameras,
      AuditLog log,
      Ids ids,
      TransactionTemplate transaction,
      AlertSettings settings) {
    this.table = table;
    this.messages = messages;
    this.cameras = cameras;
    this.log = log;
    this.ids = ids;
    this.transaction = transaction;
    this.hysteresis = new Hysteresis(settings.after(), settings.clearAfter());
    this.together = settings.after().compareTo(TOGETHER) < 0 ? settings.after() : TOGETHER;
  }

  /// @return how many alerts stand now
  int update(Set<Trouble> present, Instant now) {
    if (!resumed) {
      table.listStanding().forEach(alert -> hysteresis.resume(alert.trouble(), alert.raisedAt()));
      resumed = true;
    }
    for (Hysteresis.Change change : hysteresis.update(present, now)) {
      transaction.executeWithoutResult(_ -> note(change, now));
      LOG.warn("{} {}", change.raised() ? "alert:" : "no longer:", change.trouble());
    }
    return hysteresis.raised();
  }

  private void note(Hysteresis.Change change, Instant now) {
    Trouble trouble = change.trouble();
    if (change.raised()) {
      table.raise(ids.next(), trouble, now);
    } else {
      table.clear(trouble, now);
    }
    Event event =
        Event.of(change.raised() ? RecordingEvent.ALERT_RAISED : RecordingEvent.ALERT_CLEARED)
            .fact("trouble", trouble.kind().name());
    log.record(find(trouble).map(camera -> about(event, camera)).orElse(event));
  }

  private Optional<Camera> find(Trouble trouble) {
    UUID id = trouble.cameraId();
    return id == null ? Optional.empty() : cameras.find(id);
  }

  private static Event about(Event event, Camera camera) {
    return event.about("camera", camera.id(), camera.code());
  }

  /// Tells the duty officers what they do not know yet; tried again when nobody takes it.
  void tell(Instant now) throws InterruptedException {
    if (!messages.isSetUp() || tellAfter.isAfter(now)) {
      return;
    }
    List<Alert> untold = table.listUntold();
    if (untold.isEmpty()) {
      gathering = false;
      return;
    }
    if (!gathering) {
      gathering = true;
      tellAfter = now.plus(together);
      return;
    }
    if (messages.send(untold, now)) {
      table.noteTold(untold, now);
      gathering = false;
    } else {
      tellAfter = now.plus(RETRY);
    }
  }
}
