package anbinh.platform;

/// What can go wrong in any feature.
public enum PlatformProblem implements ProblemCode {
  /// The body is not JSON, or not of the right shape.
  MALFORMED(ProblemKind.BAD_REQUEST),
  /// The body or a parameter breaks a rule; `errors` names every field.
  INVALID(ProblemKind.BAD_REQUEST),
  /// The address, or a parameter in it, is not properly encoded.
  BAD_ADDRESS(ProblemKind.BAD_REQUEST),
  NOT_SIGNED_IN(ProblemKind.UNAUTHORISED),
  NOT_ALLOWED(ProblemKind.FORBIDDEN),
  /// The header `X-XSRF-TOKEN` is missing, does not match the cookie, or is of another session.
  CSRF(ProblemKind.FORBIDDEN),
  /// The browser says that the page of another site sent it (`Origin`, `Sec-Fetch-Site`).
  FOREIGN_ORIGIN(ProblemKind.FORBIDDEN),
  /// The web server itself cannot read the request as HTTP.
  NOT_HTTP(ProblemKind.BAD_REQUEST),
  NOT_FOUND(ProblemKind.NOT_FOUND),
  METHOD_NOT_ALLOWED(ProblemKind.METHOD_NOT_ALLOWED),
  NOT_ACCEPTABLE(ProblemKind.NOT_ACCEPTABLE),
  UNSUPPORTED_MEDIA_TYPE(ProblemKind.UNSUPPORTED_MEDIA_TYPE),
  TOO_LARGE(ProblemKind.TOO_LARGE),
  /// Somebody else changed the same thing meanwhile, or it exists already.
  CONFLICT(ProblemKind.CONFLICT),
  UNAVAILABLE(ProblemKind.UNAVAILABLE),
  /// The log failed its check, and administrators have not decided yet.
  READ_ONLY(ProblemKind.UNAVAILABLE),
  /// A list that was sent cannot be read at all.
  LIST_UNREADABLE(ProblemKind.BAD_REQUEST),
  /// Rows of a list are wrong; nothing of it is taken.
  LIST_WRONG(ProblemKind.BAD_REQUEST),
  /// A list is not the one that was checked.
  LIST_OTHER(ProblemKind.CONFLICT),
  /// Another list is being read.
  LIST_BUSY(ProblemKind.UNAVAILABLE),
  INTERNAL(ProblemKind.INTERNAL);

  private final ProblemKind kind;

  PlatformProblem(ProblemKind kind) {
    this.kind = kind;
  }

  @Override
  public ProblemKind kind() {
    return kind;
  }
}
