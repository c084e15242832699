package anbinh.media.simulator;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a track shows of its media, and when (ISO/IEC 14496-12 §8.6.6).
///
/// @param edits in the order in which they are shown
record Mp4EditList(List<Edit> edits) {
  /// All of the media as it is: what a track without an edit list shows.
  static final Mp4EditList ALL =
      new Mp4EditList(List.of(new Edit.Part(Long.MIN_VALUE, Long.MAX_VALUE)));

  private static final long PAUSE = -1;
  private static final int NORMAL_RATE = 0x10000;
  private static final int MAX_EDITS = 10_000;
  private static final long MAX_PAUSE_SECONDS = 86_400;

  Mp4EditList {
    edits = List.copyOf(edits);
  }

  /// Times are in ticks of the track.
  sealed interface Edit {
    /// What of the media is shown from `from` until before `to`.
    record Part(long from, long to) implements Edit {}

    /// Nothing is shown for so long.
    record Pause(long ticks) implements Edit {}
  }

  /// @param timescale of the track
  /// @param movieTimescale in which lengths are stated
  /// @param begin of the media that there is, from which the edits returned count
  static Mp4EditList of(Mp4Box track, long timescale, long movieTimescale, long begin) {
    Optional<Mp4Box> box = track.find("edts").flatMap(edits -> edits.find("elst"));
    if (box.isEmpty()) {
      return ALL;
    }
    ByteBuffer list = box.get().content();
    boolean wide = list.get(0) == 1;
    int count = list.getInt(4);
    if (count < 0 || count > MAX_EDITS || movieTimescale <= 0) {
      throw new IllegalArgumentException("an edit list of " + count + " edits");
    }
    list.position(8);
    List<Edit> edits = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      long length = wide ? list.getLong() : Integer.toUnsignedLong(list.getInt());
      long from = wide ? list.getLong() : list.getInt();
      int rate = list.getInt();
      edits.add(
          from == PAUSE
              ? pause(length, timescale, movieTimescale)
              : part(from, length, rate, timescale, movieTimescale, begin));
    }
    return edits.isEmpty() ? ALL : new Mp4EditList(edits);
  }

  private static Edit pause(long length, long timescale, long movieTimescale) {
    if (length < 0 || length / movieTimescale > MAX_PAUSE_SECONDS) {
      throw new IllegalArgumentException("an edit list with a pause of " + length);
    }
    return new Edit.Pause(length * timescale / movieTimescale);
  }

  /// A fragmented film does not know its length when it begins and states 0; others state the
  /// largest number there is.
  private static Edit part(
      long from, long length, int rate, long timescale, long movieTimescale, long begin) {
    if (from < 0) {
      throw new IllegalArgumentException("an edit list with a part at " + from);
    }
    if (rate != NORMAL_RATE) {
      throw new UnplayableVideo(
          "its edit list shows a part of it faster, slower or as a still, and the simulated camera"
              + " plays films at their own speed only");
    }
    boolean toTheEnd = length <= 0 || length > (Long.MAX_VALUE - from) / timescale;
    return new Edit.Part(
        from - begin,
        toTheEnd ? Long.MAX_VALUE : from - begin + length * timescale / movieTimescale);
  }
}
