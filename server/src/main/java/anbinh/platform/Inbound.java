package anbinh.platform;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/// Reads values that come from outside, in bodies and in parameters alike: one form for each.
public final class Inbound {
  /// The times that cameras, cases and logs can speak of. Near the ends of what Java or PostgreSQL
  /// can hold, adding an hour fails.
  private static final Instant MIN_TIME = Instant.parse("1900-01-01T00:00:00Z");

  private static final Instant MAX_TIME = Instant.parse("2200-01-01T00:00:00Z");
  private static final int MAX_INSTANT = 40;

  private Inbound() {}

  /// An instant in ISO 8601 with its offset, cut to microseconds: the database keeps no more, and
  /// the log and the database must agree. Empty when it is none, or not between 1900 and 2199.
  public static Optional<Instant> instant(String text) {
    if (text.length() > MAX_INSTANT) {
      return Optional.empty();
    }
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS))
          .filter(instant -> !instant.isBefore(MIN_TIME) && instant.isBefore(MAX_TIME));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /// A day in ISO 8601. Empty when it is none, or not between 1900 and 2199.
  public static Optional<LocalDate> date(String text) {
    if (text.length() > MAX_INSTANT) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(text))
          .filter(date -> date.getYear() >= 1900 && date.getYear() < 2200);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /// A UUID in its one canonical form; [UUID#fromString] alone takes shortened ones.
  public static Optional<UUID> id(String text) {
    try {
      return Optional.of(UUID.fromString(text)).filter(id -> id.toString().equalsIgnoreCase(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /// Whether a text holds nothing but what can be read and kept: no control characters but those
  /// that break lines or columns, none that change the direction of what follows them (they make a
  /// name look like another one; the marks U+200E, U+200F and U+061C are harmless and allowed), and
  /// no half of a surrogate pair.
  public static boolean isPlain(String text) {
    return text.codePoints().allMatch(Inbound::isPlain);
  }

  private static boolean isPlain(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL -> point == '\n' || point == '\r' || point == '\t';
      case Character.SURROGATE -> false;
      default -> !(point >= 0x202A && point <= 0x202E) && !(point >= 0x2066 && point <= 0x2069);
    };
  }
}
