package anbinh.media.rtsp;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import java.util.List;

/// Nothing that a camera may say breaks the parsers.
class RtspFuzzTest {
  @FuzzTest(maxDuration = "1m")
  void survivesAnyConnection(FuzzedDataProvider data) throws StreamFailedException {
    int[] taken = new int[1];
    InterleavedReader reader =
        new InterleavedReader(
            new InterleavedReader.Sink() {
              @Override
              public void packet(int channel, ByteBuffer payload) {
                taken[0] += payload.remaining();
              }

              @Override
              public void message(RtspMessage message) {
                taken[0] += message.toBytes().remaining();
              }

              @Override
              public void skipped(ByteBuffer bytes) {
                taken[0] += bytes.remaining();
              }
            });
    if (data.consumeBoolean()) {
      reader.expect(new InterleavedChannels(data.consumeInt(0, 254), data.consumeInt(0, 255)));
    }
    ByteBuffer arriving = ByteBuffer.allocate(1 << 18);
    while (data.remainingBytes() > 0) {
      arriving.put(data.consumeBytes(data.consumeInt(1, 400))).flip();
      reader.read(arriving);
      arriving.compact();
      assertThat(arriving.position()).isLessThanOrEqualTo(InterleavedReader.MAXIMUM_REST_BYTES);
    }
    assertThat(taken[0]).isNotNegative();
  }

  @FuzzTest(maxDuration = "1m")
  void survivesAnyMessage(FuzzedDataProvider data) {
    try {
      RtspMessage message = RtspMessage.parse(data.consumeRemainingAsString(), "");
      assertThat(message.toBytes().hasRemaining()).isTrue();
      for (Challenge challenge : Challenge.parse(message.headers().list("WWW-Authenticate"))) {
        Authorisation.choose(List.of(challenge), new Credentials("u", "p"), true, () -> "c")
            .ifPresent(chosen -> assertThat(chosen.field("PLAY", "rtsp://h/")).isNotEmpty());
      }
      message.headers().find("Transport").ifPresent(InterleavedChannels::parse);
    } catch (MalformedRtspException refused) {
      assertThat(refused).hasMessageNotContaining("\n");
    }
  }

  @FuzzTest(maxDuration = "1m")
  void survivesAnyDescriptionAndAddress(FuzzedDataProvider data) {
    String address = data.consumeString(100);
    try {
      assertThat(RtspUri.parse(RtspUri.parse(address).text()).credentials()).isNull();
    } catch (MalformedRtspException refused) {
      assertThat(refused.getMessage()).isNotEmpty();
    }
    try {
      for (SdpMedia media : Sdp.parse(data.consumeRemainingAsString()).media()) {
        for (int payloadType : media.payloadTypes()) {
          media.encoding(payloadType);
          media.formatParameters(payloadType);
        }
        assertThat(RtspUri.resolve("rtsp://h/", media.control().orElse("*"))).isNotEmpty();
      }
    } catch (MalformedRtspException refused) {
      assertThat(refused).hasMessage("the description is not SDP");
    }
  }
}
