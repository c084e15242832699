package anbinh.media.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class BitReaderTest {
  @Test
  void readsMostSignificantBitsFirst() throws Exception {
    BitReader reader = read("00 A5 0F");

    assertThat(reader.bits(4)).isEqualTo(0xA);
    assertThat(reader.flag()).isFalse();
    assertThat(reader.flag()).isTrue();
    assertThat(reader.bits(10)).isEqualTo(0b01_0000_1111);
  }

  @Test
  void reads32BitsAsUnsigned() throws Exception {
    assertThat(read("00 FF FF FF FF").bits(32)).isEqualTo(0xFFFF_FFFFL);
  }

  @Test
  void readsTheExponentialGolombNumbersOfTheStandardsTable() throws Exception {
    // Table 9-2: 1, 010, 011, 00100, 00101, 00110, 00111, 0001000
    BitReader reader = read("00 A6 42 98 E2 00");

    for (int expected = 0; expected <= 7; expected++) {
      assertThat(reader.unsigned(100, "number")).isEqualTo(expected);
    }
  }

  @Test
  void readsSignedNumbersInTheStandardsOrder() throws Exception {
    BitReader reader = read("00 A6 42 98 E2 00");

    assertThat(reader.signed()).isZero();
    assertThat(reader.signed()).isEqualTo(1);
    assertThat(reader.signed()).isEqualTo(-1);
    assertThat(reader.signed()).isEqualTo(2);
    assertThat(reader.signed()).isEqualTo(-2);
    assertThat(reader.signed()).isEqualTo(3);
  }

  @Test
  void takesEmulationPreventionOut() throws Exception {
    assertThat(read("00 00 00 03 01").bits(24)).isEqualTo(1);
    assertThat(read("00 00 00 03 00 00 03 00").bits(32)).isZero();
  }

  @Test
  void leavesAThreeInPlaceThatPreventsNothing() throws Exception {
    assertThat(read("00 00 03 00").bits(24)).isEqualTo(0x00_03_00);
  }

  @Test
  void doesNotMoveTheBuffer() {
    ByteBuffer nal = bytes("00 01 02");

    BitReader.ofNal(nal, 1);

    assertThat(nal.position()).isZero();
    assertThat(nal.remaining()).isEqualTo(3);
  }

  @Test
  void saysWhenBitsRunOut() {
    assertThatThrownBy(() -> read("00 FF").bits(9))
        .isInstanceOf(MalformedBitstreamException.class)
        .hasMessage("ends early");
    assertThatThrownBy(() -> read("00 FF").skip(9)).isInstanceOf(MalformedBitstreamException.class);
    assertThatThrownBy(() -> read("00").flag()).isInstanceOf(MalformedBitstreamException.class);
  }

  @Test
  void refusesANumberLongerThan32Bits() {
    assertThatThrownBy(() -> read("00 00 00 00 00 00 80 00 00 00 00 00").signed())
        .isInstanceOf(MalformedBitstreamException.class);
  }

  @Test
  void namesTheNumberThatIsTooLarge() {
    assertThatThrownBy(() -> read("00 38").unsigned(5, "slice_type"))
        .isInstanceOf(MalformedBitstreamException.class)
        .hasMessage("slice_type is 6, more than 5");
  }

  @RepeatedTest(20)
  void readsBackWhatWasWritten(RepetitionInfo repetition) throws Exception {
    Random random = new Random(repetition.getCurrentRepetition());
    long[] values = new long[200];
    int[] kinds = new int[values.length];
    BitWriter writer = new BitWriter();
    for (int i = 0; i < values.length; i++) {
      kinds[i] = random.nextInt(35);
      switch (kinds[i]) {
        case 33 -> {
          values[i] = random.nextInt(1 << random.nextInt(1, 31));
          writer.unsigned(values[i]);
        }
        case 34 -> {
          values[i] = random.nextInt(-5000, 5000);
          writer.signed(values[i]);
        }
        default -> {
          values[i] = kinds[i] == 0 ? 0 : random.nextLong() >>> (64 - kinds[i]);
          writer.bits(values[i], kinds[i]);
        }
      }
    }
    BitReader reader = BitReader.ofNal(writer.nal(0x67), 1);

    for (int i = 0; i < values.length; i++) {
      long read =
          switch (kinds[i]) {
            case 33 -> reader.unsigned(Integer.MAX_VALUE, "number");
            case 34 -> reader.signed();
            default -> reader.bits(kinds[i]);
          };
      assertThat(read).as("value %s of kind %s", i, kinds[i]).isEqualTo(values[i]);
    }
  }

  private static BitReader read(String nal) {
    return BitReader.ofNal(bytes(nal), 1);
  }

  private static ByteBuffer bytes(String hex) {
    return ByteBuffer.wrap(HexFormat.ofDelimiter(" ").parseHex(hex));
  }
}
