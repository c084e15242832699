package anbinh.platform;

import java.time.InstantSource;
import java.time.Year;
import org.springframework.jdbc.core.simple.JdbcClient;
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

  private final JdbcClient database;
  private final InstantSource clock;
  private final Site site;

  ShortCodes(JdbcClient database, InstantSource clock, Site site) {
    this.database = database;
    this.clock = clock;
    this.site = site;
  }

  /// The next code of this year, the year being that of the site's zone.
  @Transactional(propagation = Propagation.MANDATORY)
  public String nextOfYear(String prefix) {
    int year = Year.from(clock.instant().atZone(site.zone())).getValue();
    return "%s-%d-%04d".formatted(prefix, year, next(prefix, year));
  }

  /// The next code of a series that goes on over the years.
  @Transactional(propagation = Propagation.MANDATORY)
  public String next(String prefix) {
    return "%s-%04d".formatted(prefix, next(prefix, NO_YEAR));
  }

  private long next(String prefix, int year) {
    return database
        .sql(
            """
            insert into platform.short_code (prefix, year, last) values (?, ?, 1)
            on conflict (prefix, year) do update set last = short_code.last + 1
            returning last
            """)
        .params(prefix, year)
        .query(Long.class)
        .single();
  }
}
