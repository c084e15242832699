package anbinh.platform;

import java.util.regex.Pattern;

/// The form of an e-mail address.
public final class EmailAddress {
  /// A plain address as people write it (RFC 5321), without quoted parts, comments and lists.
  public static final String FORM =
      "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*\\.[A-Za-z]{2,}";

  public static final int MAX_LENGTH = 254;

  private static final Pattern PATTERN = Pattern.compile(FORM);

  private EmailAddress() {}

  public static boolean is(String text) {
    return text.length() <= MAX_LENGTH && PATTERN.matcher(text).matches();
  }
}
