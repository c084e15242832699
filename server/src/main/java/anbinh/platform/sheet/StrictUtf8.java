package anbinh.platform.sheet;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;

/// Reads bytes as UTF-8 and refuses whatever is not, instead of putting question marks in its
/// place. Not thread-safe.
final class StrictUtf8 extends Reader {
  private final ByteBuffer bytes;
  private final CharsetDecoder decoder = UTF_8.newDecoder();
  private int line = 1;

  StrictUtf8(byte[] text, int offset) {
    this.bytes = ByteBuffer.wrap(text, offset, text.length - offset);
  }

  /// Bytes that are no UTF-8.
  static final class NotUtf8 extends IOException {
    private final int line;

    NotUtf8(int line) {
      super("not UTF-8 in line " + line);
      this.line = line;
    }

    int line() {
      return line;
    }
  }

  @Override
  public int read(char[] into, int offset, int length) throws IOException {
    CharBuffer room = CharBuffer.wrap(into, offset, length).slice();
    CoderResult result = decoder.decode(bytes, room, true);
    int read = room.position();
    for (int i = offset; i < offset + read; i++) {
      if (into[i] == '\n') {
        line++;
      }
    }
    if (read > 0) {
      return read;
    }
    if (result.isError()) {
      throw new NotUtf8(line);
    }
    return -1;
  }

  @Override
  public void close() {}
}
