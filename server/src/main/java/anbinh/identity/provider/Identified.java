package anbinh.identity.provider;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Somebody as the provider knows them, after everything that the protocol asks for was checked.
///
/// @param subject which the issuer gives to nobody else
/// @param session the provider's own name for its session (`sid`); empty where it has none
/// @param secondFactor whether it asked for a second factor that is trusted here
/// @param authenticatedAt when they last showed it that it is them; null where it does not say
/// @param token the identity token, for leaving
public record Identified(
    String subject,
    String session,
    boolean secondFactor,
    @Nullable Instant authenticatedAt,
    String token) {
  /// What the session keeps of it.
  public ProviderSession kept() {
    return new ProviderSession(session, secondFactor, token);
  }

  @Override
  public String toString() {
    return "Identified[]";
  }
}
