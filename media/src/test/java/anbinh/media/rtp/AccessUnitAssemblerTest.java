package anbinh.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.media.Codec;
import anbinh.media.codec.NalSyntax;
import anbinh.media.codec.ParameterSets;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// NAL units as in [RtpReceiverTest], without packets around them.
class AccessUnitAssemblerTest {
  private static final String SPS = "674d0029e2900a00b7602dc040406907891150";
  private static final String PPS = "68ee3c80";
  private static final String OTHER_SPS = "6742c016d900a02fb0110000030001000003001e0f162e48";
  private static final String REST = "c0ffee".repeat(6);
  private static final Instant RECEIVED = Instant.parse("2026-11-25T01:02:03Z");

  private final RecordingListener listener = new RecordingListener();
  private final AccessUnitAssembler assembler =
      new AccessUnitAssembler(
          NalSyntax.of(Codec.H264), new ParameterSets(Codec.H264), 1 << 16, listener);

  @BeforeEach
  void receive() {
    assembler.receivedAt(1, RECEIVED);
  }

  @Test
  void deliversAtTheMarkerOnceMarkersAreTrusted() {
    giveKey(0);
    for (int i = 1; i <= 4; i++) {
      give(3000 * i, true, "4188" + "0" + i);
    }

    assertThat(listener.units).as("without waiting for another packet").hasSize(5);
    assertThat(listener.units.getLast().pts90k()).isEqualTo(12_000);
  }

  @Test
  void statesWhenAPictureCameHoweverLateTheNextOneShowsItComplete() {
    giveKey(0);
    Instant later = RECEIVED.plusSeconds(1);
    assembler.receivedAt(1_000_000_001, later);
    give(90_000, true, "418801");
    assembler.receivedAt(2_000_000_001, later);
    give(180_000, true, "418802");

    assertThat(listener.units).hasSize(2);
    assertThat(listener.units.getFirst().receivedNanos()).isEqualTo(1);
    assertThat(listener.units.getFirst().receivedAt()).isEqualTo(RECEIVED);
    assertThat(listener.units.get(1).receivedNanos()).isEqualTo(1_000_000_001);
    assertThat(listener.units.get(1).receivedAt()).isEqualTo(later);
  }

  @Test
  void isAnArrayExactlyAsLongAsThePicture() {
    giveKey(0);
    finish(3000);

    ByteBuffer payload = listener.units.getFirst().payload();
    assertThat(payload.hasArray()).isTrue();
    assertThat(payload.position()).isZero();
    assertThat(payload.remaining()).isEqualTo(4 + 19 + 4 + 4 + 4 + 3);
  }

  @Test
  void keepsDelimitersAndSupplementalInformation() {
    give(0, false, "0910");
    give(0, false, SPS);
    give(0, false, PPS);
    give(0, false, "06051000");
    give(0, true, "658881");
    give(3000, false, "0930");
    give(3000, true, "418802");
    finish(6000);

    assertThat(listener.nals(0)).containsExactly("0910", SPS, PPS, "06051000", "658881");
    assertThat(listener.nals(1)).containsExactly("0930", "418802");
  }

  @Test
  void joinsAPictureWhoseMarkerIsLost() {
    give(0, false, SPS);
    give(0, false, PPS);
    give(0, false, "658881");
    give(0, false, "654402");
    give(3000, false, "418803");
    give(3000, false, "414404");
    finish(6000);

    assertThat(listener.nals(0)).containsExactly(SPS, PPS, "658881", "654402");
    assertThat(listener.nals(1)).containsExactly("418803", "414404");
  }

  @Test
  void joinsAPictureWithAMarkerOnEverySlice() {
    give(0, true, SPS);
    give(0, true, PPS);
    give(0, true, "658881");
    give(0, true, "654402");
    for (int i = 1; i < 10; i++) {
      give(3000 * i, true, "418803");
      give(3000 * i, true, "414404");
    }
    finish(90_000);

    assertThat(listener.units).hasSize(10);
    assertThat(listener.losses).isEmpty();
    assertThat(listener.nals(0)).containsExactly(SPS, PPS, "658881", "654402");
    for (int i = 1; i < 10; i++) {
      assertThat(listener.nals(i)).containsExactly("418803", "414404");
    }
  }

  @Test
  void joinsSlicesOfOnePictureWhoseTimestampsDiffer() {
    give(0, false, SPS);
    give(0, false, PPS);
    give(0, false, "658881");
    give(1, true, "654402");
    finish(3000);

    assertThat(listener.nals(0)).containsExactly(SPS, PPS, "658881", "654402");
    assertThat(listener.units.getFirst().pts90k()).isZero();
  }

  @Test
  void separatesPicturesThatShareATimestamp() {
    giveKey(0);
    give(0, true, "418801");
    finish(3000);

    assertThat(listener.units).hasSize(2);
  }

  @Test
  void tellsAChangeOfTheParameterSetsAtTheNextKeyPicture() {
    giveKey(0);
    give(3000, false, OTHER_SPS);
    give(3000, false, "68cb83cb20");
    give(3000, true, "6588aa");
    finish(6000);

    assertThat(listener.events).containsExactly("format", "key", "format", "key");
    assertThat(listener.formats.get(1).codecs()).isEqualTo("avc1.42C016");
    assertThat(listener.formats.get(1).width()).isEqualTo(640);
  }

  @Test
  void tellsTheFormatOnceWhenParameterSetsRepeat() {
    giveKey(0);
    giveKey(3000);
    giveKey(6000);
    finish(9000);

    assertThat(listener.events).containsExactly("format", "key", "key", "key");
  }

  @Test
  void waitsForParameterSetsThatComeLate() {
    give(0, true, "658881");
    give(3000, true, "418802");
    giveKey(6000);
    finish(9000);

    assertThat(listener.events).containsExactly("format", "key");
    assertThat(assembler.keysWithoutFormat()).isEqualTo(1);
    assertThat(assembler.picturesSeen()).isEqualTo(3);
    assertThat(assembler.picturesDelivered()).isEqualTo(1);
  }

  @Test
  void doesNotMixTwoPicturesOfWhichTheMiddleIsMissing() {
    giveKey(0);
    for (int i = 1; i < 5; i++) {
      give(3000 * i, true, "41880" + i);
    }
    give(15_000, false, "418801" + REST);
    assembler.damage();
    give(18_000, true, "414403");
    giveKey(21_000);

    assertThat(listener.nals(5)).containsExactly("418801" + REST);
    assertThat(listener.nals(6)).containsExactly("414403");
  }

  @Test
  void ignoresMarkersForGoodOnceOneCameTooEarly() {
    give(0, false, SPS);
    give(0, false, PPS);
    give(0, true, "658881");
    give(0, false, "654402");
    for (int i = 1; i < 6; i++) {
      give(3000 * i, true, "41880" + i);
    }
    assertThat(listener.units).as("the last one waits for its end").hasSize(5);
  }

  @Test
  void refusesWhatContinuesAPictureThatWasDelivered() {
    giveKey(0);
    for (int i = 1; i < 6; i++) {
      give(3000 * i, true, "418803");
    }
    assertThat(give(15_000, false, "414406")).isFalse();
  }

  @Test
  void refusesMoreThanAPictureMayHold() {
    giveKey(0);
    byte[] much = new byte[60_000];
    much[0] = 0x41;
    much[1] = (byte) 0x88;
    assertThat(assembler.wholeNal(3000, ByteBuffer.wrap(much))).isTrue();
    much[1] = 0x44;
    assertThat(assembler.wholeNal(3000, ByteBuffer.wrap(much))).isFalse();
  }

  /// Nothing of it tells a decoder anything.
  @Test
  void keepsNothingOfASliceThatIsCutShortAtOnce() {
    giveKey(0);
    assembler.openNal(3000, (byte) 0x41, bytes("8801"));
    assembler.damage();
    give(6000, true, "418803");
    finish(9000);
    assertThat(listener.events).containsExactly("format", "key", "damaged");
    assertThat(listener.nals(1)).containsExactly("418803");
  }

  /// RFC 6184 §5.8: fragments may be empty, the first too.
  @Test
  void beginsANalUnitWhoseFirstFragmentIsEmpty() {
    giveKey(0);
    assertThat(assembler.openNal(3000, (byte) 0x41, bytes(""))).isTrue();
    assertThat(assembler.continueNal(bytes(""))).isTrue();
    assertThat(assembler.continueNal(bytes("8803"))).isTrue();
    assertThat(assembler.closeNal()).isTrue();
    finish(6000);
    assertThat(listener.nals(1)).containsExactly("418803");
  }

  @Test
  void takesApartWhatACameraJoinedWithStartCodes() {
    assertThat(give(0, true, SPS + "00000001" + PPS + "00000001" + "658881")).isTrue();
    finish(3000);
    assertThat(listener.nals(0)).containsExactly(SPS, PPS, "658881");
  }

  @Test
  void countsWhatCameAndWhatWasDelivered() {
    give(0, true, "658881");
    give(3000, true, "418801");
    give(6000, false, "0910");
    assertThat(assembler.picturesSeen()).isEqualTo(2);
    assertThat(assembler.keysWithoutFormat()).isEqualTo(1);
    giveKey(6000);
    give(9000, true, "418801");
    assembler.damage();
    give(12_000, true, "418802");
    finish(15_000);
    assertThat(assembler.picturesDelivered()).isEqualTo(3);
    assertThat(assembler.picturesSound()).isEqualTo(2);
  }

  private void giveKey(int timestamp) {
    give(timestamp, false, SPS);
    give(timestamp, false, PPS);
    give(timestamp, true, "6588aa");
  }

  /// A further picture begins, so that the one before is complete whatever its marker was.
  private void finish(int timestamp) {
    give(timestamp, false, "0910");
  }

  private boolean give(int timestamp, boolean marker, String nal) {
    boolean taken = assembler.wholeNal(timestamp, bytes(nal));
    if (!taken) {
      assembler.damage();
    } else if (marker) {
      assembler.marker();
    }
    return taken;
  }

  private static ByteBuffer bytes(String hex) {
    return ByteBuffer.wrap(HexFormat.of().parseHex(hex));
  }
}
