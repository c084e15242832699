package anbinh.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.media.Bytes;
import anbinh.media.MetadataListener;
import anbinh.media.StreamState;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import java.time.Instant;

/// Whatever packets come: documents are bounded, and nothing but the end of the stream is thrown.
class MetadataReceiverFuzzTest {
  private static final int MAXIMUM_BYTES = 1_000;

  @FuzzTest(maxDuration = "10s")
  void anyPacketsAreTakenOrLeftOut(byte[] bytes) {
    take(bytes, MetadataEncoding.XML);
    take(bytes, MetadataEncoding.GZIP);
  }

  private static void take(byte[] bytes, MetadataEncoding encoding) {
    var receiver =
        new MetadataReceiver(
            107,
            encoding,
            MAXIMUM_BYTES,
            new MetadataListener() {
              @Override
              public void onPlaying() {}

              @Override
              public void onDocument(Bytes document, Instant at) {
                int least = encoding == MetadataEncoding.GZIP ? 0 : 1;
                assertThat(document.size()).isBetween(least, MAXIMUM_BYTES);
              }

              @Override
              public void onUnreadable(Instant at) {}

              @Override
              public void onState(StreamState state) {}
            });
    ByteBuffer all = ByteBuffer.wrap(bytes);
    try {
      while (all.remaining() > 1) {
        int length = Math.min(all.get() & 0xFF, all.remaining());
        ByteBuffer packet = all.slice(all.position(), length);
        all.position(all.position() + length);
        receiver.rtp(packet.duplicate(), Instant.EPOCH);
        receiver.rtcp(packet);
      }
    } catch (MalformedStreamException ended) {
      assertThat(ended).hasMessageContaining("metadata");
    }
  }
}
