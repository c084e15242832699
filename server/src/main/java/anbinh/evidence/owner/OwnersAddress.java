package anbinh.evidence.owner;

import java.util.Optional;
import org.springframework.stereotype.Component;

/// The address of the owner's page with a link's secret in it. Safe for many threads.
@Component
public class OwnersAddress {
  private static final String PAGE = "/owner.html#";

  private final OwnerSettings settings;

  OwnersAddress(OwnerSettings settings) {
    this.settings = settings;
  }

  /// Whether the site says under which address owners reach this server.
  public boolean isSet() {
    return settings.address() != null;
  }

  /// The address of the page; empty where the site does not say under which one owners reach it.
  public Optional<String> find(LinkSecret link) {
    return Optional.ofNullable(settings.address()).map(base -> page(base, link));
  }

  /// The address of the page.
  ///
  /// @param base under which somebody reaches this server, where the site does not say
  public String of(LinkSecret link, String base) {
    return find(link).orElseGet(() -> page(base, link));
  }

  private static String page(String base, LinkSecret link) {
    String root = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    return root + PAGE + link.text();
  }
}
