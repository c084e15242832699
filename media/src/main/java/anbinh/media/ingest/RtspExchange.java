package anbinh.media.ingest;

import anbinh.media.StreamState.Cause;
import anbinh.media.rtsp.Authorisation;
import anbinh.media.rtsp.Challenge;
import anbinh.media.rtsp.Credentials;
import anbinh.media.rtsp.RtspHeaders;
import anbinh.media.rtsp.RtspRequest;
import anbinh.media.rtsp.RtspResponse;
import anbinh.media.rtsp.StreamFailedException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Sends RTSP requests one after the other, numbered and authorised, and pairs responses with them.
/// A wrong number is borne where only one request is unanswered. For one thread.
final class RtspExchange {
  private static final String USER_AGENT = "An Binh";

  /// A request is sent so often at most, as nonces may go stale in between.
  private static final int MAXIMUM_TRIES = 3;

  private record Pending(String method, String uri, RtspHeaders headers, int sequence, int tries) {}

  private final @Nullable Credentials credentials;
  private final boolean allowBasic;
  private final RandomGenerator random;
  private final Consumer<ByteBuffer> out;
  private int lastSequence;
  private int unanswered;
  private @Nullable Pending pending;
  private @Nullable Authorisation authorisation;
  private boolean pendingAuthorised;
  private boolean accepted;

  RtspExchange(
      @Nullable Credentials credentials,
      boolean allowBasic,
      RandomGenerator random,
      Consumer<ByteBuffer> out) {
    this.credentials = credentials;
    this.allowBasic = allowBasic;
    this.random = random;
    this.out = out;
  }

  /// Sends a request; an earlier one that is still open is forgotten.
  void send(String method, String uri, RtspHeaders headers) {
    send(method, uri, headers, 1);
  }

  private void send(String method, String uri, RtspHeaders headers, int tries) {
    Pending request = new Pending(method, uri, headers, ++lastSequence, tries);
    RtspHeaders all = RtspHeaders.NONE.with("CSeq", String.valueOf(request.sequence()));
    Authorisation answer = authorisation;
    pendingAuthorised = answer != null;
    if (answer != null) {
      all = all.with("Authorization", answer.field(method, uri));
    }
    all = all.with("User-Agent", USER_AGENT);
    for (RtspHeaders.Field field : headers.fields()) {
      all = all.with(field.name(), field.value());
    }
    pending = request;
    unanswered++;
    out.accept(new RtspRequest(method, uri, all, "").toBytes());
  }

  /// Takes a response.
  ///
  /// @return the method it answers; empty when it answers nothing open, or when the request went
  ///   out again with (other) authorisation
  Optional<String> accept(RtspResponse response) throws StreamFailedException {
    Pending request = pending;
    if (request == null || response.provisional()) {
      return Optional.empty();
    }
    boolean onlyOne = unanswered == 1;
    unanswered = Math.max(0, unanswered - 1);
    boolean numbered = response.sequence().orElse(request.sequence()) == request.sequence();
    if (!numbered && !onlyOne) {
      return Optional.empty();
    }
    pending = null;
    if (response.status() == RtspResponse.UNAUTHORISED) {
      authorise(request, response);
      return Optional.empty();
    }
    accepted |= pendingAuthorised;
    return Optional.of(request.method());
  }

  private void authorise(Pending request, RtspResponse response) throws StreamFailedException {
    Credentials known = credentials;
    if (known == null) {
      throw unauthorised("the camera wants a user name and a password");
    }
    List<Challenge> challenges = Challenge.parse(response.headers().list("WWW-Authenticate"));
    boolean stale =
        challenges.stream()
            .anyMatch(challenge -> challenge.parameter("stale").equalsIgnoreCase("true"));
    boolean mayTryAgain = !pendingAuthorised || stale || accepted;
    if (!mayTryAgain || request.tries() >= MAXIMUM_TRIES) {
      throw unauthorised("the camera refused the user name or the password");
    }
    Optional<Authorisation> chosen =
        Authorisation.choose(challenges, known, allowBasic, this::clientNonce);
    if (chosen.isEmpty()) {
      throw unauthorised(
          Authorisation.offersBasicOnly(challenges)
              ? "the camera offers Basic authentication only, which would send the password in the"
                  + " clear; turn on Digest in the camera or allow Basic for it"
              : "the camera asks for a kind of authentication that is not known");
    }
    authorisation = chosen.get();
    send(request.method(), request.uri(), request.headers(), request.tries() + 1);
  }

  private String clientNonce() {
    return String.format(Locale.ROOT, "%016x", random.nextLong());
  }

  private static StreamFailedException unauthorised(String detail) {
    return new StreamFailedException(Cause.UNAUTHORISED, detail);
  }
}
