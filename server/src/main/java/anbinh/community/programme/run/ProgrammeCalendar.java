package anbinh.community.programme.run;

import anbinh.platform.Site;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/// Today, by the site's calendar, and now, as the database keeps it.
@Component
public class ProgrammeCalendar {
  private final InstantSource clock;
  private final Site site;

  ProgrammeCalendar(InstantSource clock, Site site) {
    this.clock = clock;
    this.site = site;
  }

  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), site.zone());
  }

  public Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
