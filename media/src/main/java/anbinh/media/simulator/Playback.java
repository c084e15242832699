package anbinh.media.simulator;

import anbinh.media.rtsp.InterleavedChannels;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// One client's stream of a camera: sends each picture when it is due, all its packets at once, and
/// a sender report every few seconds. Loops its source without end on continuous timestamps.
final class Playback {
  private static final int PAYLOAD_TYPE = 96;
  private static final long REPORT_NANOS = 5_000_000_000L;
  private static final long NTP_TO_UNIX_SECONDS = 2_208_988_800L;

  /// Takes whole interleaved frames.
  interface Output {
    void send(ByteBuffer frame);
  }

  private final SimulatedCamera camera;
  private final InterleavedChannels channels;
  private final RandomGenerator random;
  private final InstantSource clock;
  private final Output output;
  private final long startNanos;
  private final int source;
  private final int firstTimestamp;
  private final int goodbyesBefore;
  private final ByteBuffer frame = ByteBuffer.allocate(4 + 65_535);
  private final ByteBuffer held = ByteBuffer.allocate(4 + 65_535);

  private PacketisedSource playing;
  private int next;
  private long elapsed90k;

  /// What the timestamps have counted by [#countedAt90k].
  private double counted90k;

  private long countedAt90k;
  private int sequence;
  private long nextReport;
  private long nextLive;
  private boolean awaitingKey;
  private boolean goodbyeSaid;
  private @Nullable ByteBuffer overtaken;

  Playback(
      SimulatedCamera camera,
      InterleavedChannels channels,
      RandomGenerator random,
      InstantSource clock,
      long nanos,
      Output output) {
    this.camera = camera;
    this.channels = channels;
    this.random = random;
    this.clock = clock;
    this.output = output;
    this.startNanos = nanos;
    this.nextReport = nanos;
    this.source = random.nextInt();
    this.firstTimestamp = random.nextInt();
    this.sequence = random.nextInt(0x10000);
    this.goodbyesBefore = camera.goodbyes.get();
    this.playing = camera.source;
    this.next = camera.firstPicture();
    LiveFeed feed = camera.feed;
    if (feed != null) {
      this.nextLive = feed.added();
      this.awaitingKey = true;
    }
  }

  int nextSequence() {
    return sequence;
  }

  int firstTimestamp() {
    return firstTimestamp;
  }

  /// Sends everything due by `nanos`.
  void advance(long nanos) {
    if (camera.goodbyes.get() != goodbyesBefore && !goodbyeSaid) {
      goodbyeSaid = true;
      sendGoodbye();
    }
    LiveFeed feed = camera.feed;
    if (feed != null && !goodbyeSaid) {
      advanceLive(feed, nanos);
      return;
    }
    while (!goodbyeSaid && nanos - dueNanos() >= 0) {
      if (camera.source != playing) {
        playing = camera.source;
        next = 0;
      }
      if (!camera.stalled && nanos - nextReport >= 0) {
        sendReport(nanos);
        nextReport = nanos + REPORT_NANOS;
      }
      Picture picture = playing.source().pictures().get(next);
      play(picture, playing.payloads().get(next));
      elapsed90k += picture.duration90k();
      next = next + 1 == playing.payloads().size() ? 0 : next + 1;
    }
  }

  private void advanceLive(LiveFeed feed, long nanos) {
    for (Optional<LiveFeed.Entry> due = feed.next(nextLive);
        due.isPresent();
        due = feed.next(nextLive)) {
      LiveFeed.Entry entry = due.get();
      if (!camera.stalled && nanos - nextReport >= 0) {
        sendReport(nanos);
        nextReport = nanos + REPORT_NANOS;
      }
      awaitingKey |= entry.number() != nextLive;
      nextLive = entry.number() + 1;
      elapsed90k = (entry.takenNanos() - startNanos) * 9 / 100_000;
      play(entry.picture(), entry.payloads());
    }
  }

  private long dueNanos() {
    return startNanos + elapsed90k * 100_000 / 9;
  }

  private void play(Picture picture, List<RtpPayload> payloads) {
    if (camera.stalled) {
      awaitingKey = true;
      return;
    }
    if (awaitingKey && !picture.key()) {
      return;
    }
    awaitingKey = false;
    counted90k += (elapsed90k - countedAt90k) * camera.clockRate;
    countedAt90k = elapsed90k;
    int timestamp = timestampAt(elapsed90k + picture.presentationOffset90k());
    for (int i = 0; i < payloads.size(); i++) {
      sendPacket(timestamp, payloads.get(i), i + 1 == payloads.size());
    }
    sendOvertaken();
  }

  private int timestampAt(long ticks) {
    double counted = counted90k + (ticks - countedAt90k) * camera.clockRate;
    return (int) (firstTimestamp + Math.round(counted) + camera.timestampJump90k.get());
  }

  private void sendPacket(int timestamp, RtpPayload payload, boolean last) {
    int number = sequence;
    sequence = sequence + 1 & 0xFFFF;
    if (isLost()) {
      return;
    }
    boolean marker =
        switch (camera.markers) {
          case LAST -> last;
          case NONE -> false;
          case EVERY_NAL -> payload.endsNal();
        };
    frame.clear().put((byte) '$').put((byte) channels.rtp());
    frame.putShort((short) (12 + payload.bytes().remaining()));
    frame.put((byte) 0x80).put((byte) (PAYLOAD_TYPE | (marker ? 0x80 : 0)));
    frame.putShort((short) number).putInt(timestamp).putInt(source);
    frame.put(payload.bytes().duplicate()).flip();
    if (camera.garbage) {
      byte[] noise = new byte[frame.remaining()];
      random.nextBytes(noise);
      output.send(ByteBuffer.wrap(noise));
    } else if (overtaken == null && chance(camera.reorderingRate)) {
      overtaken = held.clear().put(frame).flip();
    } else {
      deliver(frame);
      sendOvertaken();
    }
  }

  private void sendOvertaken() {
    ByteBuffer late = overtaken;
    if (late != null) {
      overtaken = null;
      deliver(late);
    }
  }

  private void deliver(ByteBuffer packet) {
    if (chance(camera.framingFaultRate)) {
      if (random.nextBoolean()) {
        packet.putShort(2, (short) (packet.remaining() + 40));
      } else {
        byte[] noise = new byte[1 + random.nextInt(200)];
        random.nextBytes(noise);
        output.send(ByteBuffer.wrap(noise));
      }
    }
    output.send(packet.duplicate());
    if (chance(camera.duplicationRate)) {
      output.send(packet.duplicate());
    }
  }

  private boolean isLost() {
    return camera.packetsToLose.getAndUpdate(count -> Math.max(0, count - 1)) > 0
        || chance(camera.lossRate);
  }

  private boolean chance(double rate) {
    return rate > 0 && random.nextDouble() < rate;
  }

  /// Sender report with a source description, which RFC 3550 §6.1 wants in every compound packet.
  private void sendReport(long nanos) {
    Instant now = clock.instant().plus(camera.clockOffset);
    long ticks = Duration.ofNanos(nanos - startNanos).toNanos() * 9 / 100_000;
    ByteBuffer report = ByteBuffer.allocate(28 + 20);
    report.put((byte) 0x80).put((byte) 200).putShort((short) 6).putInt(source);
    report.putInt((int) (now.getEpochSecond() + NTP_TO_UNIX_SECONDS));
    report.putInt((int) (((long) now.getNano() << 32) / 1_000_000_000L));
    report.putInt(timestampAt(ticks)).putInt(0).putInt(0);
    report.put((byte) 0x81).put((byte) 202).putShort((short) 4).putInt(source);
    report
        .put((byte) 1)
        .put((byte) 9)
        .put("simulated".getBytes(StandardCharsets.US_ASCII))
        .put((byte) 0);
    sendControl(report.flip());
  }

  private void sendGoodbye() {
    ByteBuffer goodbye = ByteBuffer.allocate(8);
    goodbye.put((byte) 0x81).put((byte) 203).putShort((short) 1).putInt(source);
    sendControl(goodbye.flip());
  }

  private void sendControl(ByteBuffer packet) {
    frame.clear().put((byte) '$').put((byte) channels.rtcp());
    frame.putShort((short) packet.remaining()).put(packet).flip();
    output.send(frame.duplicate());
  }
}
