package anbinh.media.mp4;

import anbinh.media.VideoFormat;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SelectableChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Any stretch of one camera's recording as an ordinary MP4 with its index first, which exists
/// nowhere: a generated head, and ranges of the segment files as media data.
///
/// The pictures of [from, to) are shown and no others; movie time 0 is [#start], gaps between
/// pictures keep their length (see [Cut] for how). Segments must be of one camera; one may still be
/// growing. Several formats become several sample descriptions.
///
/// Immutable and safe for any thread. Reading fails with an [IOException] when a segment file is
/// gone or shorter than its index says.
public final class VirtualMp4 {
  private static final int COPY_BYTES = 128 * 1024;

  private final Cut cut;
  private final byte[] head;
  private final long[] pieceStarts;
  private final String mimeType;

  private VirtualMp4(Cut cut) {
    this.cut = cut;
    MovieBox movie = new MovieBox(cut);
    Chunks chunks = new Chunks();
    this.pieceStarts = new long[cut.pieces().size() + 1];
    int sample = 0;
    for (int p = 0; p < cut.pieces().size(); p++) {
      Cut.Piece piece = cut.pieces().get(p);
      SampleIndex index = piece.segment().index();
      for (int i = piece.first(); i <= piece.last(); i++) {
        chunks.add(sample++, pieceStarts[p] + index.offsetBytes(i) - piece.fileStart());
      }
      pieceStarts[p + 1] = pieceStarts[p] + piece.fileBytes();
    }
    chunks.end(pieceStarts[cut.pieces().size()]);
    this.head = movie.toBytes(chunks);
    this.mimeType = mimeType(movie.formats());
  }

  /// Empty when no picture was taken in [from, to).
  ///
  /// @param segments of one camera, in any order; those outside are ignored
  public static Optional<VirtualMp4> of(List<RecordedSegment> segments, Instant from, Instant to) {
    return Cut.of(segments, from, to).map(VirtualMp4::new);
  }

  public long sizeBytes() {
    return head.length + pieceStarts[pieceStarts.length - 1];
  }

  /// A strong entity tag, quotes included: equal only for the same bytes.
  public String etag() {
    MessageDigest digest = sha256();
    digest.update(head);
    for (Cut.Piece piece : cut.pieces()) {
      String identity = piece.segment().id() + " " + piece.first() + " " + piece.last() + "\n";
      digest.update(identity.getBytes(StandardCharsets.UTF_8));
    }
    return "\"" + HexFormat.of().formatHex(digest.digest(), 0, 16) + "\"";
  }

  /// The media type with its codecs parameter (RFC 6381).
  public String mimeType() {
    return mimeType;
  }

  /// The pictures shown, in the order of time.
  public List<FrameTime> frames() {
    return List.copyOf(cut.frames());
  }

  /// The segments that its pictures come from, in order.
  public List<RecordedSegment> segments() {
    return cut.pieces().stream().map(Cut.Piece::segment).distinct().toList();
  }

  /// How much the file holds before the first picture shown, from the key picture that decoding
  /// needs; the edit list hides it.
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

  /// Writes a range of the file.
  ///
  /// @param out a blocking channel
  /// @throws IndexOutOfBoundsException when the range is not inside the file
  public void read(long offset, long length, WritableByteChannel out) throws IOException {
    java.util.Objects.checkFromIndexSize(offset, length, sizeBytes());
    long at = offset;
    long end = offset + length;
    if (at < head.length && at < end) {
      int count = (int) Math.min(head.length, end) - (int) at;
      writeFully(ByteBuffer.wrap(head, (int) at, count), out);
      at += count;
    }
    for (int p = 0; p < cut.pieces().size() && at < end; p++) {
      long pieceEnd = head.length + pieceStarts[p + 1];
      if (at < pieceEnd) {
        long inPiece = at - head.length - pieceStarts[p];
        long count = Math.min(pieceEnd, end) - at;
        Cut.Piece piece = cut.pieces().get(p);
        copy(piece, piece.fileStart() + inPiece, count, out);
        at += count;
      }
    }
  }

  private static void copy(Cut.Piece piece, long offset, long count, WritableByteChannel out)
      throws IOException {
    try (FileChannel file = FileChannel.open(piece.segment().file(), StandardOpenOption.READ)) {
      long at = offset;
      long end = offset + count;
      ByteBuffer buffer = null;
      while (at < end) {
        long moved = movesInTheKernel(out) ? file.transferTo(at, end - at, out) : 0;
        if (moved <= 0) {
          // Through memory; also where a socket under a virtual thread takes nothing from
          // `transferTo` although it would wait in `write`, because its buffer is full.
          if (buffer == null) {
            buffer = ByteBuffer.allocate((int) Math.min(COPY_BYTES, end - at));
          }
          buffer.clear().limit((int) Math.min(buffer.capacity(), end - at));
          moved = file.read(buffer, at);
          if (moved <= 0) {
            throw new EOFException(piece.segment().file() + " is shorter than its index says.");
          }
          writeFully(buffer.flip(), out);
        }
        at += moved;
      }
    }
  }

  /// To other channels the JDK's `transferTo` copies as well, in pieces of 8 KiB.
  private static boolean movesInTheKernel(WritableByteChannel out) {
    return out instanceof FileChannel || out instanceof SelectableChannel;
  }

  static void writeFully(ByteBuffer source, WritableByteChannel out) throws IOException {
    while (source.hasRemaining()) {
      if (out.write(source) == 0) {
        Thread.onSpinWait();
      }
    }
  }

  static String mimeType(List<VideoFormat> formats) {
    return formats.stream()
        .map(VideoFormat::codecs)
        .distinct()
        .collect(Collectors.joining(",", "video/mp4; codecs=\"", "\""));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java runtime has SHA-256", e);
    }
  }
}
