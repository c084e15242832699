package anbinh.media.record;

import anbinh.media.record.log.ClosedSegment;
import anbinh.media.record.log.Gap;
import anbinh.media.record.log.OpenedSegment;
import anbinh.media.record.log.SegmentLog;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A log in memory, which can be told to fail. Thread-safe.
final class MemoryLog implements SegmentLog {
  private final List<OpenedSegment> opened = new ArrayList<>();
  private final List<ClosedSegment> closed = new ArrayList<>();
  private final Map<List<Object>, Gap> gaps = new LinkedHashMap<>();
  private boolean failing;
  private int refused;

  @Override
  public synchronized void opened(OpenedSegment segment) {
    refuseWhileFailing();
    opened.add(segment);
  }

  @Override
  public synchronized void closed(ClosedSegment segment) {
    refuseWhileFailing();
    closed.add(segment);
  }

  @Override
  public synchronized void gap(Gap gap) {
    refuseWhileFailing();
    gaps.put(List.of(gap.cameraKey(), gap.from()), gap);
  }

  synchronized void fail(boolean value) {
    failing = value;
  }

  synchronized int refused() {
    return refused;
  }

  synchronized List<OpenedSegment> opened() {
    return List.copyOf(opened);
  }

  synchronized List<ClosedSegment> closed() {
    return List.copyOf(closed);
  }

  synchronized List<ClosedSegment> closed(String cameraKey) {
    return closed.stream().filter(segment -> segment.cameraKey().equals(cameraKey)).toList();
  }

  synchronized List<Gap> gaps() {
    return List.copyOf(gaps.values());
  }

  synchronized List<Gap> gaps(Gap.Cause cause) {
    return gaps.values().stream().filter(gap -> gap.cause() == cause).toList();
  }

  private void refuseWhileFailing() {
    if (failing) {
      refused++;
      throw new IllegalStateException("The log is out of order.");
    }
  }
}
