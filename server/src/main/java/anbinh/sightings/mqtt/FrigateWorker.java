package anbinh.sightings.mqtt;

import anbinh.platform.FieldProblem;
import anbinh.platform.OnlyWhenServing;
import anbinh.platform.background.PollingWorker;
import anbinh.sightings.source.SightingIntake;
import anbinh.sightings.source.SightingSource.Kind;
import anbinh.sightings.source.SightingSources;
import anbinh.sightings.source.SourceActivities;
import anbinh.sightings.source.SourceActivity;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Stores what Frigate's events tell, in the order in which they come, and acknowledges them after
/// that.
@Component
@OnlyWhenServing
class FrigateWorker extends PollingWorker {
  private static final Logger LOG = LoggerFactory.getLogger(FrigateWorker.class);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);
  private static final Duration IDLE = Duration.ofHours(1);
  private static final int MAX_EVENTS = 100;

  private final Optional<Broker> broker;
  private final MqttSettings settings;
  private final SightingIntake intake;
  private final SightingSources sources;
  private final SourceActivities activities;
  private final InstantSource clock;
  private final Map<String, String> cameras;

  /// Those that wait, and those in hand until they are stored. What finds no room is not
  /// acknowledged, so that the broker tells it again.
  private final BlockingQueue<Mqtt5Publish> waiting =
      new LinkedBlockingQueue<>(2 * BrokerConnection.MAX_UNACKNOWLEDGED);

  private final List<Mqtt5Publish> inHand = new ArrayList<>();
  private @Nullable BrokerConnection connection;
  private volatile boolean isWarned;

  FrigateWorker(
      MqttSettings settings,
      SightingIntake intake,
      SightingSources sources,
      SourceActivities activities,
      InstantSource clock) {
    super("events of Frigate", AFTER_FAILURE);
    this.broker = Broker.of(settings);
    this.settings = settings;
    this.intake = intake;
    this.sources = sources;
    this.activities = activities;
    this.clock = clock;
    this.cameras = settings.codes();
  }

  @Override
  protected Duration round() {
    if (broker.isEmpty()) {
      return IDLE;
    }
    UUID source = sources.get(Kind.MQTT);
    SourceActivity activity = activities.of(source);
    if (connection == null) {
      connection =
          BrokerConnection.open(broker.get(), settings, activity::connection, clock, this::take);
    }
    if (inHand.isEmpty()) {
      waiting.drainTo(inHand, MAX_EVENTS);
    }
    store(source, activity);
    inHand.forEach(Mqtt5Publish::acknowledge);
    inHand.clear();
    return waiting.isEmpty() ? IDLE : Duration.ZERO;
  }

  private void take(Mqtt5Publish event) {
    if (event.getQos() == MqttQos.AT_MOST_ONCE && !isWarned) {
      isWarned = true;
      LOG.warn(
          "events of Frigate come without acknowledgement, so that those are lost that come while"
              + " this server is away: set mqtt.qos to 1 in Frigate");
    }
    if (waiting.offer(event)) {
      wake();
    }
  }

  private void store(UUID source, SourceActivity activity) {
    List<FrigateEvent> events =
        inHand.stream()
            .map(each -> FrigateEventReader.read(each.getPayloadAsBytes(), cameras))
            .toList();
    List<Map<String, Object>> rows =
        events.stream()
            .filter(FrigateEvent.Passed.class::isInstance)
            .map(each -> ((FrigateEvent.Passed) each).row())
            .toList();
    if (!rows.isEmpty()) {
      intake.take(source, rows);
    }
    // Counted once, also where storing had to be tried again.
    for (FrigateEvent event : events) {
      if (event instanceof FrigateEvent.Malformed(String camera, FieldProblem problem)) {
        activity.refused(camera, List.of(problem), clock.instant());
      }
    }
  }

  @Override
  public void stop() {
    super.stop();
    BrokerConnection open = connection;
    if (open != null) {
      open.close();
      connection = null;
    }
  }
}
