package anbinh.recording.monitor;

import anbinh.cameras.Camera;
import anbinh.cameras.CameraHealth;
import anbinh.cameras.HealthBoard;
import anbinh.media.record.log.ClockEvidence;
import anbinh.platform.OnlyWhenServing;
import anbinh.recording.ingest.CameraRecorder;
import anbinh.recording.ingest.StreamCounters;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Recording in numbers: `anbinh_camera_*` for each camera whose recording is switched on, by its
/// code, and `anbinh_footage_*` and `anbinh_recording_*` for all. What is not known is `NaN`. A
/// province connects 68,000 cameras and an installation records a few hundred of them: those that
/// are not recorded have no meters.
@Component
@OnlyWhenServing
class RecordingMetrics implements MeterBinder {
  private final HealthBoard board;
  private final CameraRecorder recorder;
  private final Map<UUID, List<Meter>> followed = new HashMap<>();

  private volatile @Nullable MeterRegistry registry;
  private volatile @Nullable RecordingStatus status;

  RecordingMetrics(HealthBoard board, CameraRecorder recorder) {
    this.board = board;
    this.recorder = recorder;
  }

  @Override
  public void bindTo(MeterRegistry bound) {
    registry = bound;
    of(
        bound,
        "footage.disk.writable",
        "1 while footage can be written",
        null,
        now -> now.disk().state() == FootageDisk.State.WRITABLE && !now.failing() ? 1 : 0);
    of(
        bound,
        "footage.disk.free",
        "room on the footage disk",
        "bytes",
        now -> now.disk().freeBytes());
    of(
        bound,
        "footage.disk.total",
        "size of the footage disk",
        "bytes",
        now -> now.disk().totalBytes());
    of(
        bound,
        "footage.disk.full.in",
        "when the footage disk will be full; +Inf while there is room for all that is kept",
        "seconds",
        now ->
            Optional.ofNullable(now.fullIn())
                .map(RecordingMetrics::seconds)
                .orElse(Double.POSITIVE_INFINITY));
    of(bound, "footage.lost.files", "files that are gone or altered", null, now -> now.lostFiles());
    of(
        bound,
        "recording.cameras.switched.on",
        "cameras that should be recorded",
        null,
        now -> now.requested());
    of(
        bound,
        "recording.cameras.recording",
        "cameras that are recorded",
        null,
        now -> now.recording());
    of(bound, "recording.alerts", "alerts that stand", null, now -> now.alerts());
  }

  private void of(
      MeterRegistry bound,
      String name,
      String description,
      @Nullable String unit,
      ToDoubleFunction<RecordingStatus> value) {
    Gauge.builder(
            "anbinh." + name,
            this,
            metrics -> {
              RecordingStatus now = metrics.status;
              return now == null ? Double.NaN : value.applyAsDouble(now);
            })
        .description(description)
        .baseUnit(unit)
        .register(bound);
  }

  /// Has meters for these cameras and no others. On the monitor's thread.
  void follow(List<Camera> cameras, RecordingStatus now) {
    status = now;
    MeterRegistry bound = registry;
    if (bound == null) {
      return;
    }
    var gone = new HashSet<>(followed.keySet());
    for (Camera camera : cameras) {
      gone.remove(camera.id());
      followed.computeIfAbsent(camera.id(), _ -> register(bound, camera));
    }
    gone.forEach(id ->
        Optional.ofNullable(followed.remove(id)).ifPresent(all -> all.forEach(bound::remove)));
  }

  private List<Meter> register(MeterRegistry bound, Camera camera) {
    // Meters hold what they measure weakly: the board and the recorder stay.
    var meters = new CameraMeters(bound, camera);
    meters.states();
    meters.gauge(
        "recording",
        "1 while pictures arrive and are written",
        null,
        health ->
            health.connection() == CameraHealth.Connection.CONNECTED
                    && health.storage() == CameraHealth.Storage.OK
                ? 1
                : 0);
    meters.gauge("bitrate", "video that comes", "bits_per_second", CameraHealth::bitsPerSecond);
    meters.gauge(
        "frame.rate", "pictures that come", "frames_per_second", CameraHealth::framesPerSecond);
    meters.gauge(
        "damaged",
        "share of the pictures of the last minute or two that are damaged",
        "ratio",
        health -> health.quality().damagedShare());
    meters.gauge(
        "clock.offset",
        "the camera's clock minus ours",
        "seconds",
        health -> {
          Long offset = health.clockOffsetMillis();
          return offset == null ? Double.NaN : offset / 1000.0;
        });
    meters.times();
    meters.counter("frames", "pictures that came", null, StreamCounters::frames);
    meters.counter("received", "video that came", "bytes", StreamCounters::bytes);
    meters.counter("losses", "how often packets did not come", null, StreamCounters::losses);
    meters.counter(
        "lost.packets",
        "packets that did not come, as far as the camera numbers them",
        null,
        StreamCounters::lostPackets);
    meters.counter(
        "damaged.frames",
        "pictures kept although parts of them, or of one they refer to, never came",
        null,
        StreamCounters::damagedFrames);
    meters.counter(
        "dropped.frames",
        "pictures that came and were not written",
        null,
        StreamCounters::droppedFrames);
    meters.counter(
        "gap",
        "not recorded although it should have been",
        "seconds",
        counters -> seconds(counters.missing()));
    return meters.all;
  }

  private final class CameraMeters {
    private final MeterRegistry bound;
    private final Camera camera;
    private final UUID id;
    private final List<Meter> all = new ArrayList<>();

    CameraMeters(MeterRegistry bound, Camera camera) {
      this.bound = bound;
      this.camera = camera;
      this.id = camera.id();
    }

    void states() {
      for (CameraHealth.Connection state : CameraHealth.Connection.values()) {
        add(
            Gauge.builder(
                    "anbinh.camera.state", board, now -> now.of(id).connection() == state ? 1 : 0)
                .tag("state", state.name().toLowerCase(Locale.ROOT))
                .description("1 for the state that the camera is in"));
      }
    }

    void times() {
      for (ClockEvidence.Source source : ClockEvidence.Source.values()) {
        add(
            Gauge.builder(
                    "anbinh.camera.times",
                    recorder,
                    now -> now.counters(id).times() == source ? 1 : 0)
                .tag("source", source.name().toLowerCase(Locale.ROOT))
                .description("1 for where the times of its pictures come from"));
      }
      add(
          Gauge.builder(
                  "anbinh.camera.timestamp.rate", recorder, now -> now.counters(id).timestampRate())
              .description("at which the camera's timestamps run; 1 as declared")
              .baseUnit("ratio"));
    }

    void gauge(
        String name,
        String description,
        @Nullable String unit,
        ToDoubleFunction<CameraHealth> value) {
      add(
          Gauge.builder("anbinh.camera." + name, board, now -> value.applyAsDouble(now.of(id)))
              .description(description)
              .baseUnit(unit));
    }

    void counter(
        String name,
        String description,
        @Nullable String unit,
        ToDoubleFunction<StreamCounters> value) {
      all.add(
          FunctionCounter.builder(
                  "anbinh.camera." + name, recorder, now -> value.applyAsDouble(now.counters(id)))
              .tag("camera", camera.code())
              .description(description)
              .baseUnit(unit)
              .register(bound));
    }

    private void add(Gauge.Builder<?> gauge) {
      all.add(gauge.tag("camera", camera.code()).register(bound));
    }
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
