package anbinh.media.record;

import anbinh.media.AccessUnit;
import anbinh.media.SenderReport;
import anbinh.media.StreamState;
import anbinh.media.VideoFormat;
import java.util.ArrayList;
import java.util.List;

/// What an ingest thread hands to a writer thread for one track: bounded, never waiting.
///
/// When it is full, pictures are dropped up to the next key picture that fits, and an [Overflow]
/// stands in their place. Thread-safe.
final class TrackQueue {
  /// More room for what is not a picture: small and rare.
  private static final int CONTROL_ROOM = 1024;

  private final int mostPictures;
  private final long mostBytes;
  private final QueueMemory memory;
  private List<Event> events = new ArrayList<>();
  private int pictures;
  private long bytes;
  private int dropped;
  private boolean droppingToKey;

  sealed interface Event {
    record Format(VideoFormat format) implements Event {}

    record Picture(AccessUnit unit) implements Event {}

    record Loss(int packets) implements Event {}

    record Report(SenderReport report) implements Event {}

    record State(StreamState state) implements Event {}

    /// Pictures that were dropped here because the queue was full.
    record Overflow(int pictures) implements Event {}
  }

  TrackQueue(int mostPictures, long mostBytes, QueueMemory memory) {
    this.mostPictures = mostPictures;
    this.mostBytes = mostBytes;
    this.memory = memory;
  }

  synchronized void offer(AccessUnit unit) {
    int size = unit.payload().remaining();
    boolean requested = unit.key() || !droppingToKey;
    if (!requested || pictures >= mostPictures || bytes + size > mostBytes || !memory.take(size)) {
      droppingToKey = true;
      dropped++;
      return;
    }
    if (droppingToKey) {
      events.add(new Event.Overflow(dropped));
      dropped = 0;
      droppingToKey = false;
    }
    events.add(new Event.Picture(unit));
    pictures++;
    bytes += size;
  }

  /// Adds what is not a picture. A stream that sends more of it than any camera would is treated
  /// like one that sends too many pictures.
  synchronized void offer(Event event) {
    if (events.size() - pictures >= CONTROL_ROOM) {
      droppingToKey = true;
      return;
    }
    events.add(event);
  }

  /// Takes everything, in order.
  ///
  /// @param emptied a list without elements, which the queue goes on with
  synchronized List<Event> swap(List<Event> emptied) {
    List<Event> taken = events;
    if (dropped > 0) {
      taken.add(new Event.Overflow(dropped));
      dropped = 0;
    }
    events = emptied;
    pictures = 0;
    memory.give(bytes);
    bytes = 0;
    return taken;
  }

  synchronized int pictures() {
    return pictures;
  }

  synchronized boolean isEmpty() {
    return events.isEmpty() && dropped == 0;
  }
}
