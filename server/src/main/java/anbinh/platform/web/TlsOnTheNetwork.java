package anbinh.platform.web;

import anbinh.platform.StartFailure;
import anbinh.platform.settings.PlatformSettings;
import java.net.InetAddress;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Refuses to start where sessions and footage would go over the network in the clear, unless the
/// settings say that something else has TLS there.
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class TlsOnTheNetwork implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
  private final boolean elsewhere;

  TlsOnTheNetwork(PlatformSettings settings) {
    this.elsewhere = settings.tlsElsewhere();
  }

  @Override
  public void customize(TomcatServletWebServerFactory server) {
    InetAddress address = server.getAddress();
    boolean here = address != null && address.isLoopbackAddress();
    if (!here && !elsewhere && !Ssl.isEnabled(server.getSsl())) {
      throw new StartFailure(
          "the server would listen on the network without TLS (server.address="
              + (address == null ? "" : address.getHostAddress())
              + ")",
          "Give it a certificate (docs/guide/running.md, TLS), or leave server.address at 127.0.0.1"
              + " behind a proxy that has one; where the proxy is another machine or a container,"
              + " set anbinh.tls-elsewhere=true.");
    }
  }
}
