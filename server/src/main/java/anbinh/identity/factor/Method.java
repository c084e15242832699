package anbinh.identity.factor;

/// How somebody shows that it is them, the strongest first.
public enum Method {
  PASSKEY,
  /// A code of an authenticator app.
  TOTP,
  /// One of the codes written down for when the rest is lost; each works once.
  RECOVERY_CODE,
  PASSWORD,
  /// At the office's identity provider.
  PROVIDER
}
