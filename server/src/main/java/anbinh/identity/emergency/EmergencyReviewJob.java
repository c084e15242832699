package anbinh.identity.emergency;

import anbinh.platform.OnlyWhenServing;
import anbinh.platform.background.PollingWorker;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// Notes every minute which emergency accesses nobody reviewed in time.
@Component
@OnlyWhenServing
class EmergencyReviewJob extends PollingWorker {
  private static final Duration BETWEEN = Duration.ofMinutes(1);

  private final Emergencies emergencies;

  EmergencyReviewJob(Emergencies emergencies) {
    super("emergencies", BETWEEN);
    this.emergencies = emergencies;
  }

  @Override
  protected Duration round() {
    boolean more = true;
    while (more && isRunning()) {
      more = emergencies.noteOverdue() > 0;
    }
    return BETWEEN;
  }
}
