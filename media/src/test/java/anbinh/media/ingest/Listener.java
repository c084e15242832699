package anbinh.media.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.media.AccessUnit;
import anbinh.media.SenderReport;
import anbinh.media.StreamListener;
import anbinh.media.StreamState;
import anbinh.media.VideoFormat;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Keeps what a stream brings and lets a test wait for a condition on it.
class Listener implements StreamListener {
  static final Duration TIMEOUT = Duration.ofSeconds(20);

  private final List<VideoFormat> formats = new ArrayList<>();
  private final List<AccessUnit> units = new ArrayList<>();
  private final List<Integer> losses = new ArrayList<>();
  private final List<SenderReport> reports = new ArrayList<>();
  private final List<StreamState> states = new ArrayList<>();

  @Override
  public synchronized void onFormat(VideoFormat format) {
    formats.add(format);
    notifyAll();
  }

  @Override
  public synchronized void onAccessUnit(AccessUnit unit) {
    units.add(unit.copy());
    notifyAll();
  }

  @Override
  public synchronized void onLoss(int packets) {
    losses.add(packets);
    notifyAll();
  }

  @Override
  public synchronized void onSenderReport(SenderReport report) {
    reports.add(report);
    notifyAll();
  }

  @Override
  public synchronized void onState(StreamState state) {
    states.add(state);
    notifyAll();
  }

  synchronized List<VideoFormat> formats() {
    return List.copyOf(formats);
  }

  synchronized List<AccessUnit> units() {
    return List.copyOf(units);
  }

  synchronized List<ByteBuffer> payloads() {
    return units.stream().map(AccessUnit::payload).toList();
  }

  synchronized List<Integer> losses() {
    return List.copyOf(losses);
  }

  synchronized List<SenderReport> reports() {
    return List.copyOf(reports);
  }

  synchronized List<StreamState> states() {
    return List.copyOf(states);
  }

  synchronized List<StreamState.Down> failures() {
    return states.stream()
        .filter(StreamState.Down.class::isInstance)
        .map(StreamState.Down.class::cast)
        .toList();
  }

  /// Waits until `condition` holds of this.
  synchronized void await(String what, Predicate<Listener> condition) throws InterruptedException {
    long deadline = System.nanoTime() + TIMEOUT.toNanos();
    while (!condition.test(this)) {
      long left = (deadline - System.nanoTime()) / 1_000_000;
      assertThat(left)
          .as("waited for %s; states %s, %s units", what, states, units.size())
          .isPositive();
      wait(left);
    }
  }

  void awaitUnits(int count) throws InterruptedException {
    await(count + " units", listener -> listener.units.size() >= count);
  }

  StreamState.Down awaitFailure() throws InterruptedException {
    await("a failure", listener -> !listener.failures().isEmpty());
    return failures().getFirst();
  }
}
