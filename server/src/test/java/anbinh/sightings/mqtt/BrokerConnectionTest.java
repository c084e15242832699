package anbinh.sightings.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.sightings.source.SourceConnection;
import anbinh.sightings.source.SourceConnection.State;
import anbinh.testing.Await;
import anbinh.testing.Tools;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Connections to a real broker, with its own certificate.
class BrokerConnectionTest {
  private static final TestBroker BROKER = new TestBroker();

  @BeforeAll
  static void start() {
    Tools.need("mosquitto");
    BROKER.start();
  }

  @AfterAll
  static void end() {
    BROKER.close();
  }

  private static void connect(
      String url, @Nullable Path authority, String password, State expected) {
    var settings =
        new MqttSettings(
            URI.create(url),
            authority,
            TestBroker.USERNAME,
            password,
            "test-" + expected,
            "frigate",
            List.of());
    var told = new AtomicReference<@Nullable SourceConnection>();
    try (var _ =
        BrokerConnection.open(
            Broker.of(settings).orElseThrow(),
            settings,
            told::set,
            InstantSource.system(),
            _ -> {})) {
      Await.until("the state " + expected, () -> isIn(expected, told.get()));
    }
    assertThat(String.valueOf(told.get())).doesNotContain(password);
  }

  private static boolean isIn(State expected, @Nullable SourceConnection told) {
    return told != null && told.state() == expected;
  }

  @Test
  void aCertificateOfTheAuthorityIsTrusted() {
    connect(BROKER.tlsUrl(), BROKER.authority(), TestBroker.PASSWORD, State.CONNECTED);
  }

  @Test
  void anotherCertificateIsNot() {
    connect(BROKER.tlsUrl(), null, TestBroker.PASSWORD, State.NOT_TRUSTED);
  }

  @Test
  void aWrongPasswordIsTold() {
    connect(BROKER.url(), null, "wrong", State.NOT_ACCEPTED);
  }
}
