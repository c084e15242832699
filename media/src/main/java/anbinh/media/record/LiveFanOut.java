package anbinh.media.record;

import anbinh.media.AccessUnit;
import anbinh.media.Bytes;
import anbinh.media.VideoFormat;
import anbinh.media.mp4.FragmentHeader;
import anbinh.media.mp4.InitSegment;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Passes one track's pictures on to its viewers, on a time line that has no gaps and no jumps.
///
/// The track's lock guards it; feeds may be closed by any thread.
final class LiveFanOut {
  private final List<LiveFeed> feeds = new ArrayList<>();
  private @Nullable VideoFormat format;
  private Bytes head = Bytes.copyOf(new byte[0]);
  private boolean interrupted = true;
  private long shiftTicks;
  private long nextTicks;
  private int sequence;

  /// Pictures are missing or times have a new origin: the next one follows the last without a gap.
  void interrupt() {
    interrupted = true;
    for (LiveFeed feed : feeds) {
      feed.restart();
    }
  }

  void tell(LiveEvent event) {
    for (LiveFeed feed : feeds) {
      feed.offer(event);
    }
  }

  /// @param decodeTicks on the track's own time line
  void picture(
      VideoFormat current, AccessUnit unit, long ticks, long decodeTicks, int durationTicks) {
    if (!current.equals(format)) {
      format = current;
      head = InitSegment.of(current, 0);
      tell(new LiveEvent.Init(current, head));
    }
    if (interrupted) {
      shiftTicks = nextTicks - decodeTicks;
      interrupted = false;
    }
    nextTicks = decodeTicks + shiftTicks + durationTicks;
    feeds.removeIf(LiveFeed::isClosed);
    if (!feeds.isEmpty()) {
      LiveEvent.Fragment fragment =
          fragment(
              unit.payload(),
              unit.key(),
              unit.damaged(),
              unit.receivedAt(),
              decodeTicks,
              (int) (ticks - decodeTicks),
              durationTicks);
      for (LiveFeed feed : feeds) {
        feed.offer(fragment);
      }
    }
  }

  /// A fragment on the viewers' time line.
  LiveEvent.Fragment fragment(
      ByteBuffer payload,
      boolean key,
      boolean damaged,
      Instant receivedAt,
      long decodeTicks,
      int compositionTicks,
      int durationTicks) {
    byte[] header = new byte[FragmentHeader.BYTES];
    FragmentHeader.write(
        header,
        0,
        ++sequence,
        decodeTicks + shiftTicks,
        durationTicks,
        payload.remaining(),
        key,
        damaged,
        compositionTicks);
    return new LiveEvent.Fragment(
        ByteBuffer.wrap(header).asReadOnlyBuffer(), payload, key, receivedAt);
  }

  boolean hasViewers() {
    return !feeds.isEmpty();
  }

  /// Adds a viewer, who begins with the last key picture where the open segment holds it.
  ///
  /// @param open the open segment, of which all is written
  void join(LiveFeed feed, @Nullable SegmentWriter open) {
    VideoFormat current = format;
    if (current != null) {
      feed.offer(new LiveEvent.Init(current, head));
    }
    if (open != null) {
      LiveBacklog.sinceKey(open, this).forEach(feed::offer);
    }
    feeds.add(feed);
  }

  void end() {
    tell(new LiveEvent.Ended());
    feeds.clear();
  }
}
