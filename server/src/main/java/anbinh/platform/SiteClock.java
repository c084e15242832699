package anbinh.platform;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/// The time at the place that this installation serves: moments in microseconds, which is what the
/// database keeps, and days by the calendar of the place. Safe for many threads.
@Component
public class SiteClock {
  private final InstantSource source;
  private final ZoneId zone;

  public SiteClock(InstantSource source, Site site) {
    this.source = source;
    this.zone = site.zone();
  }

  public Instant now() {
    return source.instant();
  }

  public LocalDate today() {
    return dayOf(now());
  }

  /// The day at the place on which a moment falls.
  public LocalDate dayOf(Instant moment) {
    return LocalDate.ofInstant(moment, zone);
  }

  /// The last moment of a day at the place.
  public Instant endOf(LocalDate day) {
    return day.plusDays(1).atStartOfDay(zone).toInstant().minus(1, ChronoUnit.MICROS);
  }

  public ZoneId zone() {
    return zone;
  }
}
