package anbinh.media.record;

import anbinh.media.AccessUnit;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A track's figures for [RecorderHealth]: written by its writer thread, read by any.
final class TrackCounters {
  private volatile @Nullable Instant lastPicture;
  private volatile long writtenBytes;
  private volatile long dropped;
  private volatile long damaged;
  private volatile long losses;
  private volatile long lostPackets;

  void picture(AccessUnit unit, long written) {
    if (unit.damaged()) {
      long sum = damaged + 1;
      damaged = sum;
    }
    lastPicture = unit.receivedAt();
    wrote(written);
  }

  void wrote(long bytes) {
    long sum = writtenBytes + bytes;
    writtenBytes = sum;
  }

  void dropped(int pictures) {
    long sum = dropped + pictures;
    dropped = sum;
  }

  /// @param packets 0 where nobody knows how many
  void lost(int packets) {
    long times = losses + 1;
    losses = times;
    long sum = lostPackets + packets;
    lostPackets = sum;
  }

  long damaged() {
    return damaged;
  }

  long losses() {
    return losses;
  }

  long lostPackets() {
    return lostPackets;
  }

  Optional<Instant> lastPicture() {
    return Optional.ofNullable(lastPicture);
  }

  long writtenBytes() {
    return writtenBytes;
  }

  long dropped() {
    return dropped;
  }
}
