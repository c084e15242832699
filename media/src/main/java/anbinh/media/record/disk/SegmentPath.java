package anbinh.media.record.disk;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The name of a segment file below its storage root, as [anbinh.media.record] specifies it.
///
/// @param startMillis UTC milliseconds at which the file was begun
/// @param openId eight hexadecimal digits
public record SegmentPath(String cameraKey, long startMillis, String openId) {
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
  private static final Pattern RELATIVE =
      Pattern.compile("([A-Za-z0-9][A-Za-z0-9._-]{0,63})/(\\d{8})/(\\d{1,15})-([0-9a-f]{8})\\.mp4");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuuMMdd").withZone(ZoneOffset.UTC);

  public static void requireKey(String cameraKey) {
    if (!KEY.matcher(cameraKey).matches()) {
      throw new IllegalArgumentException(
          "A camera key has 1 to 64 letters, digits, dots, dashes and underscores and begins with a"
              + " letter or digit; \""
              + cameraKey
              + "\" does not.");
    }
  }

  public static Optional<SegmentPath> parse(String relative) {
    Matcher matcher = RELATIVE.matcher(relative);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    SegmentPath path =
        new SegmentPath(matcher.group(1), Long.parseLong(matcher.group(3)), matcher.group(4));
    return path.relative().equals(relative) ? Optional.of(path) : Optional.empty();
  }

  public String folder() {
    return cameraKey + "/" + DAY.format(Instant.ofEpochMilli(startMillis));
  }

  public String relative() {
    return folder() + "/" + startMillis + "-" + openId + ".mp4";
  }
}
