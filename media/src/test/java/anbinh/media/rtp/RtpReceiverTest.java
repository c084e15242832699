package anbinh.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.media.Codec;
import anbinh.media.codec.ParameterSets;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/// H.264 NAL units in these tests: a real SPS and PPS, and slices whose first bytes are real:
/// `6588` an IDR slice and `4188` another slice, both first of their picture and naming PPS 0;
/// `6544` and `4144` further slices.
class RtpReceiverTest {
  private static final String SPS = "674d0029e2900a00b7602dc040406907891150";
  private static final String PPS = "68ee3c80";
  private static final String REST = "c0ffee".repeat(6);
  private static final Instant RECEIVED = Instant.parse("2026-11-25T01:02:03Z");

  private final RecordingListener listener = new RecordingListener();
  private final RtpPackets packets = new RtpPackets();
  private final RtpReceiver receiver =
      new RtpReceiver(Codec.H264, 96, new ParameterSets(Codec.H264), 1 << 20, listener);

  @Test
  void joinsThePacketsOfAPicture() throws Exception {
    give(0, false, SPS);
    give(0, false, PPS);
    give(0, false, "658881");
    give(0, true, "654402");
    give(3000, true, "418803");
    finish(6000);

    assertThat(listener.events).containsExactly("format", "key", "unit");
    assertThat(listener.nals(0)).containsExactly(SPS, PPS, "658881", "654402");
    assertThat(listener.nals(1)).containsExactly("418803");
    assertThat(listener.units.get(1).pts90k() - listener.units.get(0).pts90k()).isEqualTo(3000);
    assertThat(listener.units.getFirst().receivedAt()).isEqualTo(RECEIVED);
    assertThat(listener.formats.getFirst().width()).isEqualTo(1280);
  }

  @Test
  void joinsFragments() throws Exception {
    give(0, false, SPS);
    give(0, false, PPS);
    give(0, false, "7c85" + "8881");
    give(0, false, "7c05" + "0203");
    give(0, true, "7c45" + "04");
    finish(3000);

    assertThat(listener.nals(0)).containsExactly(SPS, PPS, "658881020304");
  }

  @Test
  void takesAggregatesApart() throws Exception {
    give(0, false, "78" + "0013" + SPS + "0004" + PPS + "0002" + "0605");
    give(0, true, "658881");
    finish(3000);

    assertThat(listener.nals(0)).containsExactly(SPS, PPS, "0605", "658881");
  }

  @Test
  void marksAllFromALossToTheNextKeyPictureAsDamaged() throws Exception {
    giveKey(0);
    give(3000, true, "418801");
    packets.sequence += 2;
    give(9000, true, "418803");
    give(12_000, true, "418804");
    giveKey(15_000);
    give(18_000, true, "418805");
    finish(21_000);

    assertThat(listener.events)
        .containsExactly("format", "key", "loss 2", "damaged", "damaged", "damaged", "key", "unit");
    assertThat(listener.units)
        .extracting(unit -> unit.pts90k())
        .containsExactly(0L, 3000L, 9000L, 12_000L, 15_000L, 18_000L);
  }

  @Test
  void keepsASliceUpToTheFragmentThatIsMissing() throws Exception {
    giveTrust();
    give(15_000, false, "5c81" + "8801" + REST);
    packets.sequence++;
    give(15_000, false, "5c01" + "03");
    give(15_000, true, "5c41" + "04");
    give(18_000, true, "418806");
    giveKey(21_000);

    assertThat(listener.losses).containsExactly(1);
    assertThat(listener.nals(5)).containsExactly("418801" + REST);
    assertThat(listener.events.subList(6, 10))
        .containsExactly("loss 1", "damaged", "damaged", "key");
  }

  @Test
  void keepsAPictureWithoutItsLastFragment() throws Exception {
    giveTrust();
    give(15_000, false, "5c81" + "8801" + REST);
    packets.sequence++;
    give(18_000, true, "418806");
    giveKey(21_000);

    assertThat(listener.nals(5)).containsExactly("418801" + REST);
    assertThat(listener.nals(6)).containsExactly("418806");
    assertThat(listener.units.get(5).pts90k()).isEqualTo(15_000);
    assertThat(listener.units).extracting(unit -> unit.damaged()).endsWith(true, true, false);
  }

  @Test
  void keepsNothingOfASliceWithoutItsFirstFragment() throws Exception {
    giveTrust();
    packets.sequence++;
    give(15_000, false, "5c01" + "8801" + REST);
    give(15_000, true, "5c41" + "03");
    give(18_000, true, "418806");
    giveKey(21_000);

    assertThat(listener.units)
        .extracting(unit -> unit.pts90k())
        .containsExactly(0L, 3000L, 6000L, 9000L, 12_000L, 18_000L, 21_000L);
    assertThat(listener.units.get(5).damaged()).isTrue();
    assertThat(listener.units.get(6).damaged()).isFalse();
  }

  @Test
  void keepsSlicesOfAPictureWhoseFirstIsMissing() throws Exception {
    giveTrust();
    packets.sequence++;
    give(15_000, false, "414402");
    give(15_000, true, "414403");
    give(18_000, true, "418806");

    assertThat(listener.nals(5)).containsExactly("414402", "414403");
    assertThat(listener.units).extracting(unit -> unit.damaged()).endsWith(true, true);
  }

  /// Decoding cannot start at a key picture of which a part is missing.
  @Test
  void keepsAKeyPictureOfWhichTheFirstSliceIsMissingAsNoKeyPicture() throws Exception {
    giveKey(0);
    give(3000, true, "418801");
    give(6000, false, SPS);
    give(6000, false, PPS);
    packets.sequence++;
    give(6000, false, "654402");
    give(6000, true, "654403");
    giveKey(9000);
    finish(12_000);

    assertThat(listener.events)
        .containsExactly("format", "key", "unit", "loss 1", "damaged", "key");
    assertThat(listener.nals(2)).containsExactly(SPS, PPS, "654402", "654403");
  }

  /// The picture is whole, and its sets are known from before.
  @Test
  void isSoundAgainAtAKeyPictureWhoseParameterSetsAreMissing() throws Exception {
    giveTrust();
    give(15_000, true, "418801");
    packets.sequence += 2;
    give(18_000, true, "6588aa");
    give(21_000, true, "418802");
    finish(24_000);

    assertThat(listener.events.subList(6, 10)).containsExactly("unit", "loss 2", "key", "unit");
  }

  /// What is shown before a key picture that follows on a loss refers to what came before the loss.
  @Test
  void marksPicturesShownBeforeTheKeyPictureThatEndsTheDamage() throws Exception {
    giveTrust();
    packets.sequence++;
    give(15_000, true, "418801");
    giveKey(24_000);
    give(21_000, true, "418802");
    give(27_000, true, "418803");
    giveKey(36_000);
    give(33_000, true, "418804");
    finish(39_000);

    assertThat(listener.events.subList(6, 13))
        .containsExactly("loss 1", "damaged", "key", "damaged", "unit", "key", "unit");
  }

  @Test
  void ignoresPacketsThatRepeatOrComeLate() throws Exception {
    giveKey(0);
    ByteBuffer second = packets.packet(3000, true, bytes("418801"));
    receiver.rtp(second.duplicate(), 1, RECEIVED);
    receiver.rtp(second.duplicate(), 1, RECEIVED);
    packets.sequence -= 3;
    give(3000, true, "418801");
    packets.sequence += 2;
    give(6000, true, "418802");
    finish(9000);

    assertThat(listener.events).containsExactly("format", "key", "unit", "unit");
  }

  @Test
  void recoversWhenMarkersTurnOutWrongAfterTheyWereTrusted() throws Exception {
    giveKey(0);
    for (int i = 1; i < 6; i++) {
      give(3000 * i, true, "418803");
    }
    give(18_000, true, "418805");
    give(18_000, true, "414406");
    give(21_000, false, "418807");
    giveKey(24_000);
    give(27_000, true, "418805");
    give(27_000, true, "414406");
    finish(30_000);

    assertThat(listener.losses).as("the picture was given out too early").containsExactly(0);
    assertThat(listener.units.getLast().pts90k()).isEqualTo(27_000);
    assertThat(listener.nals(listener.units.size() - 1)).containsExactly("418805", "414406");
  }

  @Test
  void takesParameterSetsAnnouncedBeforehand() throws Exception {
    ParameterSets announced = new ParameterSets(Codec.H264);
    announced.add(bytes(SPS));
    announced.add(bytes(PPS));
    RtpReceiver informed = new RtpReceiver(Codec.H264, 96, announced, 1 << 20, listener);

    informed.rtp(packets.packet(0, true, bytes("658881")), 1, RECEIVED);
    informed.rtp(packets.packet(3000, true, bytes("418801")), 1, RECEIVED);

    assertThat(listener.events).containsExactly("format", "key");
    assertThat(listener.nals(0)).containsExactly("658881");
  }

  @Test
  void keepsAJumpOfTheCamerasClockVisible() throws Exception {
    giveKey(90_000);
    give(93_000, true, "418801");
    give(93_000 + 90_000 * 600, true, "418801");
    give(96_000, true, "418801");
    finish(99_000);

    assertThat(listener.units)
        .extracting(unit -> unit.pts90k())
        .containsExactly(90_000L, 93_000L, 54_093_000L, 96_000L);
  }

  @Test
  void extendsTimestampsBeyond32Bits() throws Exception {
    giveKey(0xFFFF_F000);
    give(0x0000_0BB8, true, "418801");
    finish(0x0000_2000);

    assertThat(listener.units)
        .extracting(unit -> unit.pts90k())
        .containsExactly(0xFFFF_F000L, 0x1_0000_0BB8L);
  }

  @Test
  void takesAnotherSourceAsALoss() throws Exception {
    giveKey(0);
    packets.source++;
    packets.sequence = 30_000;
    give(500_000, true, "418801");
    giveKey(503_000);
    finish(506_000);

    assertThat(listener.events).containsExactly("loss 1", "format", "key");
  }

  @Test
  void placesSenderReportsOnTheStreamsTime() throws Exception {
    giveKey(0xFFFF_F000);
    finish(0xFFFF_FF00);
    ByteBuffer report = bytes("80C800061234567883AA7E80000000000000001000000000" + "00000000");

    receiver.rtcp(report, RECEIVED);

    assertThat(listener.reports).hasSize(1);
    assertThat(listener.reports.getFirst().pts90k()).isEqualTo(0x1_0000_0010L);
    assertThat(listener.reports.getFirst().cameraTime()).isEqualTo(Instant.EPOCH);
    assertThat(listener.reports.getFirst().receivedAt()).isEqualTo(RECEIVED);
  }

  @Test
  void ignoresReportsOfOtherSources() throws Exception {
    giveKey(0);

    receiver.rtcp(bytes("80C800069999999983AA7E80000000000000001000000000" + "00000000"), RECEIVED);
    receiver.rtcp(bytes("81CB000199999999"), RECEIVED);

    assertThat(listener.reports).isEmpty();
    assertThat(receiver.ended()).isFalse();
  }

  @Test
  void noticesAGoodbye() throws Exception {
    giveKey(0);

    receiver.rtcp(bytes("81CB000112345678"), RECEIVED);

    assertThat(receiver.ended()).isTrue();
  }

  @Test
  void takesAPictureThatIsTooLongAsDamage() throws Exception {
    RtpReceiver narrow =
        new RtpReceiver(Codec.H264, 96, new ParameterSets(Codec.H264), 1 << 16, listener);
    byte[] much = new byte[60_000];
    much[0] = 0x41;
    narrow.rtp(packets.packet(0, false, bytes(SPS)), 1, RECEIVED);
    narrow.rtp(packets.packet(0, false, bytes(PPS)), 1, RECEIVED);
    narrow.rtp(packets.packet(0, false, bytes("658881")), 1, RECEIVED);
    narrow.rtp(packets.packet(0, false, much), 1, RECEIVED);
    narrow.rtp(packets.packet(0, true, much), 1, RECEIVED);
    narrow.rtp(packets.packet(3000, true, bytes("418801")), 1, RECEIVED);

    assertThat(listener.events).containsExactly("loss 0");
  }

  @Test
  void givesUpAfterManyPacketsThatCannotBeRead() throws Exception {
    giveKey(0);
    for (int i = 0; i < 200; i++) {
      give(3000, true, "78");
    }

    assertThatThrownBy(() -> give(3000, true, "78"))
        .isInstanceOf(MalformedStreamException.class)
        .hasMessage("more than 200 times RTP payloads that are not the video announced");
  }

  @Test
  void givesUpAfterManyPacketsOfAnotherPayloadType() throws Exception {
    for (int i = 0; i < 200; i++) {
      receiver.rtp(bytes("800800010000000000000000" + "AA"), 1, RECEIVED);
    }

    assertThatThrownBy(() -> receiver.rtp(bytes("800800010000000000000000"), 1, RECEIVED))
        .isInstanceOf(MalformedStreamException.class)
        .hasMessageContaining("RTP payload type 8 instead of 96");
  }

  @Test
  void toldOfSkippedBytesMarksThePictureInHand() throws Exception {
    giveKey(0);
    give(3000, false, "418801");
    receiver.skipped();
    give(3000, true, "414402");
    giveKey(6000);
    finish(9000);

    assertThat(listener.events).containsExactly("format", "key", "loss 0", "damaged", "key");
  }

  @Test
  void refusesBrokenPayloads() throws Exception {
    giveKey(0);
    for (String broken :
        new String[] {"78", "780000", "7800FF41", "7c", "7c45", "1d00", "780002418801"}) {
      give(3000, true, broken);
      giveKey(6000);
    }

    assertThat(listener.losses).containsExactly(0, 0, 0, 0, 0, 0, 0);
    assertThat(listener.units).allMatch(unit -> unit.key() || unit.damaged());
  }

  /// Five pictures, after which a marker ends a picture at once.
  private void giveTrust() throws Exception {
    giveKey(0);
    for (int i = 1; i < 5; i++) {
      give(3000 * i, true, "41880" + i);
    }
  }

  private void giveKey(int timestamp) throws Exception {
    give(timestamp, false, SPS);
    give(timestamp, false, PPS);
    give(timestamp, true, "6588aa");
  }

  /// A further picture begins, so that the one before is complete whatever its marker was.
  private void finish(int timestamp) throws Exception {
    give(timestamp, false, "0910");
  }

  private void give(int timestamp, boolean marker, String nal) throws Exception {
    receiver.rtp(packets.packet(timestamp, marker, bytes(nal)), 1, RECEIVED);
  }

  private static ByteBuffer bytes(String hex) {
    return ByteBuffer.wrap(HexFormat.of().parseHex(hex));
  }
}
