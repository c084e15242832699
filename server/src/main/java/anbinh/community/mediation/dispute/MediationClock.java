package anbinh.community.mediation.dispute;

import anbinh.platform.OnlyWhenServing;
import anbinh.platform.background.BackgroundWork;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// Erases the content of mediations some years after the end, hourly.
@Component
@OnlyWhenServing
class MediationClock extends BackgroundWork {
  private static final Duration BETWEEN = Duration.ofHours(1);
  private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);

  private final Mediations mediations;

  MediationClock(Mediations mediations) {
    super("mediations", AFTER_FAILURE);
    this.mediations = mediations;
  }

  @Override
  protected Duration round() {
    boolean more = true;
    while (more && isRunning()) {
      more = mediations.eraseOld() > 0;
    }
    return BETWEEN;
  }
}
