package anbinh.seal.figures;

import anbinh.seal.json.Json;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/// What entries of a log count, by day. Counts that are zero are left out.
///
/// Not thread-safe: one per publication.
public final class Counts {
  private final LocalDate first;
  private final Map<LocalDate, Map<CountOf, Long>> days = new TreeMap<>();

  /// @param first the first day that was not published before; what is older counts on it
  public Counts(LocalDate first) {
    this.first = first;
  }

  /// Counts an event.
  ///
  /// @param day on which it was recorded, in the office's time zone
  /// @param facts its facts
  public void add(LocalDate day, String type, Map<String, Json> facts) {
    for (CountOf what : CountOf.values()) {
      add(day, what, what.in(type, facts));
    }
  }

  void add(LocalDate day, CountOf what, long change) {
    if (change != 0) {
      days.computeIfAbsent(day.isBefore(first) ? first : day, _ -> new EnumMap<>(CountOf.class))
          .merge(what, change, Long::sum);
    }
  }

  /// The counts.
  public Map<LocalDate, Map<CountOf, Long>> days() {
    return Collections.unmodifiableMap(days);
  }

  /// The form in which an event publishes counts.
  ///
  /// @param open those that anybody can count, or the others
  public static Json.Obj json(Map<LocalDate, Map<CountOf, Long>> days, boolean open) {
    Map<String, Json> members = new TreeMap<>();
    days.forEach((day, counts) -> {
      Map<String, Json> numbers = new TreeMap<>();
      counts.forEach((what, count) -> {
        if (what.isOpen() == open) {
          numbers.put(what.name(), Json.of(count));
        }
      });
      if (!numbers.isEmpty()) {
        members.put(day.toString(), new Json.Obj(numbers));
      }
    });
    return new Json.Obj(members);
  }
}
