package anbinh.evidence.retention;

import anbinh.cases.CaseEnd;
import anbinh.platform.SiteClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/// Says until when a package is kept once its case is over for good. Safe for many threads.
@Component
class KeepTerm {
  /// Time to object, however old the paper is.
  static final Duration AFTER_CONFIRMATION = Duration.ofDays(30);

  private final KeepSettings settings;
  private final SiteClock clock;

  KeepTerm(KeepSettings settings, SiteClock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /// The days that are kept after the day of the paper.
  int keepDays() {
    return Math.toIntExact(settings.afterEnd().toDays());
  }

  /// The first moment at which it may be deleted.
  Instant until(CaseEnd end) {
    Instant byPaper = end.on().plusDays(keepDays()).atStartOfDay(clock.zone()).toInstant();
    Instant byConfirmation = end.confirmedAt().plus(AFTER_CONFIRMATION);
    return byPaper.isAfter(byConfirmation) ? byPaper : byConfirmation;
  }

  /// The latest day of a paper by which the time may be over.
  LocalDate latestPaper(Instant now) {
    return clock.dayOf(now).minusDays(keepDays());
  }

  LocalDate today() {
    return clock.today();
  }

  Instant now() {
    return clock.now();
  }
}
