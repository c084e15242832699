package anbinh.seal;

/// Says that bytes from outside do not follow the format they should follow.
///
/// The message names what is wrong and where, so that a person can mend it. It never carries a
/// secret.
public final class FormatProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// Makes a problem with the sentence to show.
  public FormatProblem(String message) {
    super(message);
  }

  /// Makes a problem with the sentence to show and what led to it.
  public FormatProblem(String message, Throwable cause) {
    super(message, cause);
  }
}
