package anbinh.evidence.owner;

import static java.nio.charset.StandardCharsets.US_ASCII;

import anbinh.seal.tree.Hash;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/// The secret of a link: 256 random bits as 43 characters of URL-safe Base 64. It stands behind the
/// `#` of the address, which browsers do not send, so no proxy and no log sees it.
public record LinkSecret(String text) {
  /// How many characters it has.
  public static final int LENGTH = 43;

  private static final int BYTES = 32;
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{" + LENGTH + "}");

  static LinkSecret random(RandomGenerator random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new LinkSecret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /// The secret that a text is; empty when it has another form.
  public static Optional<LinkSecret> find(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new LinkSecret(text)) : Optional.empty();
  }

  /// What is kept of it: SHA-256, which is enough for what cannot be guessed.
  byte[] hash() {
    return Hash.sha256(text.getBytes(US_ASCII)).bytes();
  }

  @Override
  public String toString() {
    return "LinkSecret[…]";
  }
}
