package anbinh.recording.ingest;

import anbinh.cameras.Camera;
import anbinh.cameras.CameraChanged;
import anbinh.cameras.CameraCredentials;
import anbinh.cameras.CameraHealth;
import anbinh.cameras.CameraNetwork;
import anbinh.cameras.HealthBoard;
import anbinh.cameras.store.Cameras;
import anbinh.media.StreamListener;
import anbinh.media.StreamState;
import anbinh.media.ingest.CameraAddress;
import anbinh.media.ingest.Ingest;
import anbinh.media.ingest.IngestOptions;
import anbinh.media.ingest.ProbeResult;
import anbinh.media.ingest.Stream;
import anbinh.media.record.Recorder;
import anbinh.media.record.RecorderHealth;
import anbinh.media.record.RecorderOptions;
import anbinh.media.record.RecordingTrack;
import anbinh.media.record.Recovery;
import anbinh.media.record.StorageRoot;
import anbinh.media.record.log.Recovered;
import anbinh.platform.OnlyWhenServing;
import anbinh.platform.Problem;
import anbinh.recording.RecordingProblem;
import anbinh.recording.RecordingSettings;
import anbinh.recording.store.OpenSegments;
import anbinh.recording.store.RecordedTime;
import anbinh.recording.store.SegmentJournal;
import anbinh.recording.store.Storage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/// Records every camera that should be recorded, from start to stop of the server.
///
/// At start it first finds what a killed server left on disk, then opens the cameras. All changes
/// of which cameras run are made under the object's lock; pictures never come through it.
@Component
@OnlyWhenServing
public class CameraRecorder implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(CameraRecorder.class);
  private static final Duration UNTIL_TRACK_HAS_ENDED = Duration.ofMillis(100);
  private static final StreamState.Down UNREADABLE =
      new StreamState.Down(
          StreamState.Cause.RECEIVER_FAILED,
          "its address or password cannot be read: enter them again",
          Duration.ZERO);

  private final RecordingSettings settings;
  private final Storage storage;
  private final SegmentJournal journal;
  private final RecordedTime recordedTime;
  private final OpenSegments openSegments;
  private final Cameras cameras;
  private final CameraNetwork network;
  private final HealthBoard board;
  private final InstantSource clock;
  private final Map<UUID, Running> running = new HashMap<>();

  private @Nullable Engine engine;

  /// A camera being recorded.
  ///
  /// @param stream null where nobody here can read its address or password, as is the address
  private record Running(
      WatchedTrack watched, @Nullable Stream stream, @Nullable CameraAddress address) {
    void closeStream() {
      if (stream != null) {
        stream.close();
      }
    }
  }

  /// What exists between start and stop.
  private record Engine(
      Recorder recorder, Ingest ingest, ScheduledExecutorService timer, Future<?> reporting) {}

  CameraRecorder(
      RecordingSettings settings,
      Storage storage,
      SegmentJournal journal,
      RecordedTime recordedTime,
      OpenSegments openSegments,
      Cameras cameras,
      CameraNetwork network,
      HealthBoard board,
      InstantSource clock) {
    this.settings = settings;
    this.storage = storage;
    this.journal = journal;
    this.recordedTime = recordedTime;
    this.openSegments = openSegments;
    this.cameras = cameras;
    this.network = network;
    this.board = board;
    this.clock = clock;
  }

  @Override
  public synchronized void start() {
    StorageRoot root = storage.open();
    recover(root);
    recordedTime.endOpenGaps();
    var options =
        new RecorderOptions(
            settings.segment(),
            RecorderOptions.DEFAULT.tick(),
            settings.sync(),
            RecorderOptions.DEFAULT.queuePictures(),
            RecorderOptions.DEFAULT.queueBytes(),
            RecorderOptions.DEFAULT.writers(),
            RecorderOptions.DEFAULT.minimumFreeBytes(),
            RecorderOptions.DEFAULT.retryDiskAfter(),
            RecorderOptions.DEFAULT.heldLogEntries(),
            RecorderOptions.DEFAULT.closeWithin());
    Recorder recorder = Recorder.start(root, options, journal, clock, System::nanoTime);
    openSegments.serve(recorder);
    Ingest ingest =
        new Ingest(
            IngestOptions.DEFAULTS
                .withAllowBasic(settings.allowBasic())
                .withAllowed(network::allows),
            clock,
            recorder::wake);
    ScheduledExecutorService timer =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("camera-health").factory());
    Future<?> reporting = timer.scheduleAtFixedRate(this::reportHealth, 1, 1, TimeUnit.SECONDS);
    engine = new Engine(recorder, ingest, timer, reporting);
    cameras.listRecorded().forEach(camera -> open(camera, recordedTime.findAccounted(camera.id())));
  }

  @Override
  public synchronized void stop() {
    Engine stopping = engine;
    if (stopping == null) {
      return;
    }
    engine = null;
    stopping.reporting().cancel(false);
    stopping.timer().shutdownNow();
    stopping.ingest().close();
    stopping.recorder().close();
    openSegments.serveNothing();
    running.clear();
  }

  @Override
  public synchronized boolean isRunning() {
    return engine != null;
  }

  /// Tries an address once, without recording.
  public ProbeResult probe(CameraAddress address, Duration timeout) throws InterruptedException {
    Engine present;
    synchronized (this) {
      present = engine;
    }
    if (present == null) {
      throw Problem.of(RecordingProblem.PROBE_BUSY);
    }
    return present.ingest().probe(address, timeout);
  }

  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
  synchronized void changed(CameraChanged event) {
    Engine present = engine;
    if (present == null) {
      return;
    }
    Camera camera = cameras.get(event.cameraId());
    Running before = running.get(camera.id());
    if (!camera.isRecorded()) {
      if (before != null) {
        close(camera.id(), before);
      }
    } else if (before != null) {
      CameraAddress address = findAddress(camera).orElse(null);
      if (!Objects.equals(before.address(), address)) {
        before.closeStream();
        running.put(camera.id(), connect(before.watched(), address));
      }
    } else if (present.recorder().findTrack(camera.id().toString()).isPresent()) {
      // Switched off a moment ago: what was received is still being written.
      var _ =
          present
              .timer()
              .schedule(
                  () -> changed(event), UNTIL_TRACK_HAS_ENDED.toMillis(), TimeUnit.MILLISECONDS);
    } else {
      open(camera, Optional.empty());
    }
  }

  private void recover(StorageRoot root) {
    Set<String> known = recordedTime.files();
    for (Recovered found : Recovery.scan(root, known::contains)) {
      switch (found) {
        case Recovered.Kept kept -> {
          journal.closed(kept.segment());
          LOG.info("recovered {}: {} pictures", kept.file(), kept.segment().frames());
        }
        case Recovered.Removed removed -> LOG.info("removed the empty file {}", removed.file());
        case Recovered.Unreadable unreadable ->
            LOG.warn("left {} as it is: {}", unreadable.file(), unreadable.reason());
      }
    }
  }

  /// @param accounted until when it is known what was recorded and why the rest was not, where the
  ///   recorder was not running since; empty when recording was just switched on
  private void open(Camera camera, Optional<Instant> accounted) {
    try {
      RecordingTrack track = engine().recorder().open(camera.id().toString(), accounted);
      CameraAddress address = findAddress(camera).orElse(null);
      running.put(camera.id(), connect(new WatchedTrack(track, clock), address));
    } catch (IllegalStateException fault) {
      LOG.error("camera {} cannot be recorded", camera.code(), fault);
    }
  }

  private Running connect(WatchedTrack watched, @Nullable CameraAddress address) {
    StreamListener listener = watched.renew();
    if (address == null) {
      listener.onState(UNREADABLE);
      return new Running(watched, null, null);
    }
    return new Running(watched, engine().ingest().open(address, listener), address);
  }

  private void close(UUID cameraId, Running camera) {
    camera.closeStream();
    camera.watched().track().close();
    running.remove(cameraId);
    board.report(cameraId, CameraHealth.off(clock.instant()));
  }

  /// Empty where it cannot be read: that camera's health says so, and the others are recorded.
  private Optional<CameraAddress> findAddress(Camera camera) {
    try {
      CameraCredentials credentials = cameras.credentials(camera.id());
      String uri = camera.findAddress().orElseThrow().toString();
      String username = credentials.username();
      String password = credentials.password();
      return Optional.of(
          username == null
              ? CameraAddress.of(uri)
              : CameraAddress.of(uri, username, password == null ? "" : password));
    } catch (RuntimeException unreadable) {
      LOG.error("the address of camera {} cannot be read", camera.code(), unreadable);
      return Optional.empty();
    }
  }

  private synchronized void reportHealth() {
    if (engine == null) {
      return;
    }
    try {
      CameraHealth.Storage disk =
          switch (engine.recorder().health().disk()) {
            case WRITING -> CameraHealth.Storage.OK;
            case FULL -> CameraHealth.Storage.FULL;
            case FAILING, MISSING -> CameraHealth.Storage.FAILED;
          };
      running.forEach((id, camera) -> board.report(id, camera.watched().health(disk)));
    } catch (RuntimeException fault) {
      LOG.error("the cameras' health could not be reported", fault);
    }
  }

  /// What came of a camera; nothing for one that is not recorded.
  public synchronized StreamCounters counters(UUID cameraId) {
    Running camera = running.get(cameraId);
    return camera == null ? StreamCounters.NONE : camera.watched().counters();
  }

  /// How the recorder is; empty while stopped.
  public synchronized Optional<RecorderHealth> findHealth() {
    return Optional.ofNullable(engine).map(present -> present.recorder().health());
  }

  private Engine engine() {
    if (engine == null) {
      throw new IllegalStateException("the recorder is not running");
    }
    return engine;
  }
}
