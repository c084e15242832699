package anbinh.evidence.keep;

import anbinh.cases.CaseEnd;
import anbinh.platform.Site;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/// Says until when a package is kept once its case is over for good. Safe for many threads.
@Component
class KeepTerm {
  /// Time to object, however old the paper is.
  static final Duration AFTER_CONFIRMATION = Duration.ofDays(30);

  private final KeepSettings settings;
  private final InstantSource clock;
  private final Site site;

  KeepTerm(KeepSettings settings, InstantSource clock, Site site) {
    this.settings = settings;
    this.clock = clock;
    this.site = site;
  }

  /// The days that are kept after the day of the paper.
  int keepDays() {
    return Math.toIntExact(settings.afterEnd().toDays());
  }

  /// The first moment at which it may be deleted.
  Instant until(CaseEnd end) {
    Instant byPaper = end.on().plusDays(keepDays()).atStartOfDay(site.zone()).toInstant();
    Instant byConfirmation = end.confirmedAt().plus(AFTER_CONFIRMATION);
    return byPaper.isAfter(byConfirmation) ? byPaper : byConfirmation;
  }

  /// The latest day of a paper by which the time may be over.
  LocalDate latestPaper(Instant now) {
    return LocalDate.ofInstant(now, site.zone()).minusDays(keepDays());
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), site.zone());
  }

  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
