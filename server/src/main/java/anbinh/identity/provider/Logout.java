package anbinh.identity.provider;

/// The provider's word that somebody left there (OpenID Connect Back-Channel Logout 1.0 §2.4).
///
/// @param session the provider's session that ended; empty for all of the subject's
/// @param subject empty where it names the session alone
public record Logout(String session, String subject) {}
