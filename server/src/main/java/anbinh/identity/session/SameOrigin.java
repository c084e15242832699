package anbinh.identity.session;

import anbinh.platform.PlatformProblem;
import anbinh.platform.Problem;
import anbinh.platform.http.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/// Refuses what changes something, or opens a socket, when the browser itself says that another
/// site's page sent it: by `Origin` (Fetch standard) or by `Sec-Fetch-Site` (Fetch Metadata). An
/// origin that is hidden (`null`) is not ours; one that cannot be read no browser sends, and
/// nothing behind has to read it. Programs that are no browsers send neither.
final class SameOrigin extends OncePerRequestFilter {
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
  private static final Set<String> OWN_SITE = Set.of("same-origin", "none");
  private static final String HIDDEN = "null";
  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  private final @Nullable URI address;
  private final RequestMatcher withoutCookies;
  private final ProblemWriter problems;

  /// @param address what people type to get here, if it is known
  /// @param withoutCookies what no session stands behind, so that nobody's is misused
  SameOrigin(@Nullable URI address, RequestMatcher withoutCookies, ProblemWriter problems) {
    this.address = address;
    this.withoutCookies = withoutCookies;
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (withoutCookies.matches(request) || isAllowed(request)) {
      chain.doFilter(request, response);
    } else {
      problems.write(request, response, Problem.of(PlatformProblem.FOREIGN_ORIGIN));
    }
  }

  private boolean isAllowed(HttpServletRequest request) {
    List<String> origins = Collections.list(request.getHeaders("Origin"));
    if (origins.size() > 1 || !origins.stream().allMatch(SameOrigin::isReadable)) {
      return false;
    }
    String site = request.getHeader("Sec-Fetch-Site");
    return !matters(request)
        || ((site == null || OWN_SITE.contains(site))
            && origins.stream().allMatch(origin -> isOwn(origin, request)));
  }

  private static boolean matters(HttpServletRequest request) {
    return !SAFE.contains(request.getMethod())
        || "websocket".equalsIgnoreCase(request.getHeader("Upgrade"));
  }

  private static boolean isReadable(String origin) {
    return origin.equals(HIDDEN) || find(origin).isPresent();
  }

  /// `scheme://host[:port]` and nothing else.
  private static Optional<URI> find(String origin) {
    try {
      URI found = new URI(origin);
      String authority = found.getHost() + (found.getPort() < 0 ? "" : ":" + found.getPort());
      return Optional.of(found)
          .filter(uri -> uri.getHost() != null)
          .filter(uri -> origin.equals(uri.getScheme() + "://" + authority));
    } catch (URISyntaxException unreadable) {
      return Optional.empty();
    }
  }

  private boolean isOwn(String text, HttpServletRequest request) {
    return find(text)
        .filter(origin ->
            (address != null && same(origin, address))
                || (origin.getHost().equalsIgnoreCase(request.getServerName())
                    && samePort(origin, request)))
        .isPresent();
  }

  private static boolean same(URI one, URI other) {
    return one.getScheme().equalsIgnoreCase(other.getScheme())
        && one.getHost().equalsIgnoreCase(other.getHost())
        && port(one) == port(other);
  }

  /// A proxy that has TLS may not have said so; then the request looks as if it came without.
  private static boolean samePort(URI origin, HttpServletRequest request) {
    boolean tls = "https".equalsIgnoreCase(origin.getScheme());
    if (request.isSecure() && !tls) {
      return false;
    }
    int port = port(origin);
    return port == request.getServerPort()
        || (!request.isSecure() && tls && port == HTTPS && request.getServerPort() == HTTP);
  }

  private static int port(URI origin) {
    if (origin.getPort() >= 0) {
      return origin.getPort();
    }
    return "https".equalsIgnoreCase(origin.getScheme())
        ? HTTPS
        : "http".equalsIgnoreCase(origin.getScheme()) ? HTTP : -1;
  }
}
