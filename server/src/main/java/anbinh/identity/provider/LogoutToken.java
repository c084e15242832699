package anbinh.identity.provider;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads the claims of a logout token whose signature is good (OpenID Connect Back-Channel Logout
/// 1.0 §2.4, §2.6).
///
/// Its `jti` is not kept: a token shown again within [#LASTS] ends sessions and opens nothing.
final class LogoutToken {
  static final Duration LASTS = Duration.ofMinutes(5);

  private static final Duration DRIFT = Duration.ofMinutes(1);
  private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

  private LogoutToken() {}

  /// Empty when it is no logout token of this issuer for this client and this time.
  static Optional<Logout> read(
      Map<String, Object> claims, String issuer, String clientId, Instant now) {
    boolean ours =
        issuer.equals(String.valueOf(claims.get("iss")))
            && claims.get("aud") instanceof Collection<?> audience
            && audience.contains(clientId)
            && claims.get("events") instanceof Map<?, ?> events
            && events.get(EVENT) instanceof Map
            && !claims.containsKey("nonce")
            && claims.get("iat") instanceof Instant issued
            && issued.isAfter(now.minus(LASTS))
            && issued.isBefore(now.plus(DRIFT));
    String session = text(claims.get("sid"));
    String subject = text(claims.get("sub"));
    return ours && !(session.isEmpty() && subject.isEmpty())
        ? Optional.of(new Logout(session, subject))
        : Optional.empty();
  }

  private static String text(@Nullable Object claim) {
    return claim instanceof String text ? text : "";
  }
}
