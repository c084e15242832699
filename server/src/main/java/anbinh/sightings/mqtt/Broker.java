package anbinh.sightings.mqtt;

import anbinh.platform.StartFailure;
import anbinh.platform.message.SameMachine;
import com.hivemq.client.mqtt.MqttClientSslConfig;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/// Where the broker is and by what it is trusted.
///
/// @param tls null where it is spoken to unprotected, on the same machine
record Broker(String host, int port, @Nullable MqttClientSslConfig tls) {
  private static final String PREFIX = "anbinh.sightings.mqtt";
  private static final int PORT = 1883;
  private static final int TLS_PORT = 8883;

  /// Empty where none is set up.
  ///
  /// @throws StartFailure where the settings do not suffice
  static Optional<Broker> of(MqttSettings settings) {
    URI url = settings.url();
    if (url == null) {
      return Optional.empty();
    }
    boolean isProtected = "mqtts".equals(url.getScheme());
    boolean isKnown = isProtected || "mqtt".equals(url.getScheme());
    String host = url.getHost();
    if (!isKnown || host == null || url.getRawUserInfo() != null) {
      throw new StartFailure(
          PREFIX + ".url is no address of a broker.",
          "Give mqtts://HOST:PORT, and the username and password in their own settings.");
    }
    if (!isProtected && !SameMachine.isHost(host)) {
      throw new StartFailure(
          PREFIX + ".url is unprotected, and the broker is elsewhere: " + url,
          "Give mqtts://HOST:PORT, so that nobody on the way reads plates and password.");
    }
    int port = url.getPort() >= 0 ? url.getPort() : isProtected ? TLS_PORT : PORT;
    return Optional.of(new Broker(host, port, isProtected ? tls(settings.authority()) : null));
  }

  private static MqttClientSslConfig tls(@Nullable Path authority) {
    var tls = MqttClientSslConfig.builder();
    return authority == null ? tls.build() : tls.trustManagerFactory(trust(authority)).build();
  }

  private static TrustManagerFactory trust(Path authority) {
    try (InputStream in = Files.newInputStream(authority)) {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      int number = 0;
      for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        store.setCertificateEntry("authority-" + number++, each);
      }
      var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      return trust;
    } catch (IOException | GeneralSecurityException e) {
      throw new StartFailure(
          PREFIX + ".authority cannot be read: " + authority,
          "Give a file with certificates in PEM that the server may read.",
          e);
    }
  }
}
