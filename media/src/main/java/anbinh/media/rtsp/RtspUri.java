package anbinh.media.rtsp;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// An `rtsp` address, taken apart by hand because cameras use characters that RFC 3986 forbids.
///
/// @param host without the brackets of an IPv6 address
/// @param rest path and query as given, empty or beginning with `/` or `?`
/// @param credentials what stood before `@`; not part of [#text]
public record RtspUri(String host, int port, String rest, @Nullable Credentials credentials) {
  public static final int DEFAULT_PORT = 554;
  private static final String SCHEME = "rtsp://";

  /// @throws MalformedRtspException saying what is wrong, without repeating a password
  public static RtspUri parse(String text) throws MalformedRtspException {
    String address = text.strip();
    if (!address.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
      throw new MalformedRtspException("the address must begin with rtsp://");
    }
    if (address.chars().anyMatch(c -> c <= ' ' || c == 0x7F)) {
      throw new MalformedRtspException("the address holds white space or a control character");
    }
    String afterScheme = address.substring(SCHEME.length());
    int pathAt = firstOf(afterScheme, "/?#");
    String authority = afterScheme.substring(0, pathAt);
    String rest = afterScheme.substring(pathAt);
    int at = authority.lastIndexOf('@');
    String hostAndPort = authority.substring(at + 1);
    String host;
    String portText;
    if (hostAndPort.startsWith("[")) {
      int close = hostAndPort.indexOf(']');
      if (close < 0) {
        throw new MalformedRtspException("the address has [ without ]");
      }
      host = hostAndPort.substring(1, close);
      portText = hostAndPort.substring(close + 1);
    } else {
      int colon = firstOf(hostAndPort, ":");
      host = hostAndPort.substring(0, colon);
      portText = hostAndPort.substring(colon);
    }
    if (host.isEmpty()) {
      throw new MalformedRtspException("the address names no host");
    }
    int hash = firstOf(rest, "#");
    return new RtspUri(
        host,
        parsePort(portText),
        rest.substring(0, hash),
        at < 0 ? null : parseUserInformation(authority.substring(0, at)));
  }

  /// The address as used in requests: without credentials.
  public String text() {
    String bracketed = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
    return SCHEME + bracketed + (port == DEFAULT_PORT ? "" : ":" + port) + rest;
  }

  public Optional<Credentials> findCredentials() {
    return Optional.ofNullable(credentials);
  }

  /// The address of a stream whose description says `a=control:<control>`, relative to `base` (RFC
  /// 2326 §C.1.1). A relative one is appended, as all deployed clients do and cameras expect,
  /// rather than put in place of the last path segment.
  public static String resolve(String base, String control) {
    String target = control.strip();
    if (target.isEmpty() || target.equals("*")) {
      return base;
    }
    if (target.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
      return target;
    }
    if (target.startsWith("/")) {
      int path = firstOf(base.substring(Math.min(SCHEME.length(), base.length())), "/?");
      return base.substring(0, Math.min(SCHEME.length(), base.length()) + path) + target;
    }
    return base.endsWith("/") ? base + target : base + "/" + target;
  }

  @Override
  public String toString() {
    return text();
  }

  private static int parsePort(String text) throws MalformedRtspException {
    if (text.isEmpty() || text.equals(":")) {
      return DEFAULT_PORT;
    }
    boolean digits = text.substring(1).chars().allMatch(c -> c >= '0' && c <= '9');
    OptionalInt port = RtspMessage.decimal(text.substring(1));
    if (text.charAt(0) != ':'
        || !digits
        || port.isEmpty()
        || port.getAsInt() < 1
        || port.getAsInt() > 65_535) {
      throw new MalformedRtspException("the address has a port that is not 1 to 65535");
    }
    return port.getAsInt();
  }

  private static Credentials parseUserInformation(String text) {
    int colon = firstOf(text, ":");
    return new Credentials(
        decode(text.substring(0, colon)),
        colon < text.length() ? decode(text.substring(colon + 1)) : "");
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return text;
    }
  }

  private static int firstOf(String text, String characters) {
    for (int i = 0; i < text.length(); i++) {
      if (characters.indexOf(text.charAt(i)) >= 0) {
        return i;
      }
    }
    return text.length();
  }
}
