package anbinh.media.mp4;

import java.nio.ByteBuffer;

/// The `moof` box and the head of the `mdat` box in front of every recorded picture: always
/// [#BYTES] long and always of the same shape (ISO/IEC 14496-12 §8.8: one `traf` with
/// default-base-is-moof, a 64-bit `tfdt`, a `trun` version 1 of one sample).
///
/// @param sequence 1 for the first fragment of a file
/// @param decodeTicks decode time (`tfdt`)
/// @param durationTicks how long the sample lasts as far as known when it is written; the true
///   value is the next fragment's decode time
/// @param sizeBytes the picture's bytes
/// @param damaged whether parts of the picture, or of one that it may refer to, never came; said by
///   `sample_degradation_priority` 1, which players pass over
/// @param compositionOffsetTicks presentation time minus decode time
public record FragmentHeader(
    int sequence,
    long decodeTicks,
    int durationTicks,
    int sizeBytes,
    boolean key,
    boolean damaged,
    int compositionOffsetTicks) {
  /// From the first byte of `moof` to the first byte of the picture.
  public static final int BYTES = 112;

  private static final int MOOF_BYTES = BYTES - 8;
  private static final int SEQUENCE = 20;
  private static final int DECODE_TIME = 60;
  private static final int DURATION = 88;
  private static final int SIZE = 92;
  private static final int FLAGS = 96;
  private static final int COMPOSITION = 100;
  private static final int MDAT_SIZE = MOOF_BYTES;
  private static final int MDAT_TYPE = MOOF_BYTES + 4;

  /// sample_depends_on = 2: needs no other picture.
  private static final int KEY_FLAGS = 0x02000000;

  /// sample_depends_on = 1, sample_is_non_sync_sample.
  private static final int OTHER_FLAGS = 0x01010000;

  private static final int DAMAGED_FLAGS = OTHER_FLAGS | 1;

  private static final byte[] TEMPLATE = template();

  /// Writes without making an object.
  ///
  /// @param target an array of at least `at` + [#BYTES] bytes
  public static void write(
      byte[] target,
      int at,
      int sequence,
      long decodeTicks,
      int durationTicks,
      int sizeBytes,
      boolean key,
      boolean damaged,
      int compositionOffsetTicks) {
    System.arraycopy(TEMPLATE, 0, target, at, BYTES);
    putInt(target, at + SEQUENCE, sequence);
    putInt(target, at + DECODE_TIME, (int) (decodeTicks >> 32));
    putInt(target, at + DECODE_TIME + 4, (int) decodeTicks);
    putInt(target, at + DURATION, durationTicks);
    putInt(target, at + SIZE, sizeBytes);
    putInt(target, at + FLAGS, key ? KEY_FLAGS : damaged ? DAMAGED_FLAGS : OTHER_FLAGS);
    putInt(target, at + COMPOSITION, compositionOffsetTicks);
    putInt(target, at + MDAT_SIZE, sizeBytes + 8);
  }

  /// Reads a header and refuses every shape but the one that is written here.
  ///
  /// @param source at least [#BYTES] remaining bytes; its position is left where it was
  public static FragmentHeader parse(ByteBuffer source) {
    int start = source.position();
    for (int i = 0; i < BYTES; i++) {
      if (!varies(i) && source.get(start + i) != TEMPLATE[i]) {
        throw new MalformedMp4Exception(
            "Byte " + i + " of a fragment is not as the recorder writes it.");
      }
    }
    int size = source.getInt(start + SIZE);
    if (size < 1 || size > Integer.MAX_VALUE - 8 || source.getInt(start + MDAT_SIZE) != size + 8) {
      throw new MalformedMp4Exception("A fragment states a size of " + size + " bytes.");
    }
    int flags = source.getInt(start + FLAGS);
    if (flags != KEY_FLAGS && flags != OTHER_FLAGS && flags != DAMAGED_FLAGS) {
      throw new MalformedMp4Exception("A fragment has unknown sample flags.");
    }
    long decodeTicks = source.getLong(start + DECODE_TIME);
    int duration = source.getInt(start + DURATION);
    if (decodeTicks < 0 || duration < 1) {
      throw new MalformedMp4Exception("A fragment has a negative time.");
    }
    return new FragmentHeader(
        source.getInt(start + SEQUENCE),
        decodeTicks,
        duration,
        size,
        flags == KEY_FLAGS,
        flags == DAMAGED_FLAGS,
        source.getInt(start + COMPOSITION));
  }

  private static boolean varies(int at) {
    return (at >= SEQUENCE && at < SEQUENCE + 4)
        || (at >= DECODE_TIME && at < DECODE_TIME + 8)
        || (at >= DURATION && at < MDAT_TYPE);
  }

  private static byte[] template() {
    BoxWriter writer = new BoxWriter(BYTES);
    writer.open("moof");
    writer.openFull("mfhd", 0, 0);
    writer.int32(0);
    writer.close();
    writer.open("traf");
    writer.openFull("tfhd", 0, 0x020000);
    writer.int32(1);
    writer.close();
    writer.openFull("tfdt", 1, 0);
    writer.int64(0);
    writer.close();
    writer.openFull("trun", 1, 0x000F01);
    writer.int32(1);
    writer.int32(BYTES);
    writer.zeros(16);
    writer.close();
    writer.close();
    writer.close();
    writer.open("mdat");
    writer.close();
    return writer.toArray();
  }

  private static void putInt(byte[] target, int at, int value) {
    target[at] = (byte) (value >> 24);
    target[at + 1] = (byte) (value >> 16);
    target[at + 2] = (byte) (value >> 8);
    target[at + 3] = (byte) value;
  }
}
