package anbinh.recording.watch;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRange;

/// Answers a GET or HEAD for bytes that can be read from any offset: conditional requests, one
/// range (RFC 9110 §13 and §14). Several ranges at once get the whole, as the RFC allows.
final class RangeResponse {
  private RangeResponse() {}

  /// Writes part of the bytes.
  @FunctionalInterface
  interface Source {
    void read(long offset, long length, WritableByteChannel out) throws IOException;
  }

  static void write(
      HttpServletRequest request,
      HttpServletResponse response,
      String contentType,
      String etag,
      long size,
      Source source)
      throws IOException {
    response.setHeader(HttpHeaders.ETAG, etag);
    response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
    response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
    String known = request.getHeader(HttpHeaders.IF_NONE_MATCH);
    if (known != null && (known.equals("*") || known.contains(etag))) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    response.setContentType(contentType);
    long start = 0;
    long end = size;
    HttpRange range = range(request, etag);
    if (range != null) {
      start = range.getRangeStart(size);
      end = Math.min(size, range.getRangeEnd(size) + 1);
      if (start >= size || start >= end) {
        response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + size);
        response.setStatus(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
        return;
      }
      response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
      response.setHeader(
          HttpHeaders.CONTENT_RANGE, "bytes " + start + "-" + (end - 1) + "/" + size);
    }
    response.setContentLengthLong(end - start);
    if (!request.getMethod().equals("HEAD")) {
      source.read(start, end - start, Channels.newChannel(response.getOutputStream()));
    }
  }

  /// The one range asked for; null when the whole is to be sent.
  private static @Nullable HttpRange range(HttpServletRequest request, String etag) {
    String header = request.getHeader(HttpHeaders.RANGE);
    String condition = request.getHeader(HttpHeaders.IF_RANGE);
    if (header == null || (condition != null && !condition.equals(etag))) {
      return null;
    }
    try {
      List<HttpRange> ranges = HttpRange.parseRanges(header);
      return ranges.size() == 1 ? ranges.getFirst() : null;
    } catch (IllegalArgumentException unreadable) {
      return null;
    }
  }
}
