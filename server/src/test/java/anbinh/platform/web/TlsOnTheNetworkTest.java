package anbinh.platform.web;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.platform.StartFailure;
import anbinh.platform.settings.PlatformSettings;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.Ssl;

class TlsOnTheNetworkTest {
  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "::1"})
  void letsTheServerListenOnThisMachine(String address) {
    assertThatCode(() -> start(address, null, false)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1"})
  void refusesTheNetworkWithoutTls(String address) {
    assertThatThrownBy(() -> start(address, null, false))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("without TLS");
    assertThatThrownBy(() -> start(null, null, false)).isInstanceOf(StartFailure.class);
    assertThatThrownBy(() -> start(address, disabled(), false)).isInstanceOf(StartFailure.class);
  }

  @Test
  void letsItListenThereWithTlsOrWhereSomethingElseHasIt() {
    assertThatCode(() -> start("0.0.0.0", Ssl.forBundle("web"), false)).doesNotThrowAnyException();
    assertThatCode(() -> start("0.0.0.0", null, true)).doesNotThrowAnyException();
  }

  private static Ssl disabled() {
    var ssl = new Ssl();
    ssl.setEnabled(false);
    return ssl;
  }

  private static void start(@Nullable String address, @Nullable Ssl ssl, boolean elsewhere)
      throws UnknownHostException {
    var server = new TomcatServletWebServerFactory();
    if (address != null) {
      server.setAddress(InetAddress.getByName(address));
    }
    server.setSsl(ssl);
    PlatformSettings settings =
        new Binder(
                new MapConfigurationPropertySource(
                    Map.of("anbinh.tls-elsewhere", Boolean.toString(elsewhere))))
            .bindOrCreate("anbinh", PlatformSettings.class);
    new TlsOnTheNetwork(settings).customize(server);
  }
}
