package anbinh.media.codec;

import java.nio.ByteBuffer;
import java.util.OptionalInt;

/// NAL unit headers of H.265 (§7.3.1.2, table 7-1).
public final class H265Syntax implements NalSyntax {
  /// The first of the types at which decoding can start (BLA_W_LP); the last is 23.
  public static final int FIRST_IRAP = 16;

  public static final int LAST_IRAP = 23;
  public static final int VPS = 32;
  public static final int SPS = 33;
  public static final int PPS = 34;
  public static final int ACCESS_UNIT_DELIMITER = 35;
  public static final int PREFIX_SEI = 39;

  static final H265Syntax INSTANCE = new H265Syntax();

  private H265Syntax() {}

  @Override
  public int headerBytes() {
    return 2;
  }

  @Override
  public int type(byte firstByte) {
    return firstByte >> 1 & 0x3F;
  }

  @Override
  public boolean isSlice(int type) {
    return type <= 9 || (type >= FIRST_IRAP && type <= 21);
  }

  @Override
  public boolean isKey(int type) {
    return type >= FIRST_IRAP && type <= LAST_IRAP;
  }

  @Override
  public boolean isParameterSet(int type) {
    return type >= VPS && type <= PPS;
  }

  @Override
  public boolean isDelimiter(int type) {
    return type == ACCESS_UNIT_DELIMITER;
  }

  @Override
  public boolean isMessage(int type) {
    return type == PREFIX_SEI;
  }

  @Override
  public boolean isIntra(ByteBuffer slice) {
    return false;
  }

  @Override
  public boolean opensUnit(int type) {
    return (type >= VPS && type <= ACCESS_UNIT_DELIMITER)
        || type == PREFIX_SEI
        || (type >= 41 && type <= 44)
        || (type >= 48 && type <= 55);
  }

  @Override
  public boolean isFirstSlice(byte payload) {
    return (payload & 0x80) != 0;
  }

  @Override
  public OptionalInt pictureParameterSetId(ByteBuffer slice) {
    if (slice.remaining() < headerBytes()) {
      return OptionalInt.empty();
    }
    try {
      BitReader reader = BitReader.ofNal(H264Syntax.head(slice), headerBytes());
      reader.skip(1);
      if (isKey(type(slice.get(slice.position())))) {
        reader.skip(1);
      }
      return OptionalInt.of(reader.unsigned(63, "slice_pic_parameter_set_id"));
    } catch (MalformedBitstreamException unreadable) {
      return OptionalInt.empty();
    }
  }
}
