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

  private final DefaultCookieSerializer open = named(NAME);
  private final DefaultCookieSerializer secure = named("__Host-" + NAME);

  SessionCookie() {
    secure.setUseSecureCookie(true);
  }

  private static DefaultCookieSerializer named(String name) {
    var cookie = new DefaultCookieSerializer();
    cookie.setCookieName(name);
    cookie.setCookiePath("/");
    cookie.setUseHttpOnlyCookie(true);
    cookie.setSameSite("Strict");
    return cookie;
  }

  @Override
  public void writeCookieValue(CookieValue value) {
    of(value.getRequest()).writeCookieValue(value);
  }

  @Override
  public List<String> readCookieValues(HttpServletRequest request) {
    return of(request).readCookieValues(request);
  }

  private DefaultCookieSerializer of(HttpServletRequest request) {
    return request.isSecure() ? secure : open;
  }
}
