package anbinh.media.simulator;

import anbinh.media.VideoFormat;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/// The latest pictures of a camera whose video is made while it is watched. One thread adds
/// pictures, the simulator's thread sends them to whoever watches, from the next key picture on.
public final class LiveFeed {
  private static final int KEPT = 64;

  private final VideoSource first;
  private final RtpPacketiser packetiser;
  private final ArrayDeque<Entry> latest = new ArrayDeque<>();
  private long added;

  /// A picture ready to be sent.
  ///
  /// @param takenNanos [System#nanoTime] of what it shows
  record Entry(long number, Picture picture, List<RtpPayload> payloads, long takenNanos) {}

  /// @param first the first key picture, of which the description speaks
  public LiveFeed(VideoFormat format, Picture first) {
    this.first = new VideoSource(format, List.of(first));
    this.packetiser = new RtpPacketiser(format.codec(), PacketisedSource.MAXIMUM_PAYLOAD_BYTES);
  }

  /// @param takenNanos [System#nanoTime] of what the picture shows; ever increasing
  public synchronized void add(Picture picture, long takenNanos) {
    latest.add(new Entry(added++, picture, packetiser.packetise(picture), takenNanos));
    if (latest.size() > KEPT) {
      latest.removeFirst();
    }
  }

  VideoSource first() {
    return first;
  }

  /// How many pictures were added; the number of the next.
  synchronized long added() {
    return added;
  }

  /// The picture of a number, or the first kept one after it.
  synchronized Optional<Entry> next(long number) {
    Iterator<Entry> entries = latest.iterator();
    while (entries.hasNext()) {
      Entry entry = entries.next();
      if (entry.number() >= number) {
        return Optional.of(entry);
      }
    }
    return Optional.empty();
  }
}
