package anbinh.cases.form;

import anbinh.platform.Problem;

/// Why somebody changes something of a case: written for whoever reads the case later.
public final class Reason {
  public static final int SHORTEST = 10;
  public static final int LONGEST = 1000;

  private Reason() {}

  /// The reason without blanks around it.
  public static String stripped(String sent) {
    String reason = sent.strip();
    if (reason.codePointCount(0, reason.length()) < SHORTEST) {
      throw Problem.invalid("reason", "size", LONGEST, SHORTEST);
    }
    return reason;
  }
}
