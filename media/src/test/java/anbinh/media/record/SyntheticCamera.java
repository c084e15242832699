package anbinh.media.record;

import anbinh.media.AccessUnit;
import anbinh.media.Bytes;
import anbinh.media.Codec;
import anbinh.media.SenderReport;
import anbinh.media.StreamListener;
import anbinh.media.StreamState;
import anbinh.media.VideoFormat;
import anbinh.media.mp4.Ticks;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;

/// A camera made of numbers: pictures with clocks that drift, jump and jitter as a test wants, sent
/// as fast as the test runs. Pictures are no real video, but well-formed NAL units.
final class SyntheticCamera {
  static final VideoFormat FORMAT =
      new VideoFormat(
          Codec.H264,
          List.of(
              Bytes.copyOf(new byte[] {0x67, 0x42, 0x00, 0x1E, (byte) 0xA6, 0x14, 0x18}),
              Bytes.copyOf(new byte[] {0x68, (byte) 0xCE, 0x38, (byte) 0x80})),
          1920,
          1080,
          "avc1.42001E",
          0);

  private final Random random;
  private final StreamListener listener;
  private final int keyEvery;
  private final int bytes;

  /// True time since the camera was switched on; what everything else is derived from.
  private long trueNanos;

  private long rtpOrigin;
  private double rate = 1;
  private long rateSinceNanos;
  private double rateNanos;
  private long jitterNanos;
  private long turnNanos = 1;
  private long lateNanos;
  private long wallShiftNanos;
  private long heldUntilNanos;
  private double wallPpm;
  private boolean damaged;
  private OptionalLong stoppedAt = OptionalLong.empty();
  private int sent;
  private ByteBuffer[] reused = new ByteBuffer[0];
  private final List<Instant> truth = new ArrayList<>();
  final Instant born;

  SyntheticCamera(long seed, StreamListener listener, Instant born) {
    this(seed, listener, born, 30, 400);
  }

  SyntheticCamera(long seed, StreamListener listener, Instant born, int keyEvery, int bytes) {
    this.random = new Random(seed);
    this.listener = listener;
    this.born = born;
    this.keyEvery = keyEvery;
    this.bytes = bytes;
    this.rtpOrigin = random.nextLong(1L << 32);
  }

  SyntheticCamera drift(double ppm) {
    return rate(1 + ppm / 1e6);
  }

  /// From now on its clock runs so many times as fast as true time.
  SyntheticCamera rate(double times) {
    rateNanos += (trueNanos - rateSinceNanos) * rate;
    rateSinceNanos = trueNanos;
    rate = times;
    return this;
  }

  /// Receipts are read that often.
  SyntheticCamera polledEvery(Duration turn) {
    turnNanos = turn.toNanos();
    return this;
  }

  SyntheticCamera jitter(Duration most) {
    jitterNanos = most.toNanos();
    return this;
  }

  /// From now on every picture takes so much longer to arrive.
  SyntheticCamera lateBy(Duration delay) {
    lateNanos = delay.toNanos();
    return this;
  }

  /// The recorder's wall clock runs fast against its monotonic clock.
  SyntheticCamera wallDrift(double ppm) {
    wallPpm = ppm;
    return this;
  }

  void connect() {
    listener.onState(new StreamState.Connecting(1));
    rtpOrigin = random.nextLong(1L << 32) - cameraTicks(trueNanos);
    listener.onState(new StreamState.Streaming(FORMAT));
    listener.onFormat(FORMAT);
    sent = 0;
  }

  void disconnect(StreamState.Cause cause) {
    listener.onState(new StreamState.Down(cause, "test", Duration.ofSeconds(1)));
  }

  /// Sends the same bytes again and again, for measuring what recording costs.
  void reusePayload() {
    reused = new ByteBuffer[] {payload(true), payload(false)};
  }

  /// The next picture is a key picture.
  void restartGroup() {
    sent = 0;
  }

  void pass(Duration time) {
    trueNanos += time.toNanos();
  }

  /// The network holds everything back for a while and then delivers it at once.
  void delayFor(Duration time) {
    heldUntilNanos = trueNanos + time.toNanos();
  }

  void jumpTimestamps(Duration by) {
    rtpOrigin += Ticks.fromNanos(by.toNanos());
  }

  /// Packets are lost, and pictures that come are damaged, as long as this is on.
  void damage(boolean on) {
    if (on) {
      listener.onLoss(1);
    }
    damaged = on;
  }

  /// Its timestamps stay as they are until they go on from there.
  void stopClock(boolean stop) {
    if (stop) {
      stoppedAt = OptionalLong.of(pts());
    } else {
      rtpOrigin += stoppedAt.orElseThrow() - clock();
      stoppedAt = OptionalLong.empty();
    }
  }

  void setRecorderClock(Duration by) {
    wallShiftNanos += by.toNanos();
  }

  void sendFor(Duration time) {
    long pictures = time.toMillis() * 15 / 1000;
    for (long i = 0; i < pictures; i++) {
      send();
    }
  }

  /// Sends the picture taken now and lets a fifteenth of a second pass.
  AccessUnit send() {
    long delay = 5_000_000 + lateNanos + (jitterNanos == 0 ? 0 : random.nextLong(jitterNanos));
    boolean key = sent % keyEvery == 0;
    ByteBuffer payload = reused.length == 0 ? payload(key) : reused[key ? 0 : 1];
    long receipt = Math.max(trueNanos + delay, heldUntilNanos);
    receipt = (receipt + turnNanos - 1) / turnNanos * turnNanos;
    if (reused.length == 0) {
      truth.add(wall(trueNanos));
    }
    AccessUnit unit =
        new AccessUnit(payload, pts(), key && !damaged, damaged, receipt, wall(receipt));
    lend(unit);
    sent++;
    trueNanos += 1_000_000_000L / 15;
    return unit;
  }

  /// As a receiver does it: the bytes are other ones after the call.
  private void lend(AccessUnit unit) {
    AccessUnit lent = unit.copy();
    listener.onAccessUnit(lent);
    Arrays.fill(lent.payload().array(), (byte) 0xFF);
  }

  private ByteBuffer payload(boolean key) {
    int size = key ? bytes * 4 : bytes;
    ByteBuffer payload = ByteBuffer.allocate(size);
    random.nextBytes(payload.array());
    return payload.putInt(0, size - 4).put(4, (byte) (key ? 0x65 : 0x41)).asReadOnlyBuffer();
  }

  void report(Duration cameraOffset) {
    listener.onSenderReport(
        new SenderReport(wall(trueNanos).plus(cameraOffset), pts(), wall(trueNanos)));
  }

  /// True wall-clock time now, by the recorder's clock.
  Instant wall() {
    return wall(trueNanos);
  }

  long pts() {
    return stoppedAt.orElse(clock());
  }

  private long clock() {
    return rtpOrigin + cameraTicks(trueNanos);
  }

  private Instant wall(long nanos) {
    return born.plusNanos(nanos + Math.round(nanos * wallPpm / 1e6) + wallShiftNanos);
  }

  private long cameraTicks(long nanos) {
    return Ticks.fromNanos(Math.round(rateNanos + (nanos - rateSinceNanos) * rate));
  }

  /// When each picture was truly taken, in the order of sending.
  List<Instant> truth() {
    return List.copyOf(truth);
  }
}
