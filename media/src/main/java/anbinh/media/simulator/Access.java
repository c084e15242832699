package anbinh.media.simulator;

import anbinh.media.rtsp.Credentials;
import anbinh.media.rtsp.DigestAlgorithm;

/// Whom a simulated camera lets in.
sealed interface Access {
  record Open() implements Access {}

  /// @param qop whether `qop="auth"` is offered, as RFC 7616 wants it and old cameras do not
  record Digest(Credentials credentials, DigestAlgorithm algorithm, boolean qop)
      implements Access {}

  record Basic(Credentials credentials) implements Access {}
}
