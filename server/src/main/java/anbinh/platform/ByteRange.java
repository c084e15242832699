package anbinh.evidence.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRange;

/// Which bytes of a file a GET asks for (RFC 9110 §13 and §14): all, one range, none because the
/// client has them, or a range that the file does not have. Several ranges at once get the whole,
/// as the RFC allows.
///
/// @param start first byte
/// @param end behind the last byte
/// @param size of the whole file
record ByteRange(int status, long start, long end, long size) {
  /// @param etag strong, with quotes
  static ByteRange of(HttpServletRequest request, String etag, long size) {
    String known = request.getHeader(HttpHeaders.IF_NONE_MATCH);
    if (known != null && (known.strip().equals("*") || known.contains(etag))) {
      return new ByteRange(HttpServletResponse.SC_NOT_MODIFIED, 0, 0, size);
    }
    HttpRange range = single(request, etag);
    if (range == null) {
      return new ByteRange(HttpServletResponse.SC_OK, 0, size, size);
    }
    try {
      long start = range.getRangeStart(size);
      long end = Math.min(size, range.getRangeEnd(size) + 1);
      if (start < end) {
        return new ByteRange(HttpServletResponse.SC_PARTIAL_CONTENT, start, end, size);
      }
    } catch (IllegalArgumentException e) {
      return new ByteRange(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE, 0, 0, size);
    }
    return new ByteRange(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE, 0, 0, size);
  }

  boolean hasBody() {
    return status == HttpServletResponse.SC_OK || status == HttpServletResponse.SC_PARTIAL_CONTENT;
  }

  void writeHead(HttpServletResponse response, String etag) {
    response.setStatus(status);
    response.setHeader(HttpHeaders.ETAG, etag);
    response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
    response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
    if (status == HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE) {
      response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + size);
    }
    if (status == HttpServletResponse.SC_PARTIAL_CONTENT) {
      response.setHeader(
          HttpHeaders.CONTENT_RANGE, "bytes " + start + "-" + (end - 1) + "/" + size);
    }
    if (hasBody()) {
      response.setContentType("application/zip");
      response.setContentLengthLong(end - start);
    }
  }

  /// The one range asked for; null when the whole is to be sent.
  private static @Nullable HttpRange single(HttpServletRequest request, String etag) {
    String header = request.getHeader(HttpHeaders.RANGE);
    String condition = request.getHeader(HttpHeaders.IF_RANGE);
    if (header == null || (condition != null && !condition.equals(etag))) {
      return null;
    }
    try {
      List<HttpRange> ranges = HttpRange.parseRanges(header);
      return ranges.size() == 1 ? ranges.getFirst() : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
