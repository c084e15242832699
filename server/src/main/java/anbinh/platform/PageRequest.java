package anbinh.platform;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which part of a list is asked for: `?limit=&after=`; a controller takes it as a parameter.
///
/// @param limit 1…200
/// @param key the sort key of the last item already seen, as text parts; empty at the start
public record PageRequest(int limit, List<String> key) {
  public static final int DEFAULT_LIMIT = 50;
  public static final int MAXIMUM_LIMIT = 200;
  private static final String SEPARATOR = "\u001f";

  public PageRequest {
    key = List.copyOf(key);
  }

  /// Reads the two parameters; a wrong one is a [Problem] that names it.
  public static PageRequest parse(@Nullable String limit, @Nullable String after) {
    return new PageRequest(parseLimit(limit), parseKey(after));
  }

  /// How many rows to read: one more than the limit shows whether there is a next page.
  public int rows() {
    return limit + 1;
  }

  /// One part of the key, parsed; a key that another list gave out is a [Problem].
  public <K> Optional<K> key(int part, KeyParser<K> parser) {
    if (key.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(parser.parse(key.get(part)));
    } catch (RuntimeException e) {
      throw Problem.invalid("after", "cursor").because(e);
    }
  }

  static String opaque(List<String> key) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(String.join(SEPARATOR, key).getBytes(StandardCharsets.UTF_8));
  }

  private static int parseLimit(@Nullable String limit) {
    if (limit == null || limit.isEmpty()) {
      return DEFAULT_LIMIT;
    }
    try {
      int value = Integer.parseInt(limit);
      if (value >= 1 && value <= MAXIMUM_LIMIT) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw Problem.invalid("limit", "range", 1, MAXIMUM_LIMIT).because(e);
    }
    throw Problem.invalid("limit", "range", 1, MAXIMUM_LIMIT);
  }

  private static List<String> parseKey(@Nullable String after) {
    if (after == null || after.isEmpty()) {
      return List.of();
    }
    try {
      String text = new String(Base64.getUrlDecoder().decode(after), StandardCharsets.UTF_8);
      List<String> key = List.of(text.split(SEPARATOR, -1));
      if (key.stream().allMatch(Inbound::isPlain)) {
        return key;
      }
    } catch (IllegalArgumentException e) {
      throw Problem.invalid("after", "cursor").because(e);
    }
    throw Problem.invalid("after", "cursor");
  }

  /// Turns a part of a key back into a value; throws any unchecked exception when it cannot.
  @FunctionalInterface
  public interface KeyParser<K> {
    K parse(String text);
  }
}
