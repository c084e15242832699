package anbinh.platform.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRange;

/// The bytes that answer a GET for something that can be read from any offset (RFC 9110 §13 and
/// §14): all of it, or one range. Several ranges at once get the whole, as the RFC allows.
///
/// @param start first byte
/// @param end behind the last byte
public record ByteRange(long start, long end) {
  /// Answers a GET or HEAD but for its body: status and headers.
  ///
  /// @param etag strong, with quotes
  /// @param size of the whole
  /// @return what is to be sent as the body; empty when nothing is, because of HEAD, because the
  ///   client has it already, or because the range lies outside
  public static Optional<ByteRange> writeHead(
      HttpServletRequest request,
      HttpServletResponse response,
      String contentType,
      String etag,
      long size) {
    response.setHeader(HttpHeaders.ETAG, etag);
    response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
    response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
    String known = request.getHeader(HttpHeaders.IF_NONE_MATCH);
    if (known != null && (known.strip().equals("*") || known.contains(etag))) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return Optional.empty();
    }
    ByteRange body = new ByteRange(0, size);
    HttpRange asked = single(request, etag);
    if (asked != null) {
      body = new ByteRange(asked.getRangeStart(size), Math.min(size, asked.getRangeEnd(size) + 1));
      if (body.length() <= 0) {
        response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + size);
        response.setStatus(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
        return Optional.empty();
      }
      response.setHeader(
          HttpHeaders.CONTENT_RANGE, "bytes " + body.start + "-" + (body.end - 1) + "/" + size);
      response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
    }
    response.setContentType(contentType);
    response.setContentLengthLong(body.length());
    return isGet(request) ? Optional.of(body) : Optional.empty();
  }

  public long length() {
    return end - start;
  }

  /// The one range asked for; null when the whole is to be sent. Only GET knows ranges (§14.2).
  private static @Nullable HttpRange single(HttpServletRequest request, String etag) {
    String header = request.getHeader(HttpHeaders.RANGE);
    String condition = request.getHeader(HttpHeaders.IF_RANGE);
    if (header == null || !isGet(request) || (condition != null && !condition.equals(etag))) {
      return null;
    }
    try {
      List<HttpRange> ranges = HttpRange.parseRanges(header);
      return ranges.size() == 1 ? ranges.getFirst() : null;
    } catch (IllegalArgumentException unreadable) {
      return null;
    }
  }

  private static boolean isGet(HttpServletRequest request) {
    return request.getMethod().equals("GET");
  }
}
