package anbinh.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.media.Codec;
import anbinh.media.codec.ParameterSets;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What cameras put into packets beside, or instead of, what RFC 6184 and RFC 7798 expect. NAL
/// units as in [RtpReceiverTest].
class PacketQuirksTest {
  private static final String SPS = "674d0029e2900a00b7602dc040406907891150";
  private static final String PPS = "68ee3c80";
  private static final String H265_VPS = "40010c01ffff01600000030090000003000003005d959809";
  private static final String H265_SPS =
      "42010101600000030090000003000003005da00280802d165959a4932bc05a020000030002000003001e10";
  private static final String H265_PPS = "4401c172b46240";
  private static final Instant RECEIVED = Instant.parse("2026-11-25T01:02:03Z");

  /// Recovery points: of this picture, of the fifth after it, and behind another message.
  private static final String EXACT = "06060184" + "80";

  private static final String GRADUAL = "06060134" + "80";
  private static final String BEHIND_ANOTHER = "0605040000030000" + "060184" + "80";

  private final RecordingListener listener = new RecordingListener();
  private final RtpPackets packets = new RtpPackets();
  private RtpReceiver receiver = receiver(Codec.H264);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "7c85 7c058881 7c0502 7c4503",
        "7c8588 7c05 7c058102 7c4503",
        "7c858881 7c0502 7c0503 7c45",
        "7c85 7c05 7c0588 7c0581 7c0502 7c0503 7c45"
      })
  void joinsFragmentsOfWhichSomeAreEmpty(String fragments) throws Exception {
    give(0, false, SPS);
    give(0, false, PPS);
    for (String fragment : fragments.split(" ", -1)) {
      give(0, fragment.startsWith("7c45"), fragment);
    }
    finish(3000);

    assertThat(listener.nals(0)).containsExactly(SPS, PPS, "6588810203");
    assertThat(listener.losses).isEmpty();
  }

  @Test
  void joinsEmptyFragmentsOfH265() throws Exception {
    receiver = receiver(Codec.H265);
    giveH265Sets(0);
    give(0, false, "620193");
    give(0, false, "620113" + "AF01");
    give(0, true, "620153");
    give(3000, true, "0201E0");

    assertThat(listener.nals(0)).last().isEqualTo("2601af01");
  }

  @Test
  void dropsAPictureOfWhichAFragmentIsMissingAfterAnEmptyOne() throws Exception {
    for (int i = 0; i < 4; i++) {
      giveKey(3000 * i);
    }
    give(12_000, false, "7c85");
    packets.sequence++;
    give(12_000, true, "7c458881");
    giveKey(15_000);

    assertThat(listener.events)
        .containsExactly("format", "key", "key", "key", "key", "loss 1", "key");
    assertThat(listener.nals(4)).containsExactly(SPS, PPS, "6588aa");
  }

  @Test
  void passesOverTypesThatAreUndefined() throws Exception {
    giveKey(0);
    give(3000, false, "1eaabb");
    give(3000, false, "1f");
    give(3000, false, "00aabb");
    give(3000, true, "418801");
    finish(6000);

    assertThat(listener.events).containsExactly("format", "key", "unit");
    assertThat(listener.nals(1)).containsExactly("418801");
  }

  @Test
  void passesOverUndefinedTypesOfH265() throws Exception {
    receiver = receiver(Codec.H265);
    giveH265Sets(0);
    give(0, true, "2601AF");
    give(3000, false, "6801AA");
    give(3000, true, "0201E0");
    give(6000, true, "0201E0");

    assertThat(listener.events).containsExactly("format", "key", "unit");
  }

  @Test
  void takesStartCodesOff() throws Exception {
    give(0, false, "00000001" + SPS);
    give(0, false, "000001" + PPS);
    give(0, true, "00000001" + "6588aa");
    finish(3000);

    assertThat(listener.nals(0)).containsExactly(SPS, PPS, "6588aa");
  }

  @Test
  void takesStartCodesOfH265Off() throws Exception {
    receiver = receiver(Codec.H265);
    for (String set : new String[] {H265_VPS, H265_SPS, H265_PPS}) {
      give(0, false, "00000001" + set);
    }
    give(0, true, "00000001" + "2601af");
    give(3000, true, "0201E0");

    assertThat(listener.nals(0)).containsExactly(H265_VPS, H265_SPS, H265_PPS, "2601af");
  }

  /// As a camera has been seen to do: all of a key picture as one fragmented NAL unit.
  @Test
  void takesAPictureApartThatComesAsOneNalUnit() throws Exception {
    String joined =
        SPS.substring(2) + "00000001" + PPS + "000001" + "0605ff80" + "00000001" + "6588810203";
    int half = joined.length() / 4 * 2;
    give(0, false, "7c87" + joined.substring(0, half));
    give(0, true, "7c47" + joined.substring(half));
    give(3000, true, "418801");
    finish(6000);

    assertThat(listener.events).containsExactly("format", "key", "unit");
    assertThat(listener.nals(0)).containsExactly(SPS, PPS, "0605ff80", "6588810203");
  }

  @Test
  void leavesMessagesAloneThatHoldStartCodesByMistake() throws Exception {
    giveKey(0);
    give(3000, false, "0605000000012233");
    give(3000, true, "418801");
    finish(6000);

    assertThat(listener.nals(1)).containsExactly("0605000000012233", "418801");
  }

  @Test
  void isNotKeptBusyByManyStartCodesInOneNalUnit() throws Exception {
    giveKey(0);
    give(3000, false, "0910" + "0000010910".repeat(5000));
    giveKey(6000);
    finish(9000);

    assertThat(listener.events).containsExactly("format", "key", "loss 0", "key");
  }

  @Test
  void readsReportsOnTheChannelOfThePackets() throws Exception {
    giveKey(0);
    for (int i = 0; i < 300; i++) {
      receiver.rtp(
          bytes("80C800061234567883AA7E80000000000000001000000000" + "00000000"), 1, RECEIVED);
    }

    assertThat(listener.reports).hasSize(300);
    assertThat(listener.losses).isEmpty();
  }

  @Test
  void countsPacketsOfAnotherTypeInTheSequence() throws Exception {
    giveKey(0);
    ByteBuffer other = packets.packet(3000, false, bytes("aabb"));
    other.put(1, (byte) 110);
    receiver.rtp(other, 1, RECEIVED);
    give(3000, true, "418801");
    finish(6000);

    assertThat(listener.events).containsExactly("format", "key", "unit");
  }

  @ParameterizedTest
  @ValueSource(strings = {EXACT, BEHIND_ANOTHER})
  void startsAtARecoveryPointWithoutIdr(String message) throws Exception {
    give(0, false, SPS);
    give(0, false, PPS);
    give(0, false, message);
    give(0, true, "4188aa");
    give(3000, false, message);
    give(3000, true, "419aaa");
    finish(6000);
    finish(9000);

    assertThat(listener.events)
        .as("a picture that refers to others is none to start at, whatever the message says")
        .containsExactly("format", "key", "unit");
    assertThat(receiver.gradualRefreshes()).isZero();
  }

  @Test
  void doesNotStartWhereOnlyAGradualRefreshBegins() throws Exception {
    for (int i = 0; i < 4; i++) {
      give(3000 * i, false, SPS);
      give(3000 * i, false, PPS);
      give(3000 * i, false, GRADUAL);
      give(3000 * i, true, "419aaa");
    }
    finish(30_000);

    assertThat(listener.units).isEmpty();
    assertThat(receiver.gradualRefreshes()).isPositive();
  }

  @Test
  void namesTheInterleavedModeAndWhatToDo() throws Exception {
    giveKey(0);

    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 201; i++) {
                give(3000, true, "1a0000418801");
              }
            })
        .isInstanceOf(MalformedStreamException.class)
        .hasMessage(
            "more than 200 times RTP payloads in interleaved order (type 26); choose packetization"
                + " mode 1 in the camera");
  }

  private RtpReceiver receiver(Codec codec) {
    return new RtpReceiver(codec, 96, new ParameterSets(codec), 1 << 20, listener);
  }

  private void giveKey(int timestamp) throws Exception {
    give(timestamp, false, SPS);
    give(timestamp, false, PPS);
    give(timestamp, true, "6588aa");
  }

  private void giveH265Sets(int timestamp) throws Exception {
    give(timestamp, false, H265_VPS);
    give(timestamp, false, H265_SPS);
    give(timestamp, false, H265_PPS);
  }

  private void finish(int timestamp) throws Exception {
    give(timestamp, false, "0910");
  }

  private void give(int timestamp, boolean marker, String payload) throws Exception {
    receiver.rtp(packets.packet(timestamp, marker, bytes(payload)), 1, RECEIVED);
  }

  private static ByteBuffer bytes(String hex) {
    return ByteBuffer.wrap(HexFormat.of().parseHex(hex));
  }
}
