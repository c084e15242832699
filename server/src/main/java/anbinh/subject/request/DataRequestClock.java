package anbinh.subject.request;

import anbinh.platform.OnlyWhenServing;
import anbinh.platform.background.HourlyWork;
import org.springframework.stereotype.Component;

/// Erases who asked some time after the end, hourly.
@Component
@OnlyWhenServing
class DataRequestClock extends HourlyWork {
  private final DataRequests requests;

  DataRequestClock(DataRequests requests) {
    super("data requests");
    this.requests = requests;
  }

  @Override
  protected int some() {
    return requests.eraseOld();
  }
}
