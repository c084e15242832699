package anbinh.identity;

import java.net.URI;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// What people type to get here: the setting, or, without it, this machine, where browsers allow
/// without TLS what they elsewhere allow only with it.
@Component
public class OwnAddress {
  private final IdentitySettings settings;
  private final Environment environment;

  OwnAddress(IdentitySettings settings, Environment environment) {
    this.settings = settings;
    this.environment = environment;
  }

  /// Without a path.
  public URI get() {
    URI address = settings.address();
    return address != null
        ? address
        : URI.create("http://localhost:" + environment.getProperty("local.server.port", "8080"));
  }
}
