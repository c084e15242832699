package anbinh.platform.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;

/// The headers of answers that no filter has given theirs: what is refused before the filters, by
/// the firewall in front of them or by the container itself. As strict as can be, since there is
/// nothing in such an answer but text.
final class PolicyHeaders {
  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
          "Permissions-Policy",
          "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Referrer-Policy",
          "no-referrer",
          "X-Content-Type-Options",
          "nosniff",
          "X-Frame-Options",
          "DENY");

  private PolicyHeaders() {}

  /// Sets those that are not there; the filters' own replace them where they come later.
  static void addTo(HttpServletResponse response) {
    HEADERS.forEach((name, value) -> {
      if (!response.containsHeader(name)) {
        response.setHeader(name, value);
      }
    });
  }
}
