package anbinh.media.record;

import anbinh.media.record.log.Gap;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;

/// Whether the storage takes new files, shared by all tracks: after a refusal nothing is tried for
/// a while, and a file is begun only where the marker and enough space are. Thread-safe.
final class DiskGate {
  private final StorageRoot root;
  private final long minimumFreeBytes;
  private final long retryAfterNanos;
  private final LongSupplier nanoTime;
  private RecorderHealth.Disk state = RecorderHealth.Disk.WRITING;
  private String detail = "";
  private long closedUntil;

  DiskGate(StorageRoot root, RecorderOptions options, LongSupplier nanoTime) {
    this.root = root;
    this.minimumFreeBytes = options.minimumFreeBytes();
    this.retryAfterNanos = options.retryDiskAfter().toNanos();
    this.nanoTime = nanoTime;
  }

  /// Why no file may be begun now; empty when one may.
  synchronized Optional<Gap.Cause> refusal() {
    if (state != RecorderHealth.Disk.WRITING && nanoTime.getAsLong() - closedUntil < 0) {
      return Optional.of(cause());
    }
    if (!root.isPresent()) {
      close(
          RecorderHealth.Disk.MISSING,
          "The storage marker is gone; the disk is probably not mounted.");
      return Optional.of(cause());
    }
    long free = usableBytes();
    if (free < minimumFreeBytes) {
      close(
          RecorderHealth.Disk.FULL,
          free + " bytes are free, fewer than the " + minimumFreeBytes + " to be kept.");
      return Optional.of(cause());
    }
    return Optional.empty();
  }

  /// A write was refused.
  ///
  /// @return the cause of the gap that follows
  synchronized Gap.Cause failed(IOException e) {
    boolean full = isFull(e);
    close(
        full ? RecorderHealth.Disk.FULL : RecorderHealth.Disk.FAILING,
        String.valueOf(e.getMessage()));
    return cause();
  }

  /// A file was begun.
  synchronized void passed() {
    state = RecorderHealth.Disk.WRITING;
    detail = "";
  }

  synchronized RecorderHealth.Disk state() {
    return state;
  }

  synchronized Optional<String> detail() {
    return detail.isEmpty() ? Optional.empty() : Optional.of(detail);
  }

  private boolean isFull(IOException e) {
    String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    if (message.contains("no space left") || message.contains("quota exceeded")) {
      return true;
    }
    return root.isPresent() && usableBytes() < 1 << 20;
  }

  /// Not by `Files.getFileStore`, which looks for the folder's mount and finds none in a chroot.
  private long usableBytes() {
    return root.folder().toFile().getUsableSpace();
  }

  private void close(RecorderHealth.Disk refused, String why) {
    state = refused;
    detail = why;
    closedUntil = nanoTime.getAsLong() + retryAfterNanos;
  }

  private Gap.Cause cause() {
    return switch (state) {
      case FULL -> Gap.Cause.DISK_FULL;
      case FAILING, MISSING, WRITING -> Gap.Cause.DISK_ERROR;
    };
  }
}
