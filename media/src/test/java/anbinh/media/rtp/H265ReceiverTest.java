package anbinh.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.media.Codec;
import anbinh.media.codec.ParameterSets;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/// H.265 NAL units in these tests: parameter sets of x265, and slices whose first bytes are real:
/// `2601AF` an IDR, `2A01AF` a CRA and `0201E0` a trailing picture, all first of their picture and
/// naming PPS 0; `260120` a further slice.
class H265ReceiverTest {
  private static final String VPS = "40010c01ffff01600000030090000003000003005d959809";
  private static final String SPS =
      "42010101600000030090000003000003005da00280802d165959a4932bc05a020000030002000003001e10";
  private static final String PPS = "4401c172b46240";

  private final RecordingListener listener = new RecordingListener();
  private final RtpPackets packets = new RtpPackets();
  private final RtpReceiver receiver =
      new RtpReceiver(Codec.H265, 96, new ParameterSets(Codec.H265), 1 << 20, listener);

  @Test
  void takesAggregatesApartAndJoinsFragments() throws Exception {
    give(0, false, "6001" + "0018" + VPS + "002b" + SPS + "0007" + PPS);
    give(0, false, "6201" + "93" + "AF0102");
    give(0, false, "6201" + "13" + "0304");
    give(0, true, "6201" + "53" + "05");
    give(6000, true, "0201E0");

    assertThat(listener.nals(0)).containsExactly(VPS, SPS, PPS, "2601af0102030405");
    assertThat(listener.formats.getFirst().codecs()).isEqualTo("hvc1.1.6.L93.90");
    assertThat(listener.formats.getFirst().width()).isEqualTo(1280);
    assertThat(listener.formats.getFirst().reorderDepth()).isEqualTo(2);
    assertThat(listener.units.getFirst().key()).isTrue();
  }

  @Test
  void joinsTheSlicesOfAPictureWithoutMarkers() throws Exception {
    giveKey(0, "2601AF");
    give(0, false, "260120");
    give(3000, false, "0201E0");
    give(3000, false, "020160");
    give(6000, false, "0201E0");

    assertThat(listener.nals(0)).containsExactly(VPS, SPS, PPS, "2601af", "260120");
    assertThat(listener.nals(1)).containsExactly("0201e0", "020160");
  }

  @Test
  void startsAtAnyRandomAccessPoint() throws Exception {
    give(0, true, "0201E0");
    giveKey(3000, "2A01AF");
    give(6000, true, "0201E0");
    give(9000, true, "0201E0");

    assertThat(listener.events).containsExactly("format", "key", "unit");
  }

  @Test
  void keepsWhatFollowsTheSlicesInTheirUnit() throws Exception {
    giveKey(0, "2601AF");
    give(0, true, "5001FF");
    give(3000, false, "460150");
    give(3000, true, "0201E0");
    give(6000, true, "0201E0");

    assertThat(listener.nals(0)).last().isEqualTo("5001ff");
    assertThat(listener.nals(1)).containsExactly("460150", "0201e0");
  }

  @Test
  void refusesBrokenPayloads() throws Exception {
    giveKey(0, "2601AF");
    for (String broken :
        new String[] {"60", "6001", "60010001", "6001FFFF42", "620193", "6401AA"}) {
      give(3000, true, broken);
      giveKey(6000, "2601AF");
    }

    assertThat(listener.losses).containsExactly(0, 0, 0, 0, 0, 0);
  }

  private void giveKey(int timestamp, String slice) throws Exception {
    give(timestamp, false, VPS);
    give(timestamp, false, SPS);
    give(timestamp, false, PPS);
    give(timestamp, false, slice);
  }

  private void give(int timestamp, boolean marker, String nal) throws Exception {
    ByteBuffer payload = ByteBuffer.wrap(HexFormat.of().parseHex(nal));
    receiver.rtp(packets.packet(timestamp, marker, payload), 1, Instant.EPOCH);
  }
}
