package anbinh.media.ingest;

import anbinh.media.AccessUnit;
import anbinh.media.Await;
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
  /// For probes; all of it is spent only where a test fails.
  static final Duration TIMEOUT = Duration.ofMinutes(1);

  private final List<VideoFormat> formats = new ArrayList<>();
  private final List<AccessUnit> units = new ArrayList<>();
  private final List<Integer> losses = new ArrayList<>();
  private final List<SenderReport> reports = new ArrayList<>();
  private final List<StreamState> states = new ArrayList<>();

  @Override
  public synchronized void onFormat(VideoFormat format) {
    formats.add(format);
  }

  @Override
  public synchronized void onAccessUnit(AccessUnit unit) {
    units.add(unit.copy());
  }

  @Override
  public synchronized void onLoss(int packets) {
    losses.add(packets);
  }

  @Override
  public synchronized void onSenderReport(SenderReport report) {
    reports.add(report);
  }

  @Override
  public synchronized void onState(StreamState state) {
    states.add(state);
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

  /// Waits until `condition` holds of this, as long as the stream brings anything.
  void await(String what, Predicate<Listener> condition) {
    Await.until(what + " came", this::events, () -> condition.test(this));
  }

  private synchronized long events() {
    return (long) formats.size() + units.size() + losses.size() + reports.size() + states.size();
  }

  void awaitUnits(int count) {
    await(count + " units", listener -> listener.count() >= count);
  }

  private synchronized int count() {
    return units.size();
  }

  StreamState.Down awaitFailure() {
    await("a failure", listener -> !listener.failures().isEmpty());
    return failures().getFirst();
  }
}
