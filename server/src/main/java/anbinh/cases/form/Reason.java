package anbinh.cases.form;

import anbinh.platform.WrittenText;

/// Why somebody changes something of a case: written for whoever reads the case later.
public final class Reason {
  public static final int MIN_LENGTH = 10;
  public static final int MAX_LENGTH = 1000;

  private Reason() {}

  /// The reason without blanks around it.
  public static String stripped(String sent) {
    return WrittenText.stripped("reason", sent, MIN_LENGTH, MAX_LENGTH);
  }
}
