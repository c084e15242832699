package anbinh.subject.request;

import anbinh.platform.OnlyWhenServing;
import anbinh.platform.background.BackgroundWork;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// Erases who asked some time after the end, hourly.
@Component
@OnlyWhenServing
class DataRequestClock extends BackgroundWork {
  private static final Duration BETWEEN = Duration.ofHours(1);
  private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);

  private final DataRequests requests;

  DataRequestClock(DataRequests requests) {
    super("data requests", AFTER_FAILURE);
    this.requests = requests;
  }

  @Override
  protected Duration round() {
    boolean more = true;
    while (more && isRunning()) {
      more = requests.eraseOld() > 0;
    }
    return BETWEEN;
  }
}
