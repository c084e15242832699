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

  void picture(AccessUnit unit, long written) {
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
