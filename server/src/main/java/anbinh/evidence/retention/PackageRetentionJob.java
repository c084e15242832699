package anbinh.evidence.retention;

import anbinh.platform.OnlyWhenServing;
import anbinh.platform.background.PollingWorker;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Deletes the packages whose time is over, hourly, and goes on with what a killed server left.
@Component
@OnlyWhenServing
class PackageRetentionJob extends PollingWorker {
  private static final Logger LOG = LoggerFactory.getLogger(PackageRetentionJob.class);
  private static final Duration BETWEEN = Duration.ofHours(1);
  private static final Duration AGAIN = Duration.ofMinutes(1);

  private final PackageDeletion deletion;
  private final KeepTerm term;

  PackageRetentionJob(PackageDeletion deletion, KeepTerm term) {
    super("kept packages", AGAIN);
    this.deletion = deletion;
    this.term = term;
  }

  @Override
  protected Duration round() {
    return keepTime(term.now()) ? BETWEEN : AGAIN;
  }

  /// Deletes what is due; one that cannot be deleted now does not keep the others from it.
  ///
  /// @return false when something is left to do
  boolean keepTime(Instant now) {
    boolean done = true;
    for (UUID due : deletion.listDue(now)) {
      done &= tried(due, () -> deletion.note(due, now));
    }
    for (UUID noted : deletion.listUncertified()) {
      done &= tried(noted, () -> deletion.finish(noted));
    }
    return done;
  }

  private interface Step {
    boolean take() throws IOException;
  }

  private boolean tried(UUID request, Step step) {
    try {
      return isRunning() && step.take();
    } catch (IOException | RuntimeException e) {
      LOG.warn("the package of request {}, whose time is over, cannot be deleted now", request, e);
      return false;
    }
  }
}
