package anbinh.sightings.mqtt;

import anbinh.sightings.source.SourceConnection;
import anbinh.sightings.source.SourceConnection.State;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5ConnAckException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5SubAckException;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// The connection to the broker: it is opened again by itself, and the broker keeps for a week what
/// came meanwhile, as far as its own limits let it. Safe for many threads.
final class BrokerConnection implements AutoCloseable {
  /// As many messages may wait here for their acknowledgement; the broker keeps the others.
  static final int MAX_UNACKNOWLEDGED = 1_000;

  private static final int MAX_BYTES = 1 << 20;
  private static final Duration KEPT = Duration.ofDays(7);
  private static final Duration KEEP_ALIVE = Duration.ofSeconds(30);
  private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
  private static final Duration LAST_RETRY = Duration.ofSeconds(10);
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private final String host;
  private final Consumer<SourceConnection> states;
  private final InstantSource clock;
  private final Mqtt5AsyncClient client;

  private BrokerConnection(
      Broker broker,
      MqttSettings settings,
      Consumer<SourceConnection> states,
      InstantSource clock) {
    this.host = broker.host();
    this.states = states;
    this.clock = clock;
    var builder =
        Mqtt5Client.builder()
            .identifier(settings.clientId())
            .serverHost(broker.host())
            .serverPort(broker.port())
            .automaticReconnect()
            .initialDelay(FIRST_RETRY.toMillis(), TimeUnit.MILLISECONDS)
            .maxDelay(LAST_RETRY.toMillis(), TimeUnit.MILLISECONDS)
            .applyAutomaticReconnect()
            .addConnectedListener(_ -> tell(State.CONNECTED, null))
            .addDisconnectedListener(lost -> tell(lost.getCause()));
    if (broker.tls() != null) {
      builder = builder.sslConfig(broker.tls());
    }
    String username = settings.username();
    String password = settings.password();
    if (username != null) {
      var signIn = builder.simpleAuth().username(username);
      if (password != null) {
        signIn = signIn.password(password.getBytes(StandardCharsets.UTF_8));
      }
      builder = signIn.applySimpleAuth();
    }
    this.client = builder.buildAsync();
  }

  /// Connects from now on.
  ///
  /// @param states is told each change
  /// @param take is given each message, on a thread that must not wait, and acknowledges it
  static BrokerConnection open(
      Broker broker,
      MqttSettings settings,
      Consumer<SourceConnection> states,
      InstantSource clock,
      Consumer<Mqtt5Publish> take) {
    var connection = new BrokerConnection(broker, settings, states, clock);
    connection.open(settings.topicPrefix() + "/events", take);
    return connection;
  }

  private void open(String topic, Consumer<Mqtt5Publish> take) {
    tell(State.CONNECTING, null);
    // Before connecting, since the broker begins with what it has kept.
    client.publishes(MqttGlobalPublishFilter.ALL, take, true);
    var _ =
        client
            .connectWith()
            .cleanStart(false)
            .sessionExpiryInterval(KEPT.toSeconds())
            .keepAlive((int) KEEP_ALIVE.toSeconds())
            .restrictions()
            .receiveMaximum(MAX_UNACKNOWLEDGED)
            .maximumPacketSize(MAX_BYTES)
            .applyRestrictions()
            .send()
            .thenCompose(
                _ -> client.subscribeWith().topicFilter(topic).qos(MqttQos.AT_LEAST_ONCE).send())
            .whenComplete((_, failure) -> {
              if (failure != null) {
                tell(failure);
              }
            });
  }

  private void tell(Throwable failure) {
    Throwable cause = failure;
    while ((cause instanceof CompletionException || isWrapper(cause)) && cause.getCause() != null) {
      cause = cause.getCause();
    }
    State state =
        switch (cause) {
          case Mqtt5ConnAckException _ -> State.NOT_ACCEPTED;
          case Mqtt5SubAckException _ -> State.NOT_ACCEPTED;
          case SSLException _ -> State.NOT_TRUSTED;
          default -> State.UNREACHABLE;
        };
    tell(state, Objects.toString(cause.getMessage(), cause.getClass().getSimpleName()));
  }

  /// The client's own, which says less than what it is about.
  private static boolean isWrapper(Throwable failure) {
    return failure instanceof com.hivemq.client.mqtt.exceptions.ConnectionFailedException
        || failure instanceof com.hivemq.client.mqtt.exceptions.ConnectionClosedException;
  }

  private void tell(State state, @Nullable String detail) {
    states.accept(new SourceConnection(host, state, clock.instant(), detail));
  }

  /// Leaves; what was not acknowledged the broker tells again.
  @Override
  public void close() {
    client
        .disconnect()
        .orTimeout(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
        .exceptionally(_ -> null)
        .join();
  }
}
