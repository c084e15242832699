package anbinh.identity.cookie;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.stereotype.Component;

/// The cookie that holds the anti-forgery token, which the console's scripts read:
/// `__Host-XSRF-TOKEN` over TLS and `XSRF-TOKEN` without, for the same reason as [SessionCookie].
@Component
@ConditionalOnWebApplication
class TokenCookie implements CsrfTokenRepository {
  private static final String NAME = "XSRF-TOKEN";
  private static final String HEADER = "X-XSRF-TOKEN";
  private static final String PARAMETER = "_csrf";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final CookieCsrfTokenRepository open = named(NAME);
  private final CookieCsrfTokenRepository secure = named("__Host-" + NAME);

  private static CookieCsrfTokenRepository named(String name) {
    var repository = CookieCsrfTokenRepository.withHttpOnlyFalse();
    repository.setCookieName(name);
    repository.setCookieCustomizer(cookie -> cookie.sameSite("Strict").path("/"));
    return repository;
  }

  @Override
  public CsrfToken generateToken(HttpServletRequest request) {
    byte[] random = new byte[32];
    RANDOM.nextBytes(random);
    return new DefaultCsrfToken(
        HEADER, PARAMETER, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
  }

  @Override
  public void saveToken(
      @Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
    of(request).saveToken(token, request, response);
  }

  @Override
  public @Nullable CsrfToken loadToken(HttpServletRequest request) {
    return of(request).loadToken(request);
  }

  private CookieCsrfTokenRepository of(HttpServletRequest request) {
    return request.isSecure() ? secure : open;
  }
}
