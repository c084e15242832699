package anbinh.recording.ingest;

import java.time.Duration;

/// What came of a camera since recording of it was switched on here, for metrics.
///
/// @param lostPackets packets of the stream that did not come
/// @param missing how long nothing was recorded although it should have been
public record StreamCounters(long frames, long bytes, long lostPackets, Duration missing) {
  static final StreamCounters NONE = new StreamCounters(0, 0, 0, Duration.ZERO);
}
