package anbinh.identity.cookie;

import static java.nio.charset.StandardCharsets.UTF_8;

import anbinh.platform.DataFolder;
import anbinh.platform.secret.KeyedHash;
import jakarta.servlet.http.HttpServletRequest;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.stereotype.Component;

/// The cookie that holds a session's identifier: `__Host-ANBINH_SESSION` over TLS, where another
/// host of the same domain cannot set it (RFC 6265bis §4.1.3.2), and `ANBINH_SESSION` on this
/// machine without TLS, where browsers would refuse the other.
///
/// Behind the identifier stands a keyed hash over it, so that whoever reads identifiers in the
/// database has no cookie by them.
@Component
@ConditionalOnWebApplication
class SessionCookie implements CookieSerializer {
  private static final String NAME = "ANBINH_SESSION";

  private static final DefaultCookieSerializer OPEN = named(NAME);
  private static final DefaultCookieSerializer SECURE = named("__Host-" + NAME);

  static {
    SECURE.setUseSecureCookie(true);
  }

  private static final String BETWEEN = ".";

  private final TokenCookie tokens;
  private final KeyedHash hash;

  @Autowired
  SessionCookie(TokenCookie tokens, DataFolder data) {
    this(tokens, new KeyedHash(data.folder("identity").resolve("session.key")));
  }

  SessionCookie(TokenCookie tokens, KeyedHash hash) {
    this.tokens = tokens;
    this.hash = hash;
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
    String session = value.getCookieValue();
    String written = session.isEmpty() ? session : session + BETWEEN + mark(session);
    of(value.getRequest())
        .writeCookieValue(new CookieValue(value.getRequest(), value.getResponse(), written));
    tokens.renew(session, value.getRequest(), value.getResponse());
  }

  @Override
  public List<String> readCookieValues(HttpServletRequest request) {
    return of(request).readCookieValues(request).stream()
        .filter(this::isOwn)
        .map(SessionCookie::identifier)
        .toList();
  }

  /// The identifiers that a request brings, whether there are such sessions or not.
  static List<String> identifiers(HttpServletRequest request) {
    return of(request).readCookieValues(request).stream().map(SessionCookie::identifier).toList();
  }

  private static String identifier(String value) {
    int dot = value.indexOf(BETWEEN);
    return dot < 0 ? value : value.substring(0, dot);
  }

  private boolean isOwn(String value) {
    String session = identifier(value);
    return MessageDigest.isEqual(
        value.getBytes(UTF_8), (session + BETWEEN + mark(session)).getBytes(UTF_8));
  }

  private String mark(String session) {
    return HexFormat.of().formatHex(hash.of(session));
  }

  private static DefaultCookieSerializer of(HttpServletRequest request) {
    return request.isSecure() ? SECURE : OPEN;
  }
}
