package anbinh.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RtpPacketTest {
  @Test
  void readsTheFixedHeader() {
    RtpPacket packet = parse("80 E0 FFFE 80000001 CAFEBABE 0102");

    assertThat(packet.payloadType()).isEqualTo(96);
    assertThat(packet.marker()).isTrue();
    assertThat(packet.sequence()).isEqualTo(0xFFFE);
    assertThat(packet.timestamp()).isEqualTo(0x8000_0001);
    assertThat(packet.source()).isEqualTo(0xCAFE_BABE);
    assertThat(packet.payload()).isEqualTo(bytes("0102"));
  }

  @Test
  void readsFromTheMiddleOfABuffer() {
    ByteBuffer around = bytes("FFFF 80 60 0001 00000002 00000003 0A0B FFFF");

    RtpPacket packet = RtpPacket.parse(around.position(2).limit(16)).orElseThrow();

    assertThat(packet.payload()).isEqualTo(bytes("0A0B"));
    assertThat(packet.marker()).isFalse();
    assertThat(around.position()).isEqualTo(2);
  }

  @Test
  void leavesOutContributingSources() {
    assertThat(parse("82 60 0001 00000002 00000003 11111111 22222222 0A").payload())
        .isEqualTo(bytes("0A"));
  }

  @Test
  void leavesOutTheHeaderExtension() {
    assertThat(parse("90 60 0001 00000002 00000003 BEDE 0001 11223344 0A").payload())
        .isEqualTo(bytes("0A"));
    assertThat(parse("90 60 0001 00000002 00000003 ABAC 0000 0A").payload()).isEqualTo(bytes("0A"));
  }

  @Test
  void leavesOutPadding() {
    assertThat(parse("A0 60 0001 00000002 00000003 0A0B 000003").payload())
        .isEqualTo(bytes("0A0B"));
    assertThat(parse("A0 60 0001 00000002 00000003 01").payload().hasRemaining()).isFalse();
  }

  @Test
  void acceptsAnEmptyPayload() {
    assertThat(parse("80 60 0001 00000002 00000003").payload().hasRemaining()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "80",
        "80 60 0001 00000002 000000",
        "40 60 0001 00000002 00000003 0A",
        "8F 60 0001 00000002 00000003 0A",
        "90 60 0001 00000002 00000003 BE",
        "90 60 0001 00000002 00000003 BEDE 0002 11223344",
        "A0 60 0001 00000002 00000003 00",
        "A0 60 0001 00000002 00000003 02"
      })
  void refusesWhatIsNoPacket(String hex) {
    assertThat(RtpPacket.parse(bytes(hex))).isEmpty();
  }

  private static RtpPacket parse(String hex) {
    return RtpPacket.parse(bytes(hex)).orElseThrow();
  }

  private static ByteBuffer bytes(String hex) {
    return ByteBuffer.wrap(HexFormat.of().parseHex(hex.replace(" ", "")));
  }
}
