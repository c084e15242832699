package anbinh.seal.zip;

import anbinh.seal.FormatProblem;
import java.io.IOException;
import java.io.InputStream;

/// A stream with a position and a buffer that can be looked into, so that an inflater can give back
/// what it did not need.
final class ZipInput {
  private final InputStream source;
  final byte[] buffer = new byte[64 * 1024];
  int from;
  int to;
  private long before;

  ZipInput(InputStream source) {
    this.source = source;
  }

  /// How many bytes were taken so far.
  long position() {
    return before + from;
  }

  /// Makes sure that at least one byte is in the buffer; false at the end of the stream.
  boolean fill() throws IOException {
    if (from < to) {
      return true;
    }
    before += to;
    from = 0;
    to = Math.max(0, source.read(buffer, 0, buffer.length));
    return to > 0;
  }

  /// Takes exactly `length` bytes.
  byte[] take(int length) throws IOException {
    byte[] bytes = new byte[length];
    int at = 0;
    while (at < length) {
      if (!fill()) {
        throw new FormatProblem("the archive is cut off at byte " + position());
      }
      int count = Math.min(length - at, to - from);
      System.arraycopy(buffer, from, bytes, at, count);
      from += count;
      at += count;
    }
    return bytes;
  }
}
