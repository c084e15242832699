package anbinh.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class RtcpPacketTest {
  private static final String REPORT =
      "80C80006 11111111 E9B8E8FF 80000000 00015F90 00000005 00000006";

  @Test
  void readsTheClockOfASenderReport() {
    assertThat(RtcpPacket.parse(bytes(REPORT)))
        .containsExactly(
            new RtcpPacket.SenderClock(
                0x1111_1111,
                Instant.ofEpochSecond(0xE9B8E8FFL - RtcpPacket.NTP_TO_UNIX_SECONDS, 500_000_000),
                90_000));
  }

  @Test
  void readsAllPartsOfACompoundPacket() {
    String description = "81CA0003 11111111 01026162 00000000";
    String goodbye = "82CB0002 11111111 22222222";

    assertThat(RtcpPacket.parse(bytes(REPORT + description + goodbye)))
        .hasSize(2)
        .last()
        .isEqualTo(new RtcpPacket.Goodbye(List.of(0x1111_1111, 0x2222_2222)));
  }

  @Test
  void stopsWhereItIsNoLongerRtcp() {
    assertThat(RtcpPacket.parse(bytes(REPORT + "00C80006 11111111"))).hasSize(1);
    assertThat(RtcpPacket.parse(bytes("80C80006 1111"))).isEmpty();
    assertThat(RtcpPacket.parse(bytes("80C8"))).isEmpty();
  }

  @Test
  void readsNoMoreSourcesThanThereAre() {
    assertThat(RtcpPacket.parse(bytes("9FCB0001 33333333")))
        .containsExactly(new RtcpPacket.Goodbye(List.of(0x3333_3333)));
  }

  @Test
  void readsNtpTimesOfBothEras() {
    assertThat(RtcpPacket.ntpTime((int) 2_208_988_800L, 0)).isEqualTo(Instant.EPOCH);
    assertThat(RtcpPacket.ntpTime(-1, 0)).isEqualTo(Instant.parse("2036-02-07T06:28:15Z"));
    assertThat(RtcpPacket.ntpTime(0, 0)).isEqualTo(Instant.parse("2036-02-07T06:28:16Z"));
    assertThat(Duration.between(RtcpPacket.ntpTime(0, 0), RtcpPacket.ntpTime(0, -1)).toNanos())
        .isEqualTo(999_999_999);
  }

  @Test
  void writesAReceiverReportThatIsRtcp() {
    assertThat(RtcpPacket.receiverReport(0x0102_0304)).isEqualTo(bytes("80C90001 01020304"));
  }

  private static ByteBuffer bytes(String hex) {
    return ByteBuffer.wrap(HexFormat.of().parseHex(hex.replace(" ", "")));
  }
}
