package anbinh.cameras.store;

import anbinh.cameras.CameraCredentials;
import anbinh.platform.Problem;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// An RTSP address as somebody typed it, taken apart: the address without credentials, and the
/// credentials that stood in it.
public record StreamAddress(URI uri, CameraCredentials credentials) {
  private static final String FIELD = "address";

  /// Of RTSP, where an address names none (RFC 2326, 3.2).
  private static final int DEFAULT_PORT = 554;

  /// Reads `rtsp://[user[:password]@]host[:port][/path]`; anything else is a problem of the field.
  public static StreamAddress parse(String typed) {
    URI uri;
    try {
      uri = new URI(typed.strip());
    } catch (URISyntaxException unreadable) {
      throw Problem.invalid(FIELD, "rtsp-address");
    }
    if (!"rtsp".equalsIgnoreCase(uri.getScheme())) {
      throw Problem.invalid(FIELD, "rtsp-address");
    }
    if (uri.getHost() == null || uri.getHost().isEmpty()) {
      throw Problem.invalid(FIELD, "rtsp-host");
    }
    try {
      URI bare =
          new URI(
              "rtsp://"
                  + uri.getHost()
                  + (uri.getPort() < 0 ? "" : ":" + uri.getPort())
                  + (uri.getRawPath() == null ? "" : uri.getRawPath())
                  + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()));
      return new StreamAddress(bare, credentials(uri.getRawUserInfo()));
    } catch (URISyntaxException unreadable) {
      throw Problem.invalid(FIELD, "rtsp-address");
    }
  }

  /// Whether the other address has the same host and port.
  boolean isOfSameServerAs(URI other) {
    return uri.getHost().equalsIgnoreCase(other.getHost()) && port(uri) == port(other);
  }

  private static int port(URI address) {
    return address.getPort() < 0 ? DEFAULT_PORT : address.getPort();
  }

  private static CameraCredentials credentials(@Nullable String userInfo) {
    if (userInfo == null) {
      return new CameraCredentials(null, null);
    }
    int colon = userInfo.indexOf(':');
    return colon < 0
        ? new CameraCredentials(decode(userInfo), null)
        : new CameraCredentials(
            decode(userInfo.substring(0, colon)), decode(userInfo.substring(colon + 1)));
  }

  private static String decode(String text) {
    // A plus sign stands for itself in user info, unlike in a form.
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
