package anbinh.demo.casework;

import anbinh.platform.OnlyWhenServing;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// The address at which this server answers on its own machine.
@Component
@OnlyWhenServing
class OwnServer {
  private final ServerProperties settings;
  private final Environment environment;

  OwnServer(ServerProperties settings, Environment environment) {
    this.settings = settings;
    this.environment = environment;
  }

  /// Once it answers; empty where it has TLS itself, whose certificate names other hosts.
  Optional<URI> find() {
    Integer port = environment.getProperty("local.server.port", Integer.class);
    if (port == null || Ssl.isEnabled(settings.getSsl())) {
      return Optional.empty();
    }
    InetAddress listens = settings.getAddress();
    InetAddress here =
        listens == null || listens.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : listens;
    try {
      return Optional.of(new URI("http", null, here.getHostAddress(), port, "/", null, null));
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
