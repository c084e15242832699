package anbinh.media.mp4;

import anbinh.media.Bytes;
import java.util.Arrays;

/// Where every picture of one segment file is, and when: the table from which any part of the file
/// can be served without reading it. Immutable; safe for any thread.
///
/// Samples are numbered from 0 in coding order. Its form as bytes is specified in the package's
/// description.
public final class SampleIndex {
  /// The most samples that one index may hold: 19 hours at 15 pictures a second.
  public static final int MAX_SAMPLES = 1 << 20;

  /// What a sample is, as bits.
  static final byte KEY = 1;

  static final byte DAMAGED = 2;

  private final int[] decodeTicks;
  private final int[] compositionTicks;
  private final int[] sizeBytes;
  private final long[] offsetBytes;
  private final byte[] kinds;
  private final int headBytes;
  private final long durationTicks;

  SampleIndex(
      int[] decodeTicks,
      int[] compositionTicks,
      int[] sizeBytes,
      byte[] kinds,
      int headBytes,
      long durationTicks) {
    this.decodeTicks = decodeTicks;
    this.compositionTicks = compositionTicks;
    this.sizeBytes = sizeBytes;
    this.kinds = kinds;
    this.headBytes = headBytes;
    this.durationTicks = durationTicks;
    this.offsetBytes = new long[sizeBytes.length];
    long at = headBytes;
    for (int i = 0; i < sizeBytes.length; i++) {
      offsetBytes[i] = at + FragmentHeader.BYTES;
      at = offsetBytes[i] + sizeBytes[i];
    }
  }

  /// At least 1.
  public int count() {
    return sizeBytes.length;
  }

  /// Decode time since the first sample's decode time.
  public int decodeTicks(int sample) {
    return decodeTicks[sample];
  }

  /// Presentation time minus decode time.
  public int compositionTicks(int sample) {
    return compositionTicks[sample];
  }

  /// Presentation time since the first sample's presentation; negative for a picture that is shown
  /// before the key picture it follows (H.265 leading pictures).
  public int mediaTicks(int sample) {
    return decodeTicks[sample] + compositionTicks[sample] - compositionTicks[0];
  }

  public int sizeBytes(int sample) {
    return sizeBytes[sample];
  }

  /// From the start of the file to the picture's first byte.
  public long offsetBytes(int sample) {
    return offsetBytes[sample];
  }

  /// Whether decoding can start here.
  public boolean key(int sample) {
    return (kinds[sample] & KEY) != 0;
  }

  /// Whether parts of the picture, or of one that it may refer to, never came.
  public boolean damaged(int sample) {
    return (kinds[sample] & DAMAGED) != 0;
  }

  /// How many samples are [#damaged].
  public int damagedCount() {
    int count = 0;
    for (byte kind : kinds) {
      count += (kind & DAMAGED) == 0 ? 0 : 1;
    }
    return count;
  }

  /// Bytes before the first fragment.
  public int headBytes() {
    return headBytes;
  }

  /// From the start of the file to the end of the last fragment.
  public long endBytes() {
    int last = count() - 1;
    return offsetBytes[last] + sizeBytes[last];
  }

  /// From the first picture's presentation to the end of the last: the next segment's first picture
  /// where it follows without a gap, else estimated.
  public long durationTicks() {
    return durationTicks;
  }

  /// The last key sample in coding order that is shown at or before a time; 0 when there is none.
  public int keyAtOrBefore(long mediaTicks) {
    int found = 0;
    int from = firstDecodedAfter(mediaTicks + compositionTicks[0]);
    for (int i = Math.min(count(), from) - 1; i >= 0; i--) {
      if (key(i) && mediaTicks(i) <= mediaTicks) {
        found = i;
        break;
      }
    }
    return found;
  }

  /// The first sample whose decode time is later; [#count] when there is none. A picture shown at a
  /// time is decoded no later, so key pictures shown by then lie before.
  private int firstDecodedAfter(long ticks) {
    int low = 0;
    int high = count();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (decodeTicks[middle] > ticks) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /// The same samples, lasting as long as is known better.
  public SampleIndex withDuration(long ticks) {
    return new SampleIndex(decodeTicks, compositionTicks, sizeBytes, kinds, headBytes, ticks);
  }

  /// The same samples by the recorder's clock, where the times of these run at another rate.
  public SampleIndex corrected(ClockRate rate) {
    if (rate.isDeclared()) {
      return this;
    }
    int[] decode = new int[count()];
    int[] composition = new int[count()];
    int shown = compositionTicks[0];
    for (int i = 0; i < decode.length; i++) {
      long ticks = rate.recorderTicks(decodeTicks[i]);
      decode[i] = Math.toIntExact(i == 0 ? ticks : Math.max(ticks, decode[i - 1] + 1L));
      long presentation = rate.recorderTicks((long) decodeTicks[i] + compositionTicks[i] - shown);
      composition[i] = Math.toIntExact(presentation + rate.recorderTicks(shown) - decode[i]);
    }
    long duration = Math.max(1, rate.recorderTicks(durationTicks));
    return new SampleIndex(decode, composition, sizeBytes, kinds, headBytes, duration);
  }

  /// About five to seven bytes a sample.
  public Bytes encode() {
    return SampleIndexFormat.encode(this);
  }

  /// @throws MalformedMp4Exception when the bytes are anything but what [#encode] gives
  public static SampleIndex decode(Bytes bytes) {
    return SampleIndexFormat.decode(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SampleIndex that
        && headBytes == that.headBytes
        && durationTicks == that.durationTicks
        && Arrays.equals(decodeTicks, that.decodeTicks)
        && Arrays.equals(compositionTicks, that.compositionTicks)
        && Arrays.equals(sizeBytes, that.sizeBytes)
        && Arrays.equals(kinds, that.kinds);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(sizeBytes) * 31 + Arrays.hashCode(decodeTicks);
  }

  @Override
  public String toString() {
    return count() + " samples, " + durationTicks + " ticks, " + endBytes() + " bytes";
  }

  /// Collects samples in coding order. For one thread at a time; the caller guards it.
  public static final class Builder {
    private int[] decodeTicks = new int[256];
    private int[] compositionTicks = new int[256];
    private int[] sizeBytes = new int[256];
    private byte[] kinds = new byte[256];
    private final int headBytes;
    private int count;

    /// @param headBytes bytes before the first fragment
    public Builder(int headBytes) {
      this.headBytes = headBytes;
    }

    /// @param decode decode time since the first sample's: 0 at first, then strictly increasing
    public void add(long decode, int composition, int size, boolean key, boolean damaged) {
      if (count == MAX_SAMPLES) {
        throw new IllegalStateException("An index holds at most " + MAX_SAMPLES + " samples.");
      }
      if (count == 0 ? decode != 0 || !key : decode <= decodeTicks[count - 1]) {
        throw new IllegalArgumentException(
            "Sample "
                + count
                + " at "
                + decode
                + " ticks is out of order, or the first is no key.");
      }
      if (size < 1 || decode > Integer.MAX_VALUE / 2) {
        throw new IllegalArgumentException(
            "Sample " + count + " of " + size + " bytes at " + decode + " ticks is out of range.");
      }
      if (count == sizeBytes.length) {
        int room = count * 2;
        decodeTicks = Arrays.copyOf(decodeTicks, room);
        compositionTicks = Arrays.copyOf(compositionTicks, room);
        sizeBytes = Arrays.copyOf(sizeBytes, room);
        kinds = Arrays.copyOf(kinds, room);
      }
      decodeTicks[count] = (int) decode;
      compositionTicks[count] = composition;
      sizeBytes[count] = size;
      kinds[count] = (byte) ((key ? KEY : 0) | (damaged ? DAMAGED : 0));
      count++;
    }

    public int count() {
      return count;
    }

    /// Drops all but the first samples, whose fragments alone are known to be whole.
    public void keepFirst(int samples) {
      count = Math.min(count, samples);
    }

    /// @param durationTicks at least 1
    public SampleIndex build(long durationTicks) {
      return build(count, durationTicks);
    }

    /// An index of the first samples only.
    public SampleIndex build(int samples, long durationTicks) {
      if (samples < 1 || samples > count || durationTicks < 1) {
        throw new IllegalStateException(
            "An index of " + samples + " samples lasting " + durationTicks + " ticks cannot be.");
      }
      return new SampleIndex(
          Arrays.copyOf(decodeTicks, samples),
          Arrays.copyOf(compositionTicks, samples),
          Arrays.copyOf(sizeBytes, samples),
          Arrays.copyOf(kinds, samples),
          headBytes,
          durationTicks);
    }
  }
}
