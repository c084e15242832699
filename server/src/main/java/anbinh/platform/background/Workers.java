package anbinh.platform.background;

import anbinh.platform.OnlyWhenServing;
import anbinh.platform.ReadOnlyMode;
import java.util.List;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// All work in the background: it begins when all else has started, recording among it, and ends
/// before all else stops.
@Component
@OnlyWhenServing
class Workers implements SmartLifecycle {
  private final List<PollingWorker> workers;
  private final ReadOnlyMode readOnly;
  private volatile boolean running;

  Workers(List<PollingWorker> workers, ReadOnlyMode readOnly) {
    this.workers = List.copyOf(workers);
    this.readOnly = readOnly;
  }

  @Override
  @EventListener(ApplicationReadyEvent.class)
  @Order(Ordered.HIGHEST_PRECEDENCE) // the demonstration is filled beside it
  public void start() {
    running = true;
    workers.forEach(worker -> worker.start(readOnly));
  }

  /// Spring would start it among the others.
  @Override
  public boolean isAutoStartup() {
    return false;
  }

  @Override
  public void stop() {
    running = false;
    workers.forEach(PollingWorker::stop);
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
