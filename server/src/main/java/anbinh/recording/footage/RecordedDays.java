package anbinh.recording.footage;

import anbinh.platform.SiteClock;
import anbinh.recording.Span;
import anbinh.recording.store.RecordedShares;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/// How much of each day of a month is recorded of a camera, by the calendar of the place.
@Component
@NamedInterface("services")
public class RecordedDays {
  private final RecordedShares shares;
  private final SiteClock clock;

  RecordedDays(RecordedShares shares, SiteClock clock) {
    this.shares = shares;
    this.clock = clock;
  }

  /// @param over how much of it is over
  public record Day(LocalDate on, Duration recorded, Duration over) {}

  /// The days that have begun, in order.
  public List<Day> of(UUID cameraId, YearMonth month) {
    Instant now = clock.now();
    List<Day> days = new ArrayList<>();
    for (int number = 1; number <= month.lengthOfMonth(); number++) {
      LocalDate day = month.atDay(number);
      Instant begin = day.atStartOfDay(clock.zone()).toInstant();
      Instant end = day.plusDays(1).atStartOfDay(clock.zone()).toInstant();
      // What the database cannot name is before all cameras.
      if (begin.isAfter(Instant.EPOCH) && begin.isBefore(now)) {
        var over = new Span(begin, end.isBefore(now) ? end : now);
        Duration recorded = shares.of(List.of(cameraId), over).get(cameraId);
        days.add(new Day(day, recorded == null ? Duration.ZERO : recorded, over.length()));
      }
    }
    return days;
  }
}
