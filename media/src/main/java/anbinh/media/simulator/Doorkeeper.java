package anbinh.media.simulator;

import anbinh.media.rtsp.Challenge;
import anbinh.media.rtsp.Credentials;
import anbinh.media.rtsp.DigestAlgorithm;
import anbinh.media.rtsp.RtspRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// The server's side of authentication (RFC 7616 §3.4, RFC 7617) on one connection.
final class Doorkeeper {
  private static final String REALM = "simulated camera";

  private final SimulatedCamera camera;
  private final long connection;

  Doorkeeper(SimulatedCamera camera, long connection) {
    this.camera = camera;
    this.connection = connection;
  }

  /// The challenge to send, or empty when the request may pass.
  Optional<String> challenge(RtspRequest request) {
    return switch (camera.access) {
      case Access.Open _ -> Optional.empty();
      case Access.Basic(Credentials credentials) ->
          passesBasic(request, credentials)
              ? Optional.empty()
              : Optional.of("Basic realm=\"" + REALM + "\"");
      case Access.Digest digest -> challengeDigest(request, digest);
    };
  }

  private static boolean passesBasic(RtspRequest request, Credentials credentials) {
    String pair = credentials.username() + ":" + credentials.password();
    String expected = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    return request.headers().find("Authorization").orElse("").equals("Basic " + expected);
  }

  private Optional<String> challengeDigest(RtspRequest request, Access.Digest access) {
    DigestAlgorithm algorithm = access.algorithm();
    String nonce = algorithm.hash(connection + "/" + camera.nonceGeneration.get());
    List<Challenge> answers = Challenge.parse(request.headers().list("Authorization"));
    boolean stale = false;
    for (Challenge answer : answers) {
      if (answer.scheme().equals("digest") && isRight(answer, request, access)) {
        if (answer.parameter("nonce").equals(nonce)) {
          return Optional.empty();
        }
        stale = true;
      }
    }
    return Optional.of(
        "Digest realm=\""
            + REALM
            + "\", nonce=\""
            + nonce
            + "\", algorithm="
            + algorithm.token()
            + (access.qop() ? ", qop=\"auth,auth-int\"" : "")
            + (stale ? ", stale=true" : ""));
  }

  private static boolean isRight(Challenge answer, RtspRequest request, Access.Digest access) {
    DigestAlgorithm algorithm = access.algorithm();
    Credentials credentials = access.credentials();
    String secret =
        algorithm.hash(credentials.username() + ":" + REALM + ":" + credentials.password());
    String target = algorithm.hash(request.method() + ":" + request.uri());
    String nonce = answer.parameter("nonce");
    String expected =
        access.qop()
            ? algorithm.hash(
                String.join(
                    ":",
                    secret,
                    nonce,
                    answer.parameter("nc"),
                    answer.parameter("cnonce"),
                    "auth",
                    target))
            : algorithm.hash(secret + ":" + nonce + ":" + target);
    return answer.parameter("username").equals(credentials.username())
        && answer.parameter("uri").equals(request.uri())
        && answer.parameter("response").equals(expected);
  }
}
