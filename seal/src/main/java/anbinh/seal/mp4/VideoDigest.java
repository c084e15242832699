package anbinh.seal.mp4;

import anbinh.seal.FormatProblem;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// Reads the pictures of a plain MP4 (ISO/IEC 14496-12) of one video track while the file streams
/// by: how many it holds, how many of them its edit list hides, and the SHA-256 over their bytes in
/// coding order, found through the sample tables as a player finds them.
///
/// The tables stand before the pictures, and the pictures in coding order, as in every clip of a
/// package. It shares no code with what writes such files. For one file and one thread.
public final class VideoDigest {
  private static final int MAX_MOVIE_BYTES = 256 << 20;
  private static final int HEAD_BYTES = 8;
  private static final int LARGE_HEAD_BYTES = 16;

  private final byte[] head = new byte[LARGE_HEAD_BYTES];
  private int headHave;
  private long at;
  private long boxEnd;
  private @Nullable Movie movie;
  private @Nullable SampleTable table;
  private boolean hadPictures;
  private int sample;
  private int done;
  private long bytes;
  private final MessageDigest digest = ExportSignature.sha256();

  /// A reader for one file, of which nothing was read.
  public VideoDigest() {}

  /// What the file holds.
  ///
  /// @param count pictures in the file, shown or hidden
  /// @param hidden those that its edit list does not show
  /// @param bytes of all pictures
  /// @param sha256 over the bytes of all pictures in coding order
  public record Pictures(int count, int hidden, long bytes, String sha256) {}

  /// The content of `moov`, given out without another copy.
  private static final class Movie extends ByteArrayOutputStream {
    ByteBuffer content() {
      return ByteBuffer.wrap(buf, 0, count);
    }
  }

  /// Takes the next piece of the file.
  ///
  /// @throws FormatProblem when the boxes or the tables contradict themselves
  public void update(byte[] piece, int offset, int length) {
    int from = offset;
    int end = offset + length;
    while (from < end) {
      int count;
      if (at == boxEnd) {
        count = readHead(piece, from, end);
      } else {
        count = (int) Math.min(boxEnd - at, end - from);
        take(piece, from, count);
        at += count;
        if (at == boxEnd) {
          endMovie();
        }
      }
      from += count;
    }
  }

  /// Ends the file.
  ///
  /// @throws FormatProblem when it ends inside a box, or does not hold the pictures that it names
  public Pictures end() {
    SampleTable found = table;
    if (headHave != 0 || (at < boxEnd && boxEnd != Long.MAX_VALUE)) {
      throw new FormatProblem("the clip ends inside a box");
    }
    if (found == null) {
      throw new FormatProblem("the clip has no index of its pictures");
    }
    if (sample < found.count()) {
      throw new FormatProblem("a picture lies outside the clip");
    }
    return new Pictures(
        found.count(), found.hidden(), bytes, HexFormat.of().formatHex(digest.digest()));
  }

  /// @return how many bytes of the piece belong to the head
  private int readHead(byte[] piece, int from, int end) {
    for (int next = from; next < end; ) {
      head[headHave++] = piece[next++];
      ByteBuffer source = ByteBuffer.wrap(head);
      boolean large = headHave >= HEAD_BYTES && source.getInt(0) == 1;
      if (headHave == (large ? LARGE_HEAD_BYTES : HEAD_BYTES)) {
        begin(source, large);
        return next - from;
      }
    }
    return end - from;
  }

  private void begin(ByteBuffer source, boolean large) {
    long size = large ? source.getLong(8) : Integer.toUnsignedLong(source.getInt(0));
    String type = new String(head, 4, 4, StandardCharsets.ISO_8859_1);
    long start = at;
    at += headHave;
    if (size == 0 && !large) {
      boxEnd = Long.MAX_VALUE;
    } else if (size < headHave || size > Long.MAX_VALUE - start) {
      throw new FormatProblem("a box of the clip does not fit: " + size + " bytes");
    } else {
      boxEnd = start + size;
    }
    headHave = 0;
    hadPictures |= type.equals("mdat");
    if (type.equals("moov")) {
      if (table != null || hadPictures || size > MAX_MOVIE_BYTES || size == 0) {
        throw new FormatProblem("the clip has one index, before its pictures, and not too large");
      }
      movie = new Movie();
      if (at == boxEnd) {
        endMovie();
      }
    }
  }

  private void take(byte[] piece, int from, int count) {
    if (movie != null) {
      movie.write(piece, from, count);
      return;
    }
    SampleTable found = table;
    if (found == null) {
      return;
    }
    long end = at + count;
    long position = at;
    while (sample < found.count() && found.offset(sample) + done < end) {
      long start = found.offset(sample) + done;
      if (start < position) {
        throw new FormatProblem("the pictures of the clip are not in coding order");
      }
      int part = (int) Math.min(found.size(sample) - done, end - start);
      digest.update(piece, from + (int) (start - at), part);
      bytes += part;
      position = start + part;
      done += part;
      if (done == found.size(sample)) {
        sample++;
        done = 0;
      }
    }
  }

  private void endMovie() {
    if (movie != null) {
      table = SampleTable.parse(movie.content());
      movie = null;
    }
  }
}
