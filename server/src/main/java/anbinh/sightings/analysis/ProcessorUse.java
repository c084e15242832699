package anbinh.sightings.analysis;

import java.time.Duration;
import java.util.OptionalDouble;
import org.springframework.stereotype.Component;

/// How many seconds of a processor a second of video takes: the mean of the last units, in which
/// each is forgotten slowly. Safe for many threads.
@Component
public class ProcessorUse {
  /// So much of what was before counts after another unit.
  private static final double KEPT = .95;

  private double processorSeconds;
  private double videoSeconds;

  public synchronized void add(Duration processorTime, Duration video) {
    processorSeconds = processorSeconds * KEPT + processorTime.toMillis() / 1e3;
    videoSeconds = videoSeconds * KEPT + video.toMillis() / 1e3;
  }

  /// Empty before the first unit.
  public synchronized OptionalDouble perVideoSecond() {
    return videoSeconds > 0
        ? OptionalDouble.of(processorSeconds / videoSeconds)
        : OptionalDouble.empty();
  }
}
