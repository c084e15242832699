package anbinh.sightings.query;

import anbinh.sightings.query.Words.Phrase;
import anbinh.sightings.query.Words.Word;
import anbinh.vision.Colour;
import anbinh.vision.Direction;
import anbinh.vision.ObjectClass;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Understands what somebody types to find a vehicle, in Vietnamese with and without accents,
/// English or Arabic: `36A 12?45 xe tải trắng thứ ba 18–20h Bá Thước`.
public final class SearchTextReader {
  private static final Words WORDS = new Words();

  /// Stands for a time that was taken out of the text.
  private static final String TAKEN = "\ue000";

  private static final String TAKEN_OUT = " " + TAKEN + " ";

  private static final String DIRECTION = "direction";
  private static final String NOISE = "noise";
  private static final Set<String> TIMES = Set.of("day", "date", "part");

  private static final String MINUTES = "(?::|" + WORDS.hour() + ")(\\d{2})";
  private static final String HOUR = "(\\d{1,2})(?:" + MINUTES + ")?";
  private static final String UNIT = "(?:" + WORDS.hour() + "|:00)";

  /// `18–20h`, `18h-20h30`, `18:00-20:00`.
  private static final Pattern HOURS =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}.-])"
              + HOUR
              + UNIT
              + "?\\s*[-–]\\s*"
              + HOUR
              + UNIT
              + "?(?![\\p{L}\\p{N}.])",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /// `8h`, `8h30`, `20:15`.
  private static final Pattern MOMENT =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}.-])(\\d{1,2})(?:"
              + MINUTES
              + "|\\s*(?:"
              + WORDS.hour()
              + "))(?![\\p{L}\\p{N}.-])",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /// `12/11`, `12/11/2026`.
  private static final Pattern DATE =
      Pattern.compile("(?<![\\p{N}/])(\\d{1,2})/(\\d{1,2})(?:/(\\d{4}))?(?![\\p{N}/])");

  /// Of a camera, such as `CAM-0412`.
  private static final Pattern CODE = Pattern.compile("\\p{L}{2,}-\\d{2,}");

  private static final Pattern OF_PLATE = Pattern.compile("[\\p{L}\\p{N}?*.\\-]+");
  private static final Pattern KNOWN = Pattern.compile("[\\p{N}?]");
  private static final int MIN_KNOWN = 3;
  private static final int AROUND_MINUTES = 30;

  private final ZoneId zone;
  private final Instant now;

  /// What was found so far.
  private final Set<ObjectClass> classes = EnumSet.noneOf(ObjectClass.class);

  private final Set<Colour> colours = EnumSet.noneOf(Colour.class);
  private @Nullable Direction direction;
  private @Nullable LocalDate day;
  private @Nullable LocalTime from;
  private @Nullable LocalTime to;
  private boolean night;

  private SearchTextReader(ZoneId zone, Instant now) {
    this.zone = zone;
    this.now = now;
  }

  /// @param now times are before it
  public static SearchText read(String typed, ZoneId zone, Instant now) {
    return new SearchTextReader(zone, now).read(typed);
  }

  private SearchText read(String typed) {
    String rest = hours(date(westernDigits(typed.replace(TAKEN, ""))));
    List<Word> words = new ArrayList<>();
    for (String raw : rest.strip().split("[\\s,;]+", -1)) {
      if (!raw.isEmpty()) {
        words.add(Word.of(raw));
      }
    }
    List<String> left = new ArrayList<>();
    StringBuilder plate = new StringBuilder();
    while (!words.isEmpty()) {
      List<Phrase> meant =
          WORDS.longestFirst().stream().filter(phrase -> phrase.begins(words)).toList();
      if (!meant.isEmpty()) {
        int length = meant.getFirst().accented().size();
        words.subList(0, length).clear();
        boolean preposition =
            isTime(words) && meant.stream().anyMatch(each -> each.kind().equals(NOISE));
        meant.stream()
            .filter(each -> each.accented().size() == length)
            // "vào thứ ba" is on Tuesday, and no way in.
            .filter(each -> !(preposition && each.kind().equals(DIRECTION)))
            .forEach(this::understand);
        continue;
      }
      String raw = words.removeFirst().raw();
      if (raw.equals(TAKEN)) {
        continue;
      }
      boolean ofPlate =
          OF_PLATE.matcher(raw).matches()
              && !CODE.matcher(raw).matches()
              && KNOWN.matcher(raw).find();
      if (ofPlate) {
        plate.append(raw);
      } else {
        left.add(raw);
      }
    }
    boolean isPlate = KNOWN.matcher(plate).results().count() >= MIN_KNOWN;
    if (!isPlate && !plate.isEmpty()) {
      left.add(plate.toString());
    }
    return new SearchText(
        isPlate ? plate.toString() : null,
        classes,
        colours,
        direction,
        span(),
        String.join(" ", left));
  }

  /// Whether words begin with a time.
  private static boolean isTime(List<Word> words) {
    return !words.isEmpty()
        && (words.getFirst().raw().equals(TAKEN)
            || WORDS.longestFirst().stream()
                .anyMatch(phrase -> TIMES.contains(phrase.kind()) && phrase.begins(words)));
  }

  private static String westernDigits(String typed) {
    return typed
        .codePoints()
        .map(point -> Character.isDigit(point) ? '0' + Character.digit(point, 10) : point)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  /// Takes a date out of the text.
  private String date(String text) {
    Matcher matcher = DATE.matcher(text);
    if (!matcher.find()) {
      return text;
    }
    LocalDate today = today();
    try {
      int year = matcher.group(3) == null ? today.getYear() : Integer.parseInt(matcher.group(3));
      LocalDate found =
          LocalDate.of(
              year, Integer.parseInt(matcher.group(2)), Integer.parseInt(matcher.group(1)));
      day = matcher.group(3) == null && found.isAfter(today) ? found.minusYears(1) : found;
    } catch (DateTimeException e) {
      return text;
    }
    return text.substring(0, matcher.start()) + TAKEN_OUT + text.substring(matcher.end());
  }

  /// Takes hours, or one moment, out of the text.
  private String hours(String text) {
    Matcher hours = HOURS.matcher(text);
    if (hours.find()) {
      LocalTime begin = time(hours.group(1), hours.group(2));
      LocalTime end = time(hours.group(3), hours.group(4));
      if (begin != null && end != null) {
        from = begin;
        to = end;
        return text.substring(0, hours.start()) + TAKEN_OUT + text.substring(hours.end());
      }
    }
    Matcher moment = MOMENT.matcher(text);
    if (moment.find()) {
      LocalTime at = time(moment.group(1), moment.group(2));
      if (at != null) {
        from = at.minusMinutes(AROUND_MINUTES);
        to = at.plusMinutes(AROUND_MINUTES);
        return text.substring(0, moment.start()) + TAKEN_OUT + text.substring(moment.end());
      }
    }
    return text;
  }

  private static @Nullable LocalTime time(String hour, @Nullable String minute) {
    int hours = Integer.parseInt(hour);
    int minutes = minute == null ? 0 : Integer.parseInt(minute);
    if (hours == 24 && minutes == 0) {
      return LocalTime.MIDNIGHT;
    }
    return hours < 24 && minutes < 60 ? LocalTime.of(hours, minutes) : null;
  }

  private void understand(Phrase phrase) {
    switch (phrase.kind()) {
      case "class" -> classes.add(ObjectClass.valueOf(phrase.value()));
      case DIRECTION -> direction = Direction.valueOf(phrase.value());
      case "colour" -> colours.add(Colour.valueOf(phrase.value()));
      case "day" ->
          day = today().with(TemporalAdjusters.previousOrSame(DayOfWeek.valueOf(phrase.value())));
      case "date" -> {
        day = phrase.value().equals("TODAY") ? today() : today().minusDays(1);
        night |= phrase.value().equals("LAST_NIGHT");
      }
      case "part" -> part(phrase.value());
      default -> {
        // Says nothing of what is sought.
      }
    }
  }

  private void part(String part) {
    if (from != null) {
      // "8 giờ tối" is 20:00.
      boolean afternoon = Set.of("AFTERNOON", "EVENING", "NIGHT").contains(part);
      if (afternoon && from.getHour() < 12 && to != null && to.getHour() <= 12) {
        from = from.plusHours(12);
        to = to.plusHours(12);
      }
      return;
    }
    switch (part) {
      case "MORNING" -> between(5, 11);
      case "NOON" -> between(11, 14);
      case "AFTERNOON" -> between(13, 18);
      case "EVENING" -> between(18, 23);
      default -> night = true;
    }
  }

  private void between(int begin, int end) {
    from = LocalTime.of(begin, 0);
    to = LocalTime.of(end, 0);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(now, zone);
  }

  /// Hours without a day are those of today, or of yesterday where they are still to come.
  private @Nullable TimeSpan span() {
    if (night && from == null) {
      between(20, 5);
    }
    LocalTime begin = from;
    LocalTime end = to;
    if (begin == null || end == null) {
      return day == null ? null : span(day, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
    }
    if (day != null) {
      return span(day, begin, end);
    }
    TimeSpan latest = span(today(), begin, end);
    return latest.from().isAfter(now) ? span(today().minusDays(1), begin, end) : latest;
  }

  private TimeSpan span(LocalDate date, LocalTime begin, LocalTime end) {
    ZonedDateTime first = date.atTime(begin).atZone(zone);
    LocalDate last = end.isAfter(begin) ? date : date.plusDays(1);
    return new TimeSpan(first.toInstant(), last.atTime(end).atZone(zone).toInstant());
  }
}
