package anbinh.sightings.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.testing.Await;
import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A real broker, Debian's mosquitto, that knows one username and keeps what it has when it ends in
/// peace.
public final class TestBroker implements AutoCloseable {
  static final String USERNAME = "anbinh";
  static final String PASSWORD = "mật khẩu thử";

  private final int port = freePort();
  private final int tlsPort = freePort();
  private @Nullable Path folder;
  private @Nullable Process process;

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String url() {
    return "mqtt://127.0.0.1:" + port;
  }

  /// The same by TLS, with a certificate of its own authority.
  String tlsUrl() {
    return "mqtts://127.0.0.1:" + tlsPort;
  }

  /// A file with the certificate of the authority; there once it was started.
  Path authority() {
    return Objects.requireNonNull(folder).resolve("certificate.pem");
  }

  /// One of the server's settings for it.
  public String setting(String name) {
    String value =
        switch (name) {
          case "url" -> url();
          case "username" -> USERNAME;
          case "password" -> PASSWORD;
          default -> throw new IllegalArgumentException(name);
        };
    return "anbinh.sightings.mqtt." + name + "=" + value;
  }

  public void start() {
    try {
      if (folder == null) {
        folder = prepare();
      }
      process =
          new ProcessBuilder("mosquitto", "-c", folder.resolve("mosquitto.conf").toString())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("log").toFile())
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Await.until("a broker that listens", this::listens);
  }

  private Path prepare() throws IOException {
    Path made = Files.createTempDirectory("anbinh-test-broker");
    Files.writeString(made.resolve("passwords"), USERNAME + ":" + PASSWORD + "\n");
    run("mosquitto_passwd -U passwords", made);
    run(
        "openssl req -x509 -nodes -days 2 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -subj /CN=test"
            + " -addext subjectAltName=IP:127.0.0.1 -keyout key.pem -out certificate.pem",
        made);
    Files.writeString(
        made.resolve("mosquitto.conf"),
        """
        listener %d 127.0.0.1
        listener %d 127.0.0.1
        certfile %s
        keyfile %s
        user root
        allow_anonymous false
        password_file %s
        persistence true
        persistence_location %s/
        """
            .formatted(
                port,
                tlsPort,
                made.resolve("certificate.pem"),
                made.resolve("key.pem"),
                made.resolve("passwords"),
                made));
    return made;
  }

  private static void run(String command, Path folder) throws IOException {
    try {
      Process run =
          new ProcessBuilder(command.split(" ", -1))
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("preparation").toFile())
              .start();
      assertThat(run.waitFor()).isZero();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private boolean listens() {
    try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }

  /// Ends it at once, as a power cut does.
  public void kill() {
    if (process != null) {
      process.destroyForcibly().onExit().join();
      process = null;
    }
  }

  /// Tells an event as Frigate does.
  public void publish(String json) {
    Mqtt5BlockingClient client =
        MqttClient.builder()
            .useMqttVersion5()
            .identifier("frigate-" + UUID.randomUUID())
            .serverHost("127.0.0.1")
            .serverPort(port)
            .simpleAuth()
            .username(USERNAME)
            .password(PASSWORD.getBytes(StandardCharsets.UTF_8))
            .applySimpleAuth()
            .buildBlocking();
    client.connect();
    client
        .publishWith()
        .topic("frigate/events")
        .qos(MqttQos.AT_LEAST_ONCE)
        .payload(json.getBytes(StandardCharsets.UTF_8))
        .send();
    client.disconnect();
  }

  @Override
  public void close() {
    kill();
  }
}
