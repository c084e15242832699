package anbinh.cases.party;

import anbinh.platform.OnlyWhenServing;
import anbinh.platform.background.BackgroundWork;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// Seals the records of people at their end and erases them later, hourly.
@Component
@OnlyWhenServing
class PartyClock extends BackgroundWork {
  private static final Duration BETWEEN = Duration.ofHours(1);
  private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);

  private final Parties parties;

  PartyClock(Parties parties) {
    super("parties", AFTER_FAILURE);
    this.parties = parties;
  }

  @Override
  protected Duration round() {
    boolean more = true;
    while (more && isRunning()) {
      more = parties.keepTime(parties.today()) > 0;
    }
    return BETWEEN;
  }
}
