package anbinh.recording.monitor;

import anbinh.cameras.Camera;
import anbinh.cameras.CameraHealth;
import anbinh.cameras.HealthBoard;
import anbinh.cameras.store.Cameras;
import anbinh.media.record.RecorderHealth;
import anbinh.platform.OnlyWhenServing;
import anbinh.platform.background.PollingWorker;
import anbinh.recording.ingest.CameraRecorder;
import anbinh.recording.monitor.Trouble.Kind;
import anbinh.recording.store.SegmentTable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Looks at recording as a whole every few seconds: for `/actuator/health`, the metrics, and
/// alerts.
@Component
@OnlyWhenServing
class RecordingMonitor extends PollingWorker {
  private static final Duration POLL = Duration.ofSeconds(3);
  private static final Duration FORECAST_EVERY = Duration.ofMinutes(10);
  private static final Duration FORECAST_OVER = Duration.ofDays(1);

  private final Cameras cameras;
  private final HealthBoard board;
  private final CameraRecorder recorder;
  private final FootageDisk disk;
  private final SegmentTable segments;
  private final MonitorTable table;
  private final RecordingMetrics metrics;
  private final Alerts alerts;
  private final AlertSettings settings;
  private final InstantSource clock;

  private volatile @Nullable RecordingStatus status;
  private @Nullable Instant noneSince;
  private @Nullable Duration fullIn;
  private Instant forecastAt = Instant.MIN;

  RecordingMonitor(
      Cameras cameras,
      HealthBoard board,
      CameraRecorder recorder,
      FootageDisk disk,
      SegmentTable segments,
      MonitorTable table,
      RecordingMetrics metrics,
      Alerts alerts,
      AlertSettings settings,
      InstantSource clock) {
    super("recording-monitor", POLL);
    this.cameras = cameras;
    this.board = board;
    this.recorder = recorder;
    this.disk = disk;
    this.segments = segments;
    this.table = table;
    this.metrics = metrics;
    this.alerts = alerts;
    this.settings = settings;
    this.clock = clock;
  }

  /// Empty until the first look.
  Optional<RecordingStatus> findStatus() {
    return Optional.ofNullable(status);
  }

  @Override
  protected boolean worksWhileReadOnly() {
    return true;
  }

  @Override
  protected Duration round() throws InterruptedException {
    Instant now = clock.instant();
    FootageDisk.Look look = disk.look();
    boolean failing =
        recorder
            .findHealth()
            .map(health -> health.disk() == RecorderHealth.Disk.FAILING)
            .orElse(false);
    List<Camera> recorded = cameras.listRecorded();
    List<Camera> down = recorded.stream().filter(camera -> !records(camera)).toList();
    boolean none = !recorded.isEmpty() && down.size() == recorded.size();
    noneSince = none ? (noneSince == null ? now : noneSince) : null;
    if (!forecastAt.isAfter(now)) {
      fullIn = forecast(look, now);
      forecastAt = now.plus(FORECAST_EVERY);
    }
    long lost = table.countLost();
    Set<Trouble> troubles = new HashSet<>();
    diskTrouble(look, failing).map(Trouble::of).ifPresent(troubles::add);
    if (none) {
      troubles.add(Trouble.of(Kind.NO_CAMERA_RECORDING));
    } else {
      down.forEach(camera -> troubles.add(new Trouble(Kind.CAMERA_NOT_RECORDING, camera.id())));
    }
    if (lost > 0) {
      troubles.add(Trouble.of(Kind.FOOTAGE_LOST));
    }
    int standing = alerts.update(troubles, now);
    RecordingStatus seen =
        new RecordingStatus(
            now,
            look,
            failing,
            cameras.countInUse(),
            recorded.size(),
            recorded.size() - down.size(),
            noneSince,
            fullIn,
            lost,
            standing);
    status = seen;
    metrics.follow(recorded, seen);
    alerts.tell(now);
    return POLL;
  }

  private Optional<Kind> diskTrouble(FootageDisk.Look look, boolean failing) {
    return switch (look.state()) {
      case FULL -> Optional.of(Kind.DISK_FULL);
      case READ_ONLY -> Optional.of(Kind.DISK_READ_ONLY);
      case MISSING -> Optional.of(Kind.DISK_MISSING);
      case WRITABLE -> {
        if (failing) {
          yield Optional.of(Kind.DISK_READ_ONLY);
        }
        Duration full = fullIn;
        yield full != null && full.compareTo(settings.fullWithin()) < 0
            ? Optional.of(Kind.DISK_FILLING)
            : Optional.empty();
      }
    };
  }

  private boolean records(Camera camera) {
    CameraHealth health = board.of(camera.id());
    return health.connection() == CameraHealth.Connection.CONNECTED
        && health.storage() == CameraHealth.Storage.OK;
  }

  private @Nullable Duration forecast(FootageDisk.Look look, Instant now) {
    List<DiskForecast.Growth> growths =
        table.listGrown(segments.cameras(), now.minus(FORECAST_OVER)).stream()
            .filter(grown -> grown.seconds() > 0)
            .map(grown -> {
              Camera camera = cameras.get(grown.cameraId());
              Instant keptUntil = grown.oldest().plus(Duration.ofDays(camera.keepDays()));
              return new DiskForecast.Growth(
                  camera.isRecorded() ? grown.bytes() / grown.seconds() : 0,
                  Duration.between(now, keptUntil));
            })
            .toList();
    return DiskForecast.full(look.freeBytes(), growths).orElse(null);
  }
}
