package anbinh.media.mp4;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The same cut as [VirtualMp4], written once from start to end as a plain MP4 with nothing between
/// the pictures: what is sealed and handed over. Every sample keeps its bytes; only the boxes
/// around them are new, and equal recordings give equal files.
///
/// The file begins with the key picture that the first visible one needs, since without it nothing
/// before the next key picture could be seen. The edit list hides this pre-roll; it can be revealed
/// by removing the list, so whoever hands the file over states [#hiddenPreroll].
///
/// Immutable and safe for any thread.
public final class CleanMp4 {
  private static final int BUFFER_BYTES = 1 << 20;

  /// Samples are grouped into chunks of about this size.
  private static final int CHUNK_BYTES = 1 << 18;

  private final Cut cut;
  private final byte[] head;
  private final long dataBytes;

  private CleanMp4(Cut cut) {
    this.cut = cut;
    MovieBox movie = new MovieBox(cut);
    Chunks chunks = new Chunks();
    long at = 0;
    long chunkStart = 0;
    for (int i = 0; i < movie.samples(); i++) {
      boolean otherFormat = i > 0 && movie.description(i) != movie.description(i - 1);
      if (i == 0 || otherFormat || at - chunkStart >= CHUNK_BYTES) {
        chunks.add(i, at);
        chunkStart = at;
      }
      at += movie.sizeBytes(i);
    }
    chunks.end(at);
    this.dataBytes = at;
    this.head = movie.toBytes(chunks);
  }

  /// Empty when no picture was taken in [from, to).
  ///
  /// @param segments of one camera that begin before `to` and [RecordedSegment#LEAD], in any order;
  ///   those outside are ignored
  public static Optional<CleanMp4> of(List<RecordedSegment> segments, Instant from, Instant to) {
    return Cut.of(segments, from, to).map(CleanMp4::new);
  }

  public long sizeBytes() {
    return head.length + dataBytes;
  }

  /// The segments that its pictures come from, in order.
  public List<RecordedSegment> segments() {
    return cut.pieces().stream().map(Cut.Piece::segment).distinct().toList();
  }

  /// The pictures shown, in the order of time.
  public List<FrameTime> frames() {
    return List.copyOf(cut.frames());
  }

  /// How much the file holds before the first picture shown.
  public Duration hiddenPreroll() {
    return cut.hiddenPreroll();
  }

  /// Pictures that the file holds and the edit list hides, before `from` and after `to`.
  public int hiddenFrames() {
    return cut.hiddenFrames();
  }

  /// Wall-clock time of the first picture shown, which is movie time 0.
  public Instant start() {
    return cut.start();
  }

  /// From the first picture shown to the end of the last; gaps between count.
  public Duration duration() {
    return Ticks.toDuration(cut.movieTicks());
  }

  /// Writes the whole file.
  ///
  /// @param out a blocking channel; not closed
  public void write(WritableByteChannel out) throws IOException {
    VirtualMp4.writeFully(ByteBuffer.wrap(head), out);
    ByteBuffer source = ByteBuffer.allocate(BUFFER_BYTES);
    ByteBuffer target = ByteBuffer.allocate(BUFFER_BYTES);
    for (Cut.Piece piece : cut.pieces()) {
      try (FileChannel file = FileChannel.open(piece.segment().file(), StandardOpenOption.READ)) {
        write(piece, file, source.clear().limit(0), target, out);
      }
    }
    VirtualMp4.writeFully(target.flip(), out);
  }

  /// Reads a piece in large steps and passes on the samples without what lies between them.
  private static void write(
      Cut.Piece piece,
      FileChannel file,
      ByteBuffer source,
      ByteBuffer target,
      WritableByteChannel out)
      throws IOException {
    SampleIndex index = piece.segment().index();
    long at = piece.fileStart();
    long end = at + piece.fileBytes();
    for (int i = piece.first(); i <= piece.last(); i++) {
      long skip = index.offsetBytes(i) - at;
      at += skip;
      int left = index.sizeBytes(i);
      if (skip <= source.remaining()) {
        source.position(source.position() + (int) skip);
      } else {
        source.limit(0);
      }
      while (left > 0) {
        if (!source.hasRemaining()) {
          source.clear().limit((int) Math.min(BUFFER_BYTES, end - at));
          if (file.read(source, at) <= 0) {
            throw new EOFException(piece.segment().file() + " is shorter than its index says.");
          }
          source.flip();
        }
        if (!target.hasRemaining()) {
          VirtualMp4.writeFully(target.flip(), out);
          target.clear();
        }
        int count = Math.min(left, Math.min(source.remaining(), target.remaining()));
        target.put(source.slice(source.position(), count));
        source.position(source.position() + count);
        left -= count;
        at += count;
      }
    }
  }
}
