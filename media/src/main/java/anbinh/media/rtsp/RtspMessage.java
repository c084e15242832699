package anbinh.media.rtsp;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/// An RTSP request or response (RFC 2326 §4–7) with its body as text.
public sealed interface RtspMessage permits RtspRequest, RtspResponse {
  String VERSION = "RTSP/1.0";

  RtspHeaders headers();

  String body();

  /// The first line, without its line break.
  String startLine();

  default OptionalInt sequence() {
    return headers().find("CSeq").map(RtspMessage::decimal).orElse(OptionalInt.empty());
  }

  /// The message as sent; `Content-Length` is added when there is a body.
  default ByteBuffer toBytes() {
    byte[] content = body().getBytes(StandardCharsets.UTF_8);
    StringBuilder text = new StringBuilder(startLine()).append("\r\n");
    for (RtspHeaders.Field field : headers().fields()) {
      text.append(field.name()).append(": ").append(field.value()).append("\r\n");
    }
    if (content.length > 0) {
      text.append("Content-Length: ").append(content.length).append("\r\n");
    }
    byte[] head = text.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(head.length + content.length).put(head).put(content).flip();
  }

  /// Reads the start line and header fields, up to and without the empty line that ends them.
  ///
  /// A field without a colon is left out; a line that begins with white space continues the one
  /// before.
  static RtspMessage parse(String head, String body) throws MalformedRtspException {
    List<String> lines = head.lines().toList();
    if (lines.isEmpty()) {
      throw new MalformedRtspException("an empty message");
    }
    RtspHeaders headers = parseHeaders(lines.subList(1, lines.size()));
    String start = lines.getFirst().strip();
    int space = start.indexOf(' ');
    if (space <= 0) {
      throw new MalformedRtspException("not an RTSP message");
    }
    String firstWord = start.substring(0, space);
    String rest = start.substring(space + 1).strip();
    return isVersion(firstWord)
        ? parseResponse(rest, headers, body)
        : parseRequest(firstWord, rest, headers, body);
  }

  /// Whether `word` names a version of RTSP 1.
  static boolean isVersion(String word) {
    return word.toUpperCase(Locale.ROOT).startsWith("RTSP/1.");
  }

  /// The number that `text` begins with, after white space.
  static OptionalInt decimal(String text) {
    String trimmed = text.strip();
    int end = 0;
    while (end < trimmed.length() && end < 10 && Character.digit(trimmed.charAt(end), 10) >= 0) {
      end++;
    }
    if (end == 0) {
      return OptionalInt.empty();
    }
    long value = Long.parseLong(trimmed.substring(0, end));
    return value <= Integer.MAX_VALUE ? OptionalInt.of((int) value) : OptionalInt.empty();
  }

  private static RtspMessage parseResponse(String rest, RtspHeaders headers, String body)
      throws MalformedRtspException {
    int space = rest.indexOf(' ');
    String code = space < 0 ? rest : rest.substring(0, space);
    OptionalInt status = decimal(code);
    if (code.length() != 3 || status.isEmpty()) {
      throw new MalformedRtspException("a response without a status of three digits");
    }
    String reason = space < 0 ? "" : rest.substring(space + 1).strip();
    return new RtspResponse(status.getAsInt(), reason, headers, body);
  }

  private static RtspMessage parseRequest(
      String method, String rest, RtspHeaders headers, String body) throws MalformedRtspException {
    int space = rest.lastIndexOf(' ');
    if (space <= 0 || !isVersion(rest.substring(space + 1))) {
      throw new MalformedRtspException("a request without a version of RTSP");
    }
    String uri = rest.substring(0, space).strip();
    if (uri.chars().anyMatch(c -> c <= ' ')) {
      throw new MalformedRtspException("a request whose address holds white space");
    }
    return new RtspRequest(method, uri, headers, body);
  }

  private static RtspHeaders parseHeaders(List<String> lines) {
    List<RtspHeaders.Field> fields = new ArrayList<>();
    for (String line : lines) {
      boolean continues = !line.isEmpty() && Character.isWhitespace(line.charAt(0));
      int colon = line.indexOf(':');
      if (continues && !fields.isEmpty()) {
        RtspHeaders.Field last = fields.removeLast();
        fields.add(new RtspHeaders.Field(last.name(), last.value() + " " + line.strip()));
      } else if (colon > 0) {
        fields.add(
            new RtspHeaders.Field(
                line.substring(0, colon).strip(), line.substring(colon + 1).strip()));
      }
    }
    return new RtspHeaders(fields);
  }
}
