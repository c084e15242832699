package anbinh.media.codec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Expected strings as in ISO/IEC 14496-15 §E.3 and as browsers accept them.
class H265ProfileTest {
  @Test
  void writesTheMainProfile() {
    assertThat(new H265Profile(0, false, 1, 0x6000_0000L, 0xB000_0000_0000L, 93).codecs())
        .isEqualTo("hvc1.1.6.L93.B0");
  }

  @Test
  void writesSpaceTierAndMain10() {
    assertThat(new H265Profile(1, true, 2, 0x2000_0000L, 0xB000_0000_0000L, 150).codecs())
        .isEqualTo("hvc1.A2.4.H150.B0");
  }

  @Test
  void leavesOutTrailingZeroBytesOnly() {
    assertThat(new H265Profile(0, false, 4, 0x0800_0000L, 0x9D08_0000_0000L, 120).codecs())
        .isEqualTo("hvc1.4.10.L120.9D.8");
    assertThat(new H265Profile(0, false, 4, 0x0800_0000L, 0x9000_0100_0000L, 120).codecs())
        .isEqualTo("hvc1.4.10.L120.90.0.1");
    assertThat(new H265Profile(0, false, 1, 0x6000_0000L, 0, 30).codecs())
        .isEqualTo("hvc1.1.6.L30");
  }
}
