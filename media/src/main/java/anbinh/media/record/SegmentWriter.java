package anbinh.media.record;

import anbinh.media.AccessUnit;
import anbinh.media.Bytes;
import anbinh.media.VideoFormat;
import anbinh.media.mp4.ClockRate;
import anbinh.media.mp4.FragmentHeader;
import anbinh.media.mp4.FragmentScanner;
import anbinh.media.mp4.InitSegment;
import anbinh.media.mp4.RecordedSegment;
import anbinh.media.mp4.SampleIndex;
import anbinh.media.mp4.Ticks;
import anbinh.media.record.clock.SegmentClock;
import anbinh.media.record.disk.KernelFile;
import anbinh.media.record.disk.SegmentPath;
import anbinh.media.record.disk.Sha256;
import anbinh.media.record.disk.Tail;
import anbinh.media.record.log.ClockEvidence;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One open segment file: hashes pictures, collects them in the track's [Tail], writes them many at
/// a time and keeps the index of them.
///
/// Written to under the lock of the track ([TrackWriter]), then finished by the disk thread, which
/// is alone with it. [#sync] may run beside everything.
final class SegmentWriter {
  /// So much is written at once, or what came in a second if that is less.
  private static final int BATCH_BYTES = Tail.RING_BYTES / 2;

  private static final long BATCH_NANOS = 1_000_000_000;

  /// Well below what an index can hold.
  private static final long MAX_TICKS = 3L * 3600 * Ticks.PER_SECOND;

  private final SegmentPath path;
  private final Path file;
  private final VideoFormat format;
  private final SegmentClock clock;
  private final long firstDecodeTicks;
  private final FileChannel channel;
  private final KernelFile kernel;
  private final SampleIndex.Builder samples;
  private final Tail tail;
  private final byte[] header = new byte[FragmentHeader.BYTES];

  /// Over what was written and what is staged.
  private MessageDigest digest = Sha256.begin();

  private long lastDecodeTicks;
  private int written;
  private long sizeBytes;
  private int staged;
  private long stagedSinceNanos;
  private long newestNanos;
  private volatile ClockEvidence.Source source = ClockEvidence.Source.CAMERA_TIMESTAMPS;
  private volatile ClockRate measured = ClockRate.DECLARED;

  /// What the index corrects the times in the file by.
  private volatile ClockRate corrected = ClockRate.DECLARED;

  private volatile @Nullable IOException failure;

  private SegmentWriter(
      SegmentPath path,
      Path file,
      VideoFormat format,
      SegmentClock clock,
      long firstDecodeTicks,
      FileChannel channel,
      KernelFile kernel,
      int headBytes,
      Tail tail) {
    this.path = path;
    this.file = file;
    this.format = format;
    this.clock = clock;
    this.firstDecodeTicks = firstDecodeTicks;
    this.channel = channel;
    this.kernel = kernel;
    this.samples = new SampleIndex.Builder(headBytes);
    this.tail = tail;
  }

  /// Begins a file with its head; leaves no file behind when that fails.
  ///
  /// @param expectedBytes how long the file is likely to become, 0 when nothing is known
  static SegmentWriter begin(
      Path root,
      SegmentPath path,
      VideoFormat format,
      SegmentClock clock,
      long firstDecodeTicks,
      long expectedBytes,
      Tail tail)
      throws IOException {
    Path file = root.resolve(path.relative());
    Files.createDirectories(file.getParent());
    Bytes head = InitSegment.of(format, (int) (clock.firstTicks() - firstDecodeTicks));
    Bytes note =
        FragmentScanner.noteBox(SegmentNote.opened(path.cameraKey(), clock, format).toBytes());
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
    KernelFile kernel = KernelFile.open(file);
    try {
      SegmentWriter writer =
          new SegmentWriter(
              path,
              file,
              format,
              clock,
              firstDecodeTicks,
              channel,
              kernel,
              head.size() + note.size(),
              tail);
      writer.append(head.asBuffer(), note.asBuffer());
      kernel.reserve(expectedBytes);
      tail.begin(path, writer.sizeBytes);
      return writer;
    } catch (IOException e) {
      kernel.close();
      channel.close();
      Files.deleteIfExists(file);
      throw e;
    }
  }

  /// Puts a picture behind those before; it is written after [#flush].
  void stage(AccessUnit unit, long ticks, long decodeTicks, int durationTicks) throws IOException {
    int size = unit.payload().remaining();
    if (!tail.hasRoom(FragmentHeader.BYTES + size)) {
      flush();
    }
    int composition = (int) (ticks - decodeTicks);
    samples.add(decodeTicks - firstDecodeTicks, composition, size, unit.key(), unit.damaged());
    lastDecodeTicks = decodeTicks - firstDecodeTicks;
    FragmentHeader.write(
        header,
        0,
        samples.count(),
        decodeTicks - firstDecodeTicks,
        durationTicks,
        size,
        unit.key(),
        unit.damaged(),
        composition);
    newestNanos = unit.receivedNanos();
    stagedSinceNanos = staged == 0 ? newestNanos : stagedSinceNanos;
    staged++;
    // Here, while the picture is still in the processor's cache; only arrays are hashed in place.
    digest.update(header);
    digest.update(unit.payload().duplicate());
    if (tail.hasRoom(FragmentHeader.BYTES + size)) {
      tail.put(header, unit.payload());
    } else {
      write(ByteBuffer.wrap(header), unit.payload());
      allWritten();
    }
  }

  /// Whether a picture can be staged without anything being written.
  boolean hasRoom(AccessUnit unit) {
    return tail.isKept()
        && tail.hasRoom(FragmentHeader.BYTES + unit.payload().remaining())
        && samples.count() < SampleIndex.MAX_SAMPLES - 1;
  }

  /// Whether it is time to write what is staged.
  boolean isDue() {
    return !tail.isKept()
        || tail.waiting() >= BATCH_BYTES
        || newestNanos - stagedSinceNanos >= BATCH_NANOS;
  }

  /// Writes what is staged.
  void flush() throws IOException {
    if (staged > 0) {
      write(tail.pieces());
      allWritten();
    }
  }

  private void allWritten() {
    written += staged;
    staged = 0;
    tail.written(sizeBytes);
  }

  /// Writes all of it, or throws and counts none of it.
  private void write(ByteBuffer... pieces) throws IOException {
    long size = 0;
    for (ByteBuffer piece : pieces) {
      ByteBuffer source = piece.duplicate();
      while (source.hasRemaining()) {
        size += channel.write(source);
      }
    }
    sizeBytes += size;
  }

  /// Writes and hashes what is not a picture.
  private void append(ByteBuffer... pieces) throws IOException {
    write(pieces);
    for (ByteBuffer piece : pieces) {
      digest.update(piece.duplicate());
    }
  }

  /// Forgets what is staged; the pictures are lost.
  void dropStaged() {
    staged = 0;
    samples.keepFirst(written);
  }

  /// Nothing more is staged; the next segment may have the tail.
  void leaveTail() {
    tail.end();
  }

  /// Takes away what a failed write left half-written.
  void cutToWritten() throws IOException {
    channel.truncate(sizeBytes);
    channel.position(sizeBytes);
    digest = Sha256.over(channel);
  }

  /// Appends the closing note.
  void writeNote(SegmentNote note) throws IOException {
    append(FragmentScanner.noteBox(note.toBytes()).asBuffer());
  }

  /// SHA-256 of the whole file, to which nothing is added any more.
  Bytes complete() {
    kernel.trim(sizeBytes);
    return Bytes.copyOf(digest.digest());
  }

  /// Sets the disk to work on what was written so far, for a [#sync] soon after.
  void beginSync() {
    kernel.startWriting();
  }

  /// Makes durable what was written so far and gives back the memory in which the kernel kept it.
  void sync() throws IOException {
    long size = channel.size();
    channel.force(false);
    kernel.release(size);
  }

  void close() throws IOException {
    kernel.close();
    channel.close();
  }

  /// What was written, lasting as given.
  RecordedSegment recorded(long durationTicks) {
    SampleIndex index = samples.build(written, Math.max(1, durationTicks)).corrected(corrected);
    return new RecordedSegment(
        path.relative(),
        file,
        format,
        index,
        clock.start(),
        clock.stretch(),
        clock.end(index.durationTicks()));
  }

  /// Media time up to the end of the last picture written, if that lasts as long as given; by the
  /// times in the file.
  long estimateDuration(long lastPictureTicks) {
    SampleIndex index = samples.build(written, 1);
    long last = 0;
    for (int i = 0; i < index.count(); i++) {
      last = Math.max(last, index.mediaTicks(i));
    }
    return last + lastPictureTicks;
  }

  /// Making the file durable failed: what the disk holds of it is unknown.
  void fail(IOException e) {
    failure = e;
  }

  @Nullable IOException failure() {
    return failure;
  }

  SegmentPath path() {
    return path;
  }

  Path file() {
    return file;
  }

  VideoFormat format() {
    return format;
  }

  SegmentClock clock() {
    return clock;
  }

  Instant start() {
    return clock.start();
  }

  /// The decode time of the first picture, on the track's own time line.
  long firstDecodeTicks() {
    return firstDecodeTicks;
  }

  int written() {
    return written;
  }

  int staged() {
    return staged;
  }

  long sizeBytes() {
    return sizeBytes;
  }

  ClockEvidence.Source source() {
    return source;
  }

  ClockRate measured() {
    return measured;
  }

  /// Its pictures have times of receipt from now on.
  ///
  /// @param rate of the camera's timestamps
  void timeByReceipt(ClockRate rate) {
    source = ClockEvidence.Source.RECEIPT;
    if (!rate.isDeclared()) {
      measured = rate;
    }
  }

  /// The times in the file run at another rate, from its first picture to its last.
  void correct(ClockRate rate) {
    if (!rate.equals(corrected) && clock.isCorrectable()) {
      clock.correct(rate);
      corrected = rate;
      measured = rate;
      source =
          rate.isDeclared() ? ClockEvidence.Source.CAMERA_TIMESTAMPS : ClockEvidence.Source.RECEIPT;
    }
  }

  /// The rate of the times in the file; the index has those of the recorder.
  ClockRate corrected() {
    return corrected;
  }

  /// Whether the file can take no more: 19 hours at 15 pictures a second, or 3 hours of time.
  boolean isFull() {
    return samples.count() == SampleIndex.MAX_SAMPLES || lastDecodeTicks > MAX_TICKS;
  }
}
