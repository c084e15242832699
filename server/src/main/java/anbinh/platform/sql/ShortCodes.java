package anbinh.platform.sql;

import anbinh.platform.Site;
import java.time.InstantSource;
import java.time.Year;
import java.util.List;
import java.util.stream.LongStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Gives out the codes that people read to each other: `CASE-2026-0001`, `CAM-0001`.
///
/// A code is taken inside the caller's transaction, which holds the series until it ends: a change
/// that is rolled back leaves no gap, and two transactions never get the same code. More than 9,999
/// codes get five digits.
@Component
public class ShortCodes {
  private static final int NO_YEAR = 0;

  private final SqlClient database;
  private final InstantSource clock;
  private final Site site;

  ShortCodes(SqlClient database, InstantSource clock, Site site) {
    this.database = database;
    this.clock = clock;
    this.site = site;
  }

  /// The next code of this year, the year being that of the site's zone.
  @Transactional(propagation = Propagation.MANDATORY)
  public String nextOfYear(String prefix) {
    int year = Year.from(clock.instant().atZone(site.zone())).getValue();
    return "%s-%d-%04d".formatted(prefix, year, take(prefix, year, 1));
  }

  /// So many codes in a row of a year.
  @Transactional(propagation = Propagation.MANDATORY)
  public List<String> ofYear(String prefix, int year, int count) {
    long last = take(prefix, year, count);
    return LongStream.rangeClosed(last - count + 1, last)
        .mapToObj(number -> "%s-%d-%04d".formatted(prefix, year, number))
        .toList();
  }

  /// The next code of a series that goes on over the years.
  @Transactional(propagation = Propagation.MANDATORY)
  public String next(String prefix) {
    return "%s-%04d".formatted(prefix, take(prefix, NO_YEAR, 1));
  }

  /// So many codes in a row of a series that goes on over the years.
  @Transactional(propagation = Propagation.MANDATORY)
  public List<String> next(String prefix, int count) {
    long last = take(prefix, NO_YEAR, count);
    return LongStream.rangeClosed(last - count + 1, last)
        .mapToObj(number -> "%s-%04d".formatted(prefix, number))
        .toList();
  }

  private long take(String prefix, int year, int count) {
    return database.get(
        Long.class,
        """
        insert into platform.short_code (prefix, year, last) values (:prefix, :year, :count)
        on conflict (prefix, year) do update set last = short_code.last + :count
        returning last
        """,
        Values.of("prefix", prefix).and("year", year).and("count", count));
  }
}
