package anbinh.identity.provider;

/// What a session that the provider opened keeps of it.
///
/// @param id the provider's own name for its session (`sid`); empty where it has none
/// @param secondFactor whether it asked for a second factor that is trusted here
/// @param token the identity token, which the provider wants to see when somebody leaves
public record ProviderSession(String id, boolean secondFactor, String token) {
  @Override
  public String toString() {
    return "ProviderSession[]";
  }
}
