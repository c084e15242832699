package anbinh.platform;

/// What sort of thing went wrong, and so which HTTP status a [Problem] has.
public enum ProblemKind {
  BAD_REQUEST(400),
  UNAUTHORISED(401),
  FORBIDDEN(403),
  NOT_FOUND(404),
  METHOD_NOT_ALLOWED(405),
  NOT_ACCEPTABLE(406),
  CONFLICT(409),
  /// It was there, and was deleted for good.
  GONE(410),
  PRECONDITION_FAILED(412),
  TOO_LARGE(413),
  UNSUPPORTED_MEDIA_TYPE(415),
  RANGE_NOT_SATISFIABLE(416),
  TOO_MANY(429),
  INTERNAL(500),
  /// What was stored is no longer there or no longer what it was.
  DATA_LOSS(500),
  /// Something needed cannot be reached at present; asking again later may succeed.
  UNAVAILABLE(503),
  /// Disk, memory or another bounded thing is used up.
  EXHAUSTED(507);

  private final int status;

  ProblemKind(int status) {
    this.status = status;
  }

  public int status() {
    return status;
  }

  /// Whether the fault is ours, so that the log keeps the stack.
  public boolean fault() {
    return this == INTERNAL || this == DATA_LOSS;
  }
}
