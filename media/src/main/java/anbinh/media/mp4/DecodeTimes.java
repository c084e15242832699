package anbinh.media.mp4;

/// Decode times for pictures whose presentation times alone are known, as RTP carries them.
///
/// With a reorder depth of *d*, the *i*-th picture in coding order decodes at the (*i* − *d*)-th
/// smallest presentation time: never later than it is shown, and known as soon as the picture is
/// there, so that nothing is delayed. The first *d* are extrapolated back by the frame duration.
/// Times are strictly increasing whatever comes in; where a stream reorders more deeply than it
/// declares, presentation simply precedes decoding (a negative composition offset).
///
/// For one thread.
public final class DecodeTimes {
  private final long[] pending;
  private final int depth;
  private final int frameTicks;
  private int held;
  private long first;
  private long last = Long.MIN_VALUE;

  /// @param frameTicks the duration assumed between the first pictures
  public DecodeTimes(int reorderDepth, int frameTicks) {
    this.depth = reorderDepth;
    this.frameTicks = Math.max(1, frameTicks);
    this.pending = new long[reorderDepth + 1];
  }

  /// The decode time of the next picture in coding order.
  public long next(long presentationTicks) {
    long decode;
    if (held < depth) {
      if (held == 0) {
        first = presentationTicks;
      }
      decode = first - (long) (depth - held) * frameTicks;
      insert(presentationTicks);
    } else {
      insert(presentationTicks);
      decode = pending[0];
      System.arraycopy(pending, 1, pending, 0, depth);
      held = depth;
    }
    last = last == Long.MIN_VALUE ? decode : Math.max(decode, last + 1);
    return last;
  }

  private void insert(long value) {
    int at = held++;
    while (at > 0 && pending[at - 1] > value) {
      pending[at] = pending[at - 1];
      at--;
    }
    pending[at] = value;
  }
}
