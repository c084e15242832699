package anbinh.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.media.AccessUnit;
import anbinh.media.Codec;
import anbinh.media.codec.ParameterSets;
import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/// No packets whatever may break the receiver, and whatever they are, a unit that is delivered is a
/// whole number of NAL units.
class RtpReceiverFuzzTest {
  private static final List<String> KNOWN =
      List.of(
          "Z00AKeKQCgC3YC3AQEBpB4kRUA==",
          "aO48gA==",
          "QAEMAf//AWAAAAMAkAAAAwAAAwBdlZgJ",
          "QgEBAWAAAAMAkAAAAwAAAwBdoAKAgC0WWVmkkyvAWgIAAAMAAgAAAwAeEA==",
          "RAHBcrRiQA==");

  @FuzzTest(maxDuration = "1m")
  void survivesAnyPackets(FuzzedDataProvider data) {
    Codec codec = data.consumeBoolean() ? Codec.H264 : Codec.H265;
    ParameterSets announced = new ParameterSets(codec);
    KNOWN.forEach(set -> announced.add(ByteBuffer.wrap(Base64.getDecoder().decode(set))));
    RecordingListener listener = new RecordingListener();
    RtpReceiver receiver = new RtpReceiver(codec, 96, announced, 1 << 16, listener);
    RtpPackets packets = new RtpPackets();
    try {
      while (data.remainingBytes() > 0) {
        int kind = data.consumeInt(0, 15);
        byte[] bytes = data.consumeBytes(data.consumeInt(0, 100));
        if (kind == 0) {
          receiver.rtp(ByteBuffer.wrap(bytes), 1, Instant.EPOCH);
        } else if (kind == 1) {
          receiver.rtcp(ByteBuffer.wrap(bytes), Instant.EPOCH);
        } else if (kind == 2) {
          packets.sequence += data.consumeInt(-3, 3);
        } else {
          ByteBuffer packet =
              packets.packet(data.consumeByte(), data.consumeBoolean(), ByteBuffer.wrap(bytes));
          receiver.rtp(packet, 1, Instant.EPOCH);
        }
      }
    } catch (MalformedStreamException givenUp) {
      assertThat(givenUp).hasMessageStartingWith("more than");
    }
    assertThat(listener.units.isEmpty() || !listener.formats.isEmpty()).isTrue();
    listener.units.forEach(RtpReceiverFuzzTest::check);
  }

  private static void check(AccessUnit unit) {
    ByteBuffer payload = unit.payload().duplicate();
    assertThat(payload.hasRemaining()).isTrue();
    while (payload.hasRemaining()) {
      int length = payload.getInt();
      assertThat(length).isBetween(1, payload.remaining());
      payload.position(payload.position() + length);
    }
  }
}
