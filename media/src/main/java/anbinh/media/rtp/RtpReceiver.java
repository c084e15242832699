package anbinh.media.rtp;

import anbinh.media.Codec;
import anbinh.media.SenderReport;
import anbinh.media.StreamListener;
import anbinh.media.codec.NalSyntax;
import anbinh.media.codec.ParameterSets;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;

/// Receives one video track: takes its RTP and RTCP packets in order of arrival and calls a
/// [StreamListener] with formats, units, losses and sender reports. For one thread; whatever the
/// listener throws passes through.
///
/// Packets that repeat or come late are dropped: over TCP nothing overtakes, so what is missing at
/// a gap does not come any more. A new synchronisation source is taken as a gap.
public final class RtpReceiver {
  /// So many packets in a row without one that can be read end the stream.
  private static final int MAXIMUM_UNREADABLE = 200;

  /// The types of RTCP packets, 200 to 207, without their highest bit.
  private static final int FIRST_RTCP = 72;

  private static final int LAST_RTCP = 79;

  private final int payloadType;
  private final StreamListener listener;
  private final AccessUnitAssembler assembler;
  private final Depacketiser depacketiser;
  private final SequenceTracker sequences = new SequenceTracker();
  private boolean sourceKnown;
  private int source;
  private int unreadable;
  private boolean ended;

  /// @param announced parameter sets known beforehand, as from SDP; further ones are added to it
  /// @param maximumUnitBytes a longer access unit is taken as damage
  public RtpReceiver(
      Codec codec,
      int payloadType,
      ParameterSets announced,
      int maximumUnitBytes,
      StreamListener listener) {
    this.payloadType = payloadType;
    this.listener = listener;
    this.assembler =
        new AccessUnitAssembler(NalSyntax.of(codec), announced, maximumUnitBytes, listener);
    this.depacketiser = Depacketiser.of(codec, assembler);
  }

  /// Pictures that came whole, delivered or not.
  public long picturesSeen() {
    return assembler.picturesSeen();
  }

  public long picturesDelivered() {
    return assembler.picturesDelivered();
  }

  /// Of those delivered, the ones that are not damaged.
  public long picturesSound() {
    return assembler.picturesSound();
  }

  /// Key pictures not delivered because no usable parameter sets had come.
  public long keysWithoutFormat() {
    return assembler.keysWithoutFormat();
  }

  /// Pictures seen, while a key picture was waited for, at which a gradual refresh begins.
  public long gradualRefreshes() {
    return assembler.gradualRefreshes();
  }

  /// Whether the sender has said goodbye.
  public boolean ended() {
    return ended;
  }

  /// Takes an RTP packet.
  public void rtp(ByteBuffer bytes, long nanos, Instant at) throws MalformedStreamException {
    Optional<RtpPacket> parsed = RtpPacket.parse(bytes);
    if (parsed.isEmpty()) {
      countUnreadable("bytes that are not RTP");
      return;
    }
    RtpPacket packet = parsed.get();
    if (packet.payloadType() != payloadType) {
      passOver(packet, bytes, at);
      return;
    }
    followSource(packet.source());
    int missing = sequences.accept(packet.sequence());
    if (missing == SequenceTracker.OLD) {
      return;
    }
    if (missing != 0) {
      lose(Math.max(1, missing));
    }
    assembler.receivedAt(nanos, at);
    if (packet.payload().hasRemaining() && !depacketiser.accept(packet)) {
      lose(0);
      countUnreadable(depacketiser.describe(packet));
      return;
    }
    unreadable = 0;
    if (packet.marker()) {
      assembler.marker();
    }
  }

  /// Takes an RTCP packet.
  public void rtcp(ByteBuffer bytes, Instant at) {
    for (RtcpPacket part : RtcpPacket.parse(bytes)) {
      switch (part) {
        case RtcpPacket.SenderClock clock -> {
          if (!sourceKnown || clock.source() == source) {
            listener.onSenderReport(
                new SenderReport(
                    clock.time(), assembler.extender().nearest(clock.timestamp()), at));
          }
        }
        case RtcpPacket.Goodbye goodbye -> {
          if (sourceKnown && goodbye.sources().contains(source)) {
            ended = true;
          }
        }
      }
    }
  }

  /// Says that bytes of the connection had to be skipped, so that packets may be missing even where
  /// sequence numbers do not show it.
  public void skipped() {
    lose(0);
  }

  /// A packet of another payload type: RTCP where the camera sends both on one channel (RFC 5761
  /// §4), otherwise one that counts in the same sequence but holds no video.
  private void passOver(RtpPacket packet, ByteBuffer bytes, Instant at)
      throws MalformedStreamException {
    if (packet.payloadType() >= FIRST_RTCP && packet.payloadType() <= LAST_RTCP) {
      rtcp(bytes, at);
      return;
    }
    if (sourceKnown && packet.source() == source && sequences.accept(packet.sequence()) > 0) {
      lose(0);
    }
    countUnreadable("RTP payload type " + packet.payloadType() + " instead of " + payloadType);
  }

  private void lose(int packets) {
    assembler.damage();
    listener.onLoss(packets);
  }

  private void followSource(int sender) {
    if (!sourceKnown) {
      sourceKnown = true;
      source = sender;
    } else if (source != sender) {
      source = sender;
      sequences.reset();
      lose(1);
    }
  }

  private void countUnreadable(String what) throws MalformedStreamException {
    if (++unreadable > MAXIMUM_UNREADABLE) {
      throw new MalformedStreamException("more than " + MAXIMUM_UNREADABLE + " times " + what);
    }
  }
}
