package anbinh.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import anbinh.seal.tree.Hash;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which part of a list is asked for: `?limit=&after=`; a controller takes it as a parameter.
///
/// What a list gives out for `after` bears a checksum over the list's path, so that a changed one,
/// or one of another list, is told as such instead of leading somewhere.
///
/// @param list the path of the list
/// @param limit 1…200
/// @param key the sort key of the last item already seen, as text parts; empty at the start
public record PageRequest(String list, int limit, List<String> key) {
  public static final int DEFAULT_LIMIT = 50;
  public static final int MAXIMUM_LIMIT = 200;
  private static final String SEPARATOR = "\u001f";
  private static final int CHECKSUM_BYTES = 6;

  public PageRequest {
    key = List.copyOf(key);
  }

  /// Reads the two parameters; a wrong one is a [Problem] that names it.
  public static PageRequest parse(String list, @Nullable String limit, @Nullable String after) {
    return new PageRequest(list, parseLimit(limit), parseKey(list, after));
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

  /// The identifier after which a list goes on that is ordered by one; null at its start.
  public @Nullable UUID after() {
    return key(0, UUID::fromString).orElse(null);
  }

  String opaque(List<String> next) {
    byte[] text = String.join(SEPARATOR, next).getBytes(UTF_8);
    byte[] marked = Arrays.copyOf(checksum(list, text), CHECKSUM_BYTES + text.length);
    System.arraycopy(text, 0, marked, CHECKSUM_BYTES, text.length);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(marked);
  }

  private static byte[] checksum(String list, byte[] text) {
    byte[] hash = Hash.sha256(list.getBytes(UTF_8), new byte[1], text).bytes();
    return Arrays.copyOf(hash, CHECKSUM_BYTES);
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

  private static List<String> parseKey(String list, @Nullable String after) {
    if (after == null || after.isEmpty()) {
      return List.of();
    }
    try {
      byte[] marked = Base64.getUrlDecoder().decode(after);
      int start = Math.min(CHECKSUM_BYTES, marked.length);
      byte[] text = Arrays.copyOfRange(marked, start, marked.length);
      if (Arrays.equals(marked, 0, start, checksum(list, text), 0, CHECKSUM_BYTES)) {
        List<String> key = List.of(new String(text, UTF_8).split(SEPARATOR, -1));
        if (key.stream().allMatch(Inbound::isPlain)) {
          return key;
        }
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
