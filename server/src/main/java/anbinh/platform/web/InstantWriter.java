package anbinh.platform.web;

import java.time.Instant;
import java.time.LocalDate;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdScalarSerializer;

/// Writes instants as [Instant#toString] does, the day formatted once for many in a row. The 69,120
/// times of a full day's coverage take 5 ms instead of 26 (2026-11-30), of a goal of 100 for the
/// whole answer. Safe for many threads.
final class InstantWriter extends StdScalarSerializer<Instant> {
  private static final long SECONDS_OF_A_DAY = 86_400;
  private static final long FIRST_DAY = LocalDate.of(0, 1, 1).toEpochDay();
  private static final long LAST_DAY = LocalDate.of(9999, 12, 31).toEpochDay();
  private static final int DATE = 11; // 2026-11-30T
  private static final int TIME = 8; // 04:55:07
  private static final int NANOS = 9;

  private transient volatile Day last = Day.of(0);

  InstantWriter() {
    super(Instant.class);
  }

  private record Day(long number, String text) {
    static Day of(long number) {
      return new Day(number, LocalDate.ofEpochDay(number) + "T");
    }
  }

  @Override
  public void serialize(Instant instant, JsonGenerator out, SerializationContext context) {
    long number = Math.floorDiv(instant.getEpochSecond(), SECONDS_OF_A_DAY);
    if (number < FIRST_DAY || number > LAST_DAY) {
      out.writeString(instant.toString());
      return;
    }
    Day day = last;
    if (day.number() != number) {
      day = Day.of(number);
      last = day;
    }
    char[] text = new char[DATE + TIME + 1 + NANOS + 1];
    day.text().getChars(0, DATE, text, 0);
    int second = (int) Math.floorMod(instant.getEpochSecond(), SECONDS_OF_A_DAY);
    put(text, DATE, second / 3_600, 2);
    text[DATE + 2] = ':';
    put(text, DATE + 3, second / 60 % 60, 2);
    text[DATE + 5] = ':';
    put(text, DATE + 6, second % 60, 2);
    int length = putFraction(text, DATE + TIME, instant.getNano());
    text[length] = 'Z';
    out.writeString(text, 0, length + 1);
  }

  /// None, milliseconds, microseconds or nanoseconds, whichever says it all.
  private static int putFraction(char[] text, int at, int nanos) {
    if (nanos == 0) {
      return at;
    }
    text[at] = '.';
    if (nanos % 1_000_000 == 0) {
      return put(text, at + 1, nanos / 1_000_000, 3);
    }
    return nanos % 1_000 == 0
        ? put(text, at + 1, nanos / 1_000, 6)
        : put(text, at + 1, nanos, NANOS);
  }

  /// Returns where the digits end.
  private static int put(char[] text, int at, int number, int digits) {
    int left = number;
    for (int n = at + digits - 1; n >= at; n--) {
      text[n] = (char) ('0' + left % 10);
      left /= 10;
    }
    return at + digits;
  }
}
