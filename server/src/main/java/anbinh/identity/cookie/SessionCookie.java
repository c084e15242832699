package anbinh.identity.cookie;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.stereotype.Component;

/// The cookie that holds a session's identifier: `__Host-ANBINH_SESSION` over TLS, where another
/// host of the same domain cannot set it (RFC 6265bis §4.1.3.2), and `ANBINH_SESSION` on this
/// machine without TLS, where browsers would refuse the other.
@Component
@ConditionalOnWebApplication
class SessionCookie implements CookieSerializer {
  private static final String NAME = "ANBINH_SESSION";

  private static final DefaultCookieSerializer OPEN = named(NAME);
  private static final DefaultCookieSerializer SECURE = named("__Host-" + NAME);

  static {
    SECURE.setUseSecureCookie(true);
  }

  private final TokenCookie tokens;

  SessionCookie(TokenCookie tokens) {
    this.tokens = tokens;
  }

  private static DefaultCookieSerializer named(String name) {
    var cookie = new DefaultCookieSerializer();
    cookie.setCookieName(name);
    cookie.setCookiePath("/");
    cookie.setUseHttpOnlyCookie(true);
    cookie.setSameSite("Strict");
    return cookie;
  }

  /// Writes the session's identifier, or nothing when it ends; the anti-forgery token changes with
  /// it.
  @Override
  public void writeCookieValue(CookieValue value) {
    of(value.getRequest()).writeCookieValue(value);
    tokens.renew(value.getCookieValue(), value.getRequest(), value.getResponse());
  }

  @Override
  public List<String> readCookieValues(HttpServletRequest request) {
    return identifiers(request);
  }

  /// The identifiers that a request brings, whether there are such sessions or not.
  static List<String> identifiers(HttpServletRequest request) {
    return of(request).readCookieValues(request);
  }

  private static DefaultCookieSerializer of(HttpServletRequest request) {
    return request.isSecure() ? SECURE : OPEN;
  }
}
