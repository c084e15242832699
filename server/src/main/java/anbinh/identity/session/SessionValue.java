package anbinh.identity.session;

import static java.nio.charset.StandardCharsets.UTF_8;

/// What a session holds of a name, as it is stored: a text, a number or a truth in UTF-8, and
/// before it a letter for which. No object of Java is ever read from the table, which could run
/// anything.
final class SessionValue {
  private static final char TEXT = 't';
  private static final char NUMBER = 'n';
  private static final char TRUTH = 'b';

  private SessionValue() {}

  static byte[] write(Object value) {
    char kind =
        switch (value) {
          case String _ -> TEXT;
          case Long _ -> NUMBER;
          case Boolean _ -> TRUTH;
          default -> throw new IllegalArgumentException("A session holds no " + value.getClass());
        };
    return (kind + value.toString()).getBytes(UTF_8);
  }

  /// @throws IllegalArgumentException when the server never wrote it
  static Object read(byte[] stored) {
    String value = stored.length == 0 ? "" : new String(stored, 1, stored.length - 1, UTF_8);
    return switch (stored.length == 0 ? 0 : stored[0]) {
      case TEXT -> value;
      case NUMBER -> Long.valueOf(value);
      case TRUTH -> value.equals("true");
      default -> throw new IllegalArgumentException("A value of a session that is none.");
    };
  }
}
