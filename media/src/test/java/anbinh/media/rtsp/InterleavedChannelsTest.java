package anbinh.media.rtsp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InterleavedChannelsTest {
  @Test
  void readsTheTransportField() {
    assertThat(InterleavedChannels.parse("RTP/AVP/TCP;unicast;interleaved=2-3;ssrc=1234"))
        .contains(new InterleavedChannels(2, 3));
    assertThat(InterleavedChannels.parse("RTP/AVP/TCP; Interleaved=4-7"))
        .contains(new InterleavedChannels(4, 7));
    assertThat(InterleavedChannels.parse("RTP/AVP/TCP;interleaved=5"))
        .contains(new InterleavedChannels(5, 6));
  }

  @Test
  void findsNothingWhereNothingUsableIs() {
    assertThat(InterleavedChannels.parse("RTP/AVP;unicast;client_port=1-2")).isEmpty();
    assertThat(InterleavedChannels.parse("interleaved=")).isEmpty();
    assertThat(InterleavedChannels.parse("interleaved=x-y")).isEmpty();
    assertThat(InterleavedChannels.parse("interleaved=256-257")).isEmpty();
  }

  @Test
  void readsBackWhatItWrites() {
    InterleavedChannels channels = new InterleavedChannels(6, 7);

    assertThat(InterleavedChannels.parse(channels.transport())).contains(channels);
  }
}
