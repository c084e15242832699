package anbinh.seal.figures;

import anbinh.seal.json.Json;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/// What entries of a log count, by day. Counts that are zero are left out.
///
/// Not thread-safe: one per publication.
public final class Counts {
  private final ZoneId zone;
  private final LocalDate first;
  private final Map<LocalDate, Map<CountOf, Long>> days = new TreeMap<>();

  /// @param zone where a day begins
  /// @param first the first day that was not published before; what is older counts on it
  public Counts(ZoneId zone, LocalDate first) {
    this.zone = zone;
    this.first = first;
  }

  /// Counts an entry.
  ///
  /// @param facts those of its leaf
  public void add(Instant at, String type, Map<String, Json> facts) {
    for (CountOf what : CountOf.values()) {
      add(at, what, what.in(type, facts));
    }
  }

  void add(Instant at, CountOf what, long change) {
    if (change != 0) {
      LocalDate day = at.atZone(zone).toLocalDate();
      days.computeIfAbsent(day.isBefore(first) ? first : day, _ -> new EnumMap<>(CountOf.class))
          .merge(what, change, Long::sum);
    }
  }

  /// The counts.
  public Map<LocalDate, Map<CountOf, Long>> days() {
    return Collections.unmodifiableMap(days);
  }

  /// The form in which an entry publishes counts.
  public static Json.Obj json(Map<LocalDate, Map<CountOf, Long>> days) {
    Map<String, Json> members = new TreeMap<>();
    days.forEach((day, counts) -> {
      Map<String, Json> numbers = new TreeMap<>();
      counts.forEach((what, count) -> numbers.put(what.name(), Json.of(count)));
      members.put(day.toString(), new Json.Obj(numbers));
    });
    return new Json.Obj(members);
  }
}
