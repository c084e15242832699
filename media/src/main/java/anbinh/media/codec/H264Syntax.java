package anbinh.media.codec;

import java.nio.ByteBuffer;
import java.util.OptionalInt;

/// NAL unit headers of H.264 (§7.3.1, table 7-1).
public final class H264Syntax implements NalSyntax {
  public static final int SLICE = 1;
  public static final int IDR_SLICE = 5;
  public static final int SEI = 6;
  public static final int SPS = 7;
  public static final int PPS = 8;
  public static final int ACCESS_UNIT_DELIMITER = 9;

  static final H264Syntax INSTANCE = new H264Syntax();

  private H264Syntax() {}

  @Override
  public int headerBytes() {
    return 1;
  }

  @Override
  public int type(byte firstByte) {
    return firstByte & 0x1F;
  }

  /// Data partition A (2) counts as a slice; B and C (3, 4) carry no `first_mb_in_slice`.
  @Override
  public boolean isSlice(int type) {
    return type == SLICE || type == 2 || type == IDR_SLICE;
  }

  @Override
  public boolean isKey(int type) {
    return type == IDR_SLICE;
  }

  @Override
  public boolean isParameterSet(int type) {
    return type == SPS || type == PPS;
  }

  @Override
  public boolean isDelimiter(int type) {
    return type == ACCESS_UNIT_DELIMITER;
  }

  @Override
  public boolean isMessage(int type) {
    return type == SEI;
  }

  /// Slice types 2 and 7 (I), 4 and 9 (SI).
  @Override
  public boolean isIntra(ByteBuffer slice) {
    try {
      BitReader reader = BitReader.ofNal(head(slice), headerBytes());
      reader.unsigned(Integer.MAX_VALUE, "first_mb_in_slice");
      int type = reader.unsigned(9, "slice_type") % 5;
      return type == 2 || type == 4;
    } catch (MalformedBitstreamException unreadable) {
      return false;
    }
  }

  @Override
  public boolean opensUnit(int type) {
    return (type >= SEI && type <= ACCESS_UNIT_DELIMITER) || (type >= 14 && type <= 18);
  }

  @Override
  public boolean isFirstSlice(byte payload) {
    return (payload & 0x80) != 0;
  }

  @Override
  public OptionalInt pictureParameterSetId(ByteBuffer slice) {
    try {
      BitReader reader = BitReader.ofNal(head(slice), headerBytes());
      reader.unsigned(Integer.MAX_VALUE, "first_mb_in_slice");
      reader.unsigned(9, "slice_type");
      return OptionalInt.of(reader.unsigned(255, "pic_parameter_set_id"));
    } catch (MalformedBitstreamException unreadable) {
      return OptionalInt.empty();
    }
  }

  /// The first bytes only: slices are long and the fields requested lie at the front.
  static ByteBuffer head(ByteBuffer slice) {
    return slice.slice(slice.position(), Math.min(slice.remaining(), 32));
  }
}
