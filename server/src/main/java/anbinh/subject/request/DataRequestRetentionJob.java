package anbinh.subject.request;

import anbinh.platform.OnlyWhenServing;
import anbinh.platform.background.HourlyJob;
import org.springframework.stereotype.Component;

/// Erases who asked some time after the end, hourly.
@Component
@OnlyWhenServing
class DataRequestRetentionJob extends HourlyJob {
  private final DataRequests requests;

  DataRequestRetentionJob(DataRequests requests) {
    super("data requests");
    this.requests = requests;
  }

  @Override
  protected int some() {
    return requests.eraseOld();
  }
}
