package anbinh.sightings.onvif;

import anbinh.cameras.CameraChanged;
import anbinh.cameras.CameraNetwork;
import anbinh.media.ingest.CameraAddress;
import anbinh.media.ingest.Ingest;
import anbinh.media.ingest.IngestOptions;
import anbinh.media.ingest.Stream;
import anbinh.platform.OnlyWhenServing;
import anbinh.platform.background.PollingWorker;
import anbinh.recording.RecordingSettings;
import anbinh.sightings.source.SightingIntake;
import anbinh.sightings.source.SightingSource.Kind;
import anbinh.sightings.source.SightingSources;
import anbinh.sightings.source.SourceActivities;
import anbinh.sightings.source.SourceActivity;
import anbinh.sightings.source.SourceConnection.State;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/// Keeps the metadata streams of cameras open, on connections of their own, and stores what passed.
/// Passes wait in memory while the database is away.
@Component
@OnlyWhenServing
class OnvifWorker extends PollingWorker {
  private static final Logger LOG = LoggerFactory.getLogger(OnvifWorker.class);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);
  private static final Duration IDLE = Duration.ofHours(1);
  private static final Duration BETWEEN = Duration.ofSeconds(1);

  private static final int MAX_ROWS = 1_000;
  private static final int MAX_WAITING = 20_000;

  private final OnvifCameras cameras;
  private final CameraNetwork network;
  private final RecordingSettings recording;
  private final SightingIntake intake;
  private final SightingSources sources;
  private final SourceActivities activities;
  private final InstantSource clock;
  private final Map<String, Followed> streams = new HashMap<>();

  /// The codes of cameras whose connection is told of.
  private final Set<String> told = new HashSet<>();

  /// Rows that wait, and those in hand until they are stored.
  private final Deque<Map<String, Object>> waiting = new ArrayDeque<>();

  private final List<Map<String, Object>> inHand = new ArrayList<>();

  /// Goes up with each change of the register, and of what is switched on.
  private final AtomicLong registerVersion = new AtomicLong(1);

  private long followedVersion;
  private @Nullable Ingest ingest;

  private record Followed(CameraAddress address, MetadataStream metadata, Stream stream) {}

  OnvifWorker(
      OnvifCameras cameras,
      CameraNetwork network,
      RecordingSettings recording,
      SightingIntake intake,
      SightingSources sources,
      SourceActivities activities,
      InstantSource clock) {
    super("metadata of cameras", AFTER_FAILURE);
    this.cameras = cameras;
    this.network = network;
    this.recording = recording;
    this.intake = intake;
    this.sources = sources;
    this.activities = activities;
    this.clock = clock;
  }

  @Override
  protected Duration round() {
    UUID source = sources.get(Kind.ONVIF);
    long latest = registerVersion.get();
    if (latest != followedVersion) {
      follow(activities.of(source));
      followedVersion = latest;
    }
    streams.values().forEach(each -> each.metadata().endGone());
    store(source);
    return streams.isEmpty() ? IDLE : BETWEEN;
  }

  /// Opens and closes streams, as the register has it now.
  private void follow(SourceActivity activity) {
    Ingest present = ingest;
    if (present == null) {
      present =
          new Ingest(
              IngestOptions.DEFAULTS
                  .withAllowBasic(recording.allowBasic())
                  .withAllowed(network::allows),
              clock,
              () -> {});
      ingest = present;
    }
    Map<String, Optional<CameraAddress>> wanted = cameras.addresses();
    for (String code : List.copyOf(told)) {
      if (!wanted.containsKey(code)) {
        Followed ended = streams.remove(code);
        if (ended != null) {
          close(ended);
        }
        activity.disconnected(code);
        told.remove(code);
      }
    }
    for (var entry : wanted.entrySet()) {
      String code = entry.getKey();
      CameraAddress address = entry.getValue().orElse(null);
      Followed before = streams.get(code);
      if (before != null && !before.address().equals(address)) {
        close(before);
        streams.remove(code);
        before = null;
      }
      told.add(code);
      if (before == null) {
        var metadata = new MetadataStream(code, activity, clock, this::add);
        if (address == null) {
          metadata.tell(State.UNREACHABLE, "it has no address, or its password cannot be read");
        } else {
          metadata.tell(State.CONNECTING, null);
          streams.put(
              code, new Followed(address, metadata, present.openMetadata(address, metadata)));
        }
      }
    }
  }

  private static void close(Followed ended) {
    ended.stream().close();
    ended.metadata().end();
  }

  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
  void changed(CameraChanged event) {
    followAnew();
  }

  /// Looks anew which cameras tell of vehicles themselves.
  void followAnew() {
    registerVersion.incrementAndGet();
    wake();
  }

  private void add(List<Map<String, Object>> rows) {
    synchronized (waiting) {
      for (Map<String, Object> row : rows) {
        if (waiting.size() == MAX_WAITING) {
          waiting.removeFirst();
          LOG.warn("the oldest of {} passes that wait for the database is lost", MAX_WAITING);
        }
        waiting.addLast(row);
      }
    }
  }

  private void store(UUID source) {
    if (inHand.isEmpty()) {
      takeInHand();
    }
    while (!inHand.isEmpty()) {
      intake.take(source, inHand);
      inHand.clear();
      takeInHand();
    }
  }

  private void takeInHand() {
    synchronized (waiting) {
      while (inHand.size() < MAX_ROWS && !waiting.isEmpty()) {
        inHand.add(waiting.removeFirst());
      }
    }
  }

  /// What is followed at the end is told as passes that ended then.
  @Override
  public void stop() {
    super.stop();
    Ingest present = ingest;
    if (present == null) {
      return;
    }
    ingest = null;
    present.close();
    streams.values().forEach(each -> each.metadata().end());
    streams.clear();
    try {
      store(sources.get(Kind.ONVIF));
    } catch (RuntimeException e) {
      LOG.warn("passes that cameras told of last are lost", e);
    }
  }
}
