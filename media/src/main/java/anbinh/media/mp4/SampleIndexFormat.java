package anbinh.media.mp4;

import anbinh.media.Bytes;
import java.util.Arrays;

/// The bytes of a [SampleIndex], version 1, as specified in the package's description.
final class SampleIndexFormat {
  private static final int VERSION = 1;
  private static final long HAS_COMPOSITION = 1;
  private static final long HAS_DAMAGED = 2;

  private final byte[] bytes;
  private int at;

  private SampleIndexFormat(byte[] bytes) {
    this.bytes = bytes;
  }

  static Bytes encode(SampleIndex index) {
    int count = index.count();
    boolean composition = false;
    boolean damaged = false;
    for (int i = 0; i < count; i++) {
      composition |= index.compositionTicks(i) != 0;
      damaged |= index.damaged(i);
    }
    SampleIndexFormat out = new SampleIndexFormat(new byte[51 + count * 20]);
    out.bytes[out.at++] = VERSION;
    out.put((composition ? HAS_COMPOSITION : 0) | (damaged ? HAS_DAMAGED : 0));
    out.put(count);
    out.put(index.headBytes());
    out.put(index.durationTicks());
    long duration = 0;
    long keySize = 0;
    long otherSize = 0;
    long offset = 0;
    for (int i = 0; i < count; i++) {
      boolean key = index.key(i);
      long own = i == 0 ? 0 : index.decodeTicks(i) - index.decodeTicks(i - 1);
      out.put(zigzag(own - duration) << 1 | (key ? 1 : 0));
      duration = own;
      int size = index.sizeBytes(i);
      out.put(zigzag(size - (key ? keySize : otherSize)));
      if (key) {
        keySize = size;
      } else {
        otherSize = size;
      }
      if (composition) {
        out.put(zigzag(index.compositionTicks(i) - offset));
        offset = index.compositionTicks(i);
      }
    }
    if (damaged) {
      out.putDamaged(index);
    }
    return Bytes.copyOf(Arrays.copyOf(out.bytes, out.at));
  }

  /// Turns between whole and damaged, from the first sample on.
  private void putDamaged(SampleIndex index) {
    boolean now = false;
    int since = 0;
    for (int i = 0; i < index.count(); i++) {
      if (index.damaged(i) != now) {
        now = !now;
        put(i - since);
        since = i;
      }
    }
    put(0);
  }

  private void takeDamaged(byte[] kinds) {
    boolean now = false;
    long turn = take();
    long from = turn;
    do {
      require(turn > 0 && from < kinds.length, "has damaged samples that cannot be");
      now = !now;
      turn = take();
      long to = turn == 0 ? kinds.length : from + turn;
      require(to <= kinds.length, "has damaged samples that cannot be");
      for (int i = (int) from; now && i < to; i++) {
        require(kinds[i] == 0, "has a damaged key sample");
        kinds[i] = SampleIndex.DAMAGED;
      }
      from = to;
    } while (turn != 0);
  }

  static SampleIndex decode(Bytes source) {
    return new SampleIndexFormat(source.toArray()).decode();
  }

  private SampleIndex decode() {
    require(bytes.length > 0 && bytes[at++] == VERSION, "is not of version 1");
    long flags = take();
    require(flags <= (HAS_COMPOSITION | HAS_DAMAGED), "has unknown flags");
    long count = take();
    require(
        count >= 1 && count <= SampleIndex.MAX_SAMPLES && count <= (bytes.length - at) / 2,
        "states a count that cannot be");
    long head = take();
    require(head >= 0 && head <= Integer.MAX_VALUE, "states a head that cannot be");
    long durationTicks = take();
    require(durationTicks >= 1 && durationTicks <= 1L << 40, "states a length that cannot be");
    int[] decodeTicks = new int[(int) count];
    int[] compositionTicks = new int[(int) count];
    int[] sizes = new int[(int) count];
    byte[] kinds = new byte[(int) count];
    long decode = 0;
    long duration = 0;
    long keySize = 0;
    long otherSize = 0;
    long offset = 0;
    boolean anyOffset = false;
    for (int i = 0; i < count; i++) {
      long first = take();
      boolean key = (first & 1) == 1;
      kinds[i] = key ? SampleIndex.KEY : 0;
      duration += unzigzag(first >>> 1);
      require(i == 0 ? duration == 0 && key : duration > 0, "has decode times out of order");
      decode += duration;
      require(decode <= Integer.MAX_VALUE / 2, "has a decode time that cannot be");
      decodeTicks[i] = (int) decode;
      long size = (key ? keySize : otherSize) + unzigzag(take());
      require(size >= 1 && size <= Integer.MAX_VALUE - 8, "has a size that cannot be");
      if (key) {
        keySize = size;
      } else {
        otherSize = size;
      }
      sizes[i] = (int) size;
      if ((flags & HAS_COMPOSITION) != 0) {
        offset += unzigzag(take());
        require(offset == (int) offset, "has a composition offset that cannot be");
        compositionTicks[i] = (int) offset;
        anyOffset |= offset != 0;
      }
    }
    if ((flags & HAS_DAMAGED) != 0) {
      takeDamaged(kinds);
    }
    require(at == bytes.length, "has bytes after its end");
    require(anyOffset == ((flags & HAS_COMPOSITION) != 0), "has flags that it does not need");
    return new SampleIndex(decodeTicks, compositionTicks, sizes, kinds, (int) head, durationTicks);
  }

  private void put(long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      bytes[at++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[at++] = (byte) rest;
  }

  private long take() {
    long value = 0;
    for (int shift = 0; shift < 63; shift += 7) {
      require(at < bytes.length, "is cut short");
      byte next = bytes[at++];
      value |= (next & 0x7FL) << shift;
      if (next >= 0) {
        require(next != 0 || shift == 0, "has a number in more bytes than it needs");
        return value;
      }
    }
    throw new MalformedMp4Exception("The sample index has a number that is too long.");
  }

  private void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new MalformedMp4Exception("The sample index " + otherwise + " (byte " + at + ").");
    }
  }

  private static long zigzag(long value) {
    return (value << 1) ^ (value >> 63);
  }

  private static long unzigzag(long value) {
    return (value >>> 1) ^ -(value & 1);
  }
}
