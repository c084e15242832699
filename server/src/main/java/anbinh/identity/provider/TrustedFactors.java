package anbinh.identity.provider;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

/// Whether an identity token says that a second factor was asked for which is trusted here: by
/// `acr` or `amr` (OpenID Connect Core 1.0 §2, RFC 8176), as the settings name them.
final class TrustedFactors {
  private TrustedFactors() {}

  static boolean in(Map<String, Object> claims, Set<String> acr, Set<String> amr) {
    return (claims.get("acr") instanceof String level && acr.contains(level))
        || (claims.get("amr") instanceof Collection<?> methods
            && methods.stream()
                .anyMatch(method -> method instanceof String name && amr.contains(name)));
  }
}
