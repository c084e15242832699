package anbinh.media.codec;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.media.Codec;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NalSyntaxTest {
  private final NalSyntax h264 = NalSyntax.of(Codec.H264);
  private final NalSyntax h265 = NalSyntax.of(Codec.H265);

  @Test
  void readsTheTypeOfAnH264Unit() {
    assertThat(h264.headerBytes()).isEqualTo(1);
    assertThat(h264.type((byte) 0x67)).isEqualTo(H264Syntax.SPS);
    assertThat(h264.type((byte) 0x65)).isEqualTo(H264Syntax.IDR_SLICE);
    assertThat(h264.type((byte) 0x01)).isEqualTo(H264Syntax.SLICE);
  }

  @Test
  void readsTheTypeOfAnH265Unit() {
    assertThat(h265.headerBytes()).isEqualTo(2);
    assertThat(h265.type((byte) 0x40)).isEqualTo(H265Syntax.VPS);
    assertThat(h265.type((byte) 0x42)).isEqualTo(H265Syntax.SPS);
    assertThat(h265.type((byte) 0x26)).isEqualTo(19);
    assertThat(h265.type((byte) 0xA6)).as("forbidden bit set").isEqualTo(19);
  }

  @Test
  void knowsTheSlicesOfTable71() {
    assertThat(typesWhere(h264::isSlice, 32)).containsExactly(1, 2, 5);
    assertThat(typesWhere(h265::isSlice, 64))
        .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 16, 17, 18, 19, 20, 21);
  }

  @Test
  void knowsWhereDecodingCanStart() {
    assertThat(typesWhere(h264::isKey, 32)).containsExactly(5);
    assertThat(typesWhere(h265::isKey, 64)).containsExactly(16, 17, 18, 19, 20, 21, 22, 23);
  }

  @Test
  void knowsParameterSets() {
    assertThat(typesWhere(h264::isParameterSet, 32)).containsExactly(7, 8);
    assertThat(typesWhere(h265::isParameterSet, 64)).containsExactly(32, 33, 34);
  }

  @Test
  void knowsWhatCanOnlyComeBeforeAPicture() {
    assertThat(typesWhere(h264::opensUnit, 32)).containsExactly(6, 7, 8, 9, 14, 15, 16, 17, 18);
    assertThat(typesWhere(h265::opensUnit, 64))
        .containsExactly(32, 33, 34, 35, 39, 41, 42, 43, 44, 48, 49, 50, 51, 52, 53, 54, 55);
  }

  @Test
  void findsThePictureParameterSetOfAnH264Slice() {
    ByteBuffer slice = new BitWriter().unsigned(0).unsigned(7).unsigned(3).bits(0, 80).nal(0x65);

    assertThat(h264.pictureParameterSetId(slice)).hasValue(3);
    assertThat(h264.isFirstSlice(slice.get(1))).isTrue();
  }

  @Test
  void tellsAFurtherH264Slice() {
    ByteBuffer slice = new BitWriter().unsigned(1800).unsigned(5).unsigned(0).nal(0x41);

    assertThat(h264.isFirstSlice(slice.get(1))).isFalse();
    assertThat(h264.pictureParameterSetId(slice)).hasValue(0);
  }

  @Test
  void findsThePictureParameterSetOfAnH265Slice() {
    ByteBuffer key = new BitWriter().flag(true).flag(false).unsigned(5).nal(0x26, 0x01);
    ByteBuffer other = new BitWriter().flag(true).unsigned(6).nal(0x02, 0x01);
    ByteBuffer further = new BitWriter().flag(false).unsigned(6).nal(0x02, 0x01);

    assertThat(h265.pictureParameterSetId(key)).hasValue(5);
    assertThat(h265.pictureParameterSetId(other)).hasValue(6);
    assertThat(h265.isFirstSlice(key.get(2))).isTrue();
    assertThat(h265.isFirstSlice(further.get(2))).isFalse();
  }

  @Test
  void findsNothingInATruncatedSlice() {
    assertThat(h264.pictureParameterSetId(ByteBuffer.wrap(new byte[] {0x65}))).isEmpty();
    assertThat(h265.pictureParameterSetId(ByteBuffer.wrap(new byte[] {0x26}))).isEmpty();
    assertThat(h265.pictureParameterSetId(ByteBuffer.wrap(new byte[] {0x26, 1}))).isEmpty();
  }

  private static List<Integer> typesWhere(IntPredicate condition, int types) {
    return IntStream.range(0, types).filter(condition).boxed().toList();
  }
}
