package anbinh.cases.form;

import anbinh.platform.Problem;

/// Why somebody changes something of a case: written for whoever reads the case later.
public final class Reason {
  public static final int MIN_LENGTH = 10;
  public static final int MAX_LENGTH = 1000;

  private Reason() {}

  /// The reason without blanks around it.
  public static String stripped(String sent) {
    String reason = sent.strip();
    if (reason.codePointCount(0, reason.length()) < MIN_LENGTH) {
      throw Problem.invalid("reason", "size", MAX_LENGTH, MIN_LENGTH);
    }
    return reason;
  }
}
