package anbinh.media.record;

import java.time.Duration;

/// How a [Recorder] works.
///
/// @param rotateAfter length of a segment, to the next key picture; moments of rotation are spread
///   over cameras
/// @param tick how often queues are emptied when nobody asks for it ([Recorder#wake])
/// @param syncEvery how often open files are made durable: what a power cut can lose
/// @param queuePictures most pictures waiting per track
/// @param queueBytes most bytes waiting per track
/// @param writers writer threads
/// @param minimumFreeBytes no file is begun with less space than this
/// @param retryDiskAfter how long a disk that refused is left alone
/// @param heldLogEntries most statements held while the log fails
/// @param closeWithin how long [Recorder#close] waits for disk and log
public record RecorderOptions(
    Duration rotateAfter,
    Duration tick,
    Duration syncEvery,
    int queuePictures,
    long queueBytes,
    int writers,
    long minimumFreeBytes,
    Duration retryDiskAfter,
    int heldLogEntries,
    Duration closeWithin) {
  public static final RecorderOptions DEFAULT =
      new RecorderOptions(
          Duration.ofSeconds(60),
          Duration.ofMillis(100),
          Duration.ofSeconds(2),
          600,
          32L << 20,
          1,
          64L << 20,
          Duration.ofSeconds(5),
          8192,
          Duration.ofSeconds(20));

  public RecorderOptions {
    require(rotateAfter.toSeconds() >= 1, "rotateAfter must be at least a second");
    require(tick.isPositive(), "tick must be positive");
    require(syncEvery.isPositive(), "syncEvery must be positive");
    require(queuePictures >= 2, "queuePictures must be at least 2");
    require(queueBytes >= 1 << 20, "queueBytes must be at least a mebibyte");
    require(writers >= 1, "writers must be at least 1");
    require(heldLogEntries >= 1, "heldLogEntries must be at least 1");
  }

  public RecorderOptions withRotateAfter(Duration value) {
    return new RecorderOptions(
        value,
        tick,
        syncEvery,
        queuePictures,
        queueBytes,
        writers,
        minimumFreeBytes,
        retryDiskAfter,
        heldLogEntries,
        closeWithin);
  }

  public RecorderOptions withQueue(int pictures, long bytes) {
    return new RecorderOptions(
        rotateAfter,
        tick,
        syncEvery,
        pictures,
        bytes,
        writers,
        minimumFreeBytes,
        retryDiskAfter,
        heldLogEntries,
        closeWithin);
  }

  public RecorderOptions withDisk(long minimumFree, Duration retryAfter) {
    return new RecorderOptions(
        rotateAfter,
        tick,
        syncEvery,
        queuePictures,
        queueBytes,
        writers,
        minimumFree,
        retryAfter,
        heldLogEntries,
        closeWithin);
  }

  public RecorderOptions withHeldLogEntries(int entries) {
    return new RecorderOptions(
        rotateAfter,
        tick,
        syncEvery,
        queuePictures,
        queueBytes,
        writers,
        minimumFreeBytes,
        retryDiskAfter,
        entries,
        closeWithin);
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
