package anbinh.media.rtsp;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/// Answers one challenge for as many requests as the server lets its nonce live (RFC 7616 §3.4).
/// Where only the kind that covers bodies is offered (`auth-int`), requests are taken to have none.
/// For one thread. Its text form tells nothing.
public final class Authorisation {
  private static final String PLAIN = "auth";
  private static final String WITH_BODY = "auth-int";

  private final Challenge challenge;
  private final Credentials credentials;
  private final Supplier<String> clientNonces;
  private int count;

  private Authorisation(
      Challenge challenge, Credentials credentials, Supplier<String> clientNonces) {
    this.challenge = challenge;
    this.credentials = credentials;
    this.clientNonces = clientNonces;
  }

  /// Chooses the strongest challenge that can be answered: SHA-256 before MD5 before, if allowed,
  /// Basic.
  ///
  /// @param clientNonces gives an unpredictable word at each call
  public static Optional<Authorisation> choose(
      List<Challenge> challenges,
      Credentials credentials,
      boolean allowBasic,
      Supplier<String> clientNonces) {
    return challenges.stream()
        .filter(challenge -> strength(challenge, allowBasic) > 0)
        .max(Comparator.comparingInt(challenge -> strength(challenge, allowBasic)))
        .map(challenge -> new Authorisation(challenge, credentials, clientNonces));
  }

  /// Whether the only thing that speaks against answering is that Basic is not allowed.
  public static boolean offersBasicOnly(List<Challenge> challenges) {
    return !challenges.isEmpty()
        && challenges.stream().allMatch(challenge -> challenge.scheme().equals("basic"));
  }

  /// The value of the `Authorization` field for a request.
  public String field(String method, String uri) {
    if (challenge.scheme().equals("basic")) {
      String pair = credentials.username() + ":" + credentials.password();
      return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
    String algorithmName = challenge.parameter("algorithm");
    DigestAlgorithm algorithm =
        DigestAlgorithm.find(algorithmName).orElseThrow(IllegalStateException::new);
    String realm = challenge.parameter("realm");
    String nonce = challenge.parameter("nonce");
    String protectionKind = protection(challenge);
    boolean protection = !protectionKind.isEmpty();
    boolean session = DigestAlgorithm.isSession(algorithmName);
    String clientNonce = protection || session ? clientNonces.get() : "";
    String secret =
        algorithm.hash(credentials.username() + ":" + realm + ":" + credentials.password());
    if (session) {
      secret = algorithm.hash(secret + ":" + nonce + ":" + clientNonce);
    }
    String request =
        algorithm.hash(
            method
                + ":"
                + uri
                + (protectionKind.equals(WITH_BODY) ? ":" + algorithm.hash("") : ""));
    String counter = String.format(Locale.ROOT, "%08x", ++count);
    String response =
        protection
            ? algorithm.hash(
                String.join(":", secret, nonce, counter, clientNonce, protectionKind, request))
            : algorithm.hash(secret + ":" + nonce + ":" + request);
    StringBuilder field = new StringBuilder("Digest ");
    field.append("username=").append(quote(credentials.username()));
    field.append(", realm=").append(quote(realm));
    field.append(", nonce=").append(quote(nonce));
    field.append(", uri=").append(quote(uri));
    field.append(", response=").append(quote(response));
    if (!algorithmName.isEmpty()) {
      field.append(", algorithm=").append(algorithmName);
    }
    if (challenge.parameters().containsKey("opaque")) {
      field.append(", opaque=").append(quote(challenge.parameter("opaque")));
    }
    if (protection) {
      field.append(", qop=").append(protectionKind).append(", nc=").append(counter);
    }
    if (protection || session) {
      field.append(", cnonce=").append(quote(clientNonce));
    }
    return field.toString();
  }

  @Override
  public String toString() {
    return "Authorisation[" + challenge.scheme() + "]";
  }

  private static int strength(Challenge challenge, boolean allowBasic) {
    if (challenge.scheme().equals("basic")) {
      return allowBasic ? 1 : 0;
    }
    if (!challenge.scheme().equals("digest") || challenge.parameter("nonce").isEmpty()) {
      return 0;
    }
    boolean answerable = challenge.parameter("qop").isBlank() || !protection(challenge).isEmpty();
    return DigestAlgorithm.find(challenge.parameter("algorithm"))
        .filter(algorithm -> answerable)
        .map(algorithm -> algorithm == DigestAlgorithm.SHA_256 ? 3 : 2)
        .orElse(0);
  }

  /// The quality of protection to use; empty for that of RFC 2069.
  private static String protection(Challenge challenge) {
    List<String> offered =
        Arrays.stream(challenge.parameter("qop").split("[,\\s]+", -1))
            .map(option -> option.toLowerCase(Locale.ROOT))
            .toList();
    return offered.contains(PLAIN) ? PLAIN : offered.contains(WITH_BODY) ? WITH_BODY : "";
  }

  private static String quote(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
