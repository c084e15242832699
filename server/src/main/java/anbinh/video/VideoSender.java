package anbinh.video;

import anbinh.platform.http.ByteRange;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Sends videos, and packages of them, whole or a range. Safe for many threads.
@Component
public class VideoSender {
  private static final int BUFFER_BYTES = 128 * 1024;

  /// Where a video's bytes are.
  public interface Source {
    /// From its first byte on.
    InputStream open() throws IOException;
  }

  /// @param watched runs before the first byte goes out, whatever range it is of: a player breaks
  ///   off most of its requests
  public void send(
      HttpServletRequest asked,
      HttpServletResponse answer,
      String sha256,
      long bytes,
      Source source,
      Runnable watched)
      throws IOException {
    var _ = send(asked, answer, "video/mp4", sha256, bytes, source, watched);
  }

  /// @return what went out; empty when nothing was to be sent, as to HEAD
  public Optional<ByteRange> send(
      HttpServletRequest asked,
      HttpServletResponse answer,
      String mediaType,
      String sha256,
      long bytes,
      Source source)
      throws IOException {
    return send(asked, answer, mediaType, sha256, bytes, source, () -> {});
  }

  private static Optional<ByteRange> send(
      HttpServletRequest asked,
      HttpServletResponse answer,
      String mediaType,
      String sha256,
      long bytes,
      Source source,
      Runnable beginning)
      throws IOException {
    try (InputStream in = source.open()) {
      Optional<ByteRange> range =
          ByteRange.writeHead(asked, answer, mediaType, "\"" + sha256 + "\"", bytes);
      if (range.isPresent()) {
        beginning.run();
        in.skipNBytes(range.get().start());
        copy(in, answer.getOutputStream(), range.get().length());
        answer.flushBuffer();
      }
      return range;
    }
  }

  private static void copy(InputStream in, OutputStream out, long length) throws IOException {
    byte[] buffer = new byte[BUFFER_BYTES];
    long left = length;
    while (left > 0) {
      int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
      if (read < 0) {
        throw new IOException("a video ends " + left + " bytes too early");
      }
      out.write(buffer, 0, read);
      left -= read;
    }
  }
}
