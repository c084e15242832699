package anbinh.identity.provider;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where a provider does what, as it says itself (OpenID Connect Discovery 1.0 §3).
///
/// @param authorization where people are sent to
/// @param token where a code is exchanged
/// @param keys with which it signs
/// @param end where people are sent to when they leave; null where it knows no such thing
/// @param secretInBody whether it takes a client's secret in the body only
record ProviderDocument(
    URI authorization, URI token, URI keys, @Nullable URI end, boolean secretInBody) {
  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  /// Reads what an issuer says; empty when it is of another issuer, lacks something, or would have
  /// people or secrets go over an open line.
  static Optional<ProviderDocument> read(String issuer, Map<?, ?> document) {
    URI authorization = address(document, "authorization_endpoint");
    URI token = address(document, "token_endpoint");
    URI keys = address(document, "jwks_uri");
    if (!issuer.equals(document.get("issuer"))
        || authorization == null
        || token == null
        || keys == null) {
      return Optional.empty();
    }
    boolean inBody =
        document.get("token_endpoint_auth_methods_supported") instanceof Iterable<?> methods
            && has(methods, "client_secret_post")
            && !has(methods, "client_secret_basic");
    return Optional.of(
        new ProviderDocument(
            authorization, token, keys, address(document, "end_session_endpoint"), inBody));
  }

  /// Whether nobody on the way can read along.
  static boolean safe(URI address) {
    return address.getHost() != null
        && ("https".equals(address.getScheme())
            || ("http".equals(address.getScheme()) && THIS_MACHINE.contains(address.getHost())));
  }

  private static @Nullable URI address(Map<?, ?> document, String name) {
    try {
      return document.get(name) instanceof String text && safe(new URI(text))
          ? new URI(text)
          : null;
    } catch (URISyntaxException e) {
      return null;
    }
  }

  private static boolean has(Iterable<?> values, String requested) {
    for (Object value : values) {
      if (requested.equals(value)) {
        return true;
      }
    }
    return false;
  }
}
