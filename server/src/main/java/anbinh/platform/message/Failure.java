package anbinh.platform.message;

/// Why a message did not go out.
public enum Failure {
  /// The mail server or the gateway cannot be reached, or does not answer in time.
  UNREACHABLE,
  /// It takes no message at present.
  BUSY,
  /// It does not accept this server: a wrong password, secret or certificate.
  NOT_ACCEPTED,
  /// It does not take this message, or does not know the address.
  REFUSED,
  /// The channel is not set up any more.
  NOT_SET_UP,
  /// This server failed at it.
  FAULT;

  /// Whether trying again can help.
  public boolean passing() {
    return switch (this) {
      case UNREACHABLE, BUSY, NOT_ACCEPTED, FAULT -> true;
      case REFUSED, NOT_SET_UP -> false;
    };
  }
}
