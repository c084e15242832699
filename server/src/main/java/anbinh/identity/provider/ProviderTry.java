package anbinh.identity.provider;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A sign-in at the provider that was begun and waits for its answer. The session keeps it as text,
/// so that no stored class can go stale.
///
/// @param state what the provider must bring back
/// @param nonce what the identity token must hold the hash of
/// @param verifier the secret of PKCE (RFC 7636)
/// @param confirms who confirms that it is them; null for a sign-in
/// @param invitation the secret of an invitation; null without
public record ProviderTry(
    String state,
    String nonce,
    String verifier,
    Instant begun,
    @Nullable UUID confirms,
    @Nullable String invitation) {
  /// After so long the answer is no longer taken.
  public static final Duration LASTS = Duration.ofMinutes(10);

  private static final String NONE = "-";
  private static final int PARTS = 6;

  public String text() {
    return String.join(
        " ",
        state,
        nonce,
        verifier,
        begun.toString(),
        confirms == null ? NONE : confirms.toString(),
        invitation == null ? NONE : invitation);
  }

  /// Reads [#text]; empty for anything else.
  public static Optional<ProviderTry> parse(@Nullable Object text) {
    if (!(text instanceof String line)) {
      return Optional.empty();
    }
    String[] parts = line.split(" ", -1);
    if (parts.length != PARTS) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new ProviderTry(
              parts[0],
              parts[1],
              parts[2],
              Instant.parse(parts[3]),
              NONE.equals(parts[4]) ? null : UUID.fromString(parts[4]),
              NONE.equals(parts[5]) ? null : parts[5]));
    } catch (DateTimeParseException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "ProviderTry[]";
  }
}
