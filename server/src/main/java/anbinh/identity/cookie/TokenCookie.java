package anbinh.identity.cookie;

import static java.nio.charset.StandardCharsets.US_ASCII;

import anbinh.platform.DataFolder;
import anbinh.platform.secret.KeyedHash;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.stereotype.Component;

/// The cookie that holds the anti-forgery token, which the console's scripts read:
/// `__Host-XSRF-TOKEN` over TLS and `XSRF-TOKEN` without, for the same reason as [SessionCookie].
///
/// A token is a random number and a keyed hash over it and the session's identifier, so it is good
/// with that session and no other: one that somebody got for a session of their own, or without
/// any, opens nothing when it is put into another browser. [SessionCookie] gives out a new one with
/// each new session. Nothing is stored, and nothing is read to check one.
@Component
@ConditionalOnWebApplication
class TokenCookie implements CsrfTokenRepository {
  private static final String NAME = "XSRF-TOKEN";
  private static final String HEADER = "X-XSRF-TOKEN";
  private static final String PARAMETER = "_csrf";
  private static final String NO_SESSION = "";
  private static final int RANDOM_BYTES = 32;
  private static final Base64.Encoder LETTERS = Base64.getUrlEncoder().withoutPadding();
  private static final SecureRandom RANDOM = new SecureRandom();

  private final CookieCsrfTokenRepository open = named(NAME);
  private final CookieCsrfTokenRepository secure = named("__Host-" + NAME);
  private final KeyedHash hash;

  @Autowired
  TokenCookie(DataFolder data) {
    this(new KeyedHash(data.folder("identity").resolve("token.key")));
  }

  TokenCookie(KeyedHash hash) {
    this.hash = hash;
  }

  private static CookieCsrfTokenRepository named(String name) {
    var repository = CookieCsrfTokenRepository.withHttpOnlyFalse();
    repository.setCookieName(name);
    repository.setCookieCustomizer(cookie -> cookie.sameSite("Strict").path("/"));
    return repository;
  }

  @Override
  public CsrfToken generateToken(HttpServletRequest request) {
    return token(SessionCookie.identifiers(request).stream().findFirst().orElse(NO_SESSION));
  }

  private CsrfToken token(String session) {
    byte[] bytes = new byte[RANDOM_BYTES];
    RANDOM.nextBytes(bytes);
    String random = LETTERS.encodeToString(bytes);
    return new DefaultCsrfToken(HEADER, PARAMETER, random + "." + mark(random, session));
  }

  private String mark(String random, String session) {
    return LETTERS.encodeToString(hash.of(random + "." + session));
  }

  @Override
  public void saveToken(
      @Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
    of(request).saveToken(token, request, response);
  }

  /// Gives the browser a token for the session that it gets with the same answer.
  ///
  /// @param session its identifier; empty when the session ends
  void renew(String session, HttpServletRequest request, HttpServletResponse response) {
    saveToken(token(session), request, response);
  }

  /// The token of the request's cookie, if it was given out for the request's session.
  @Override
  public @Nullable CsrfToken loadToken(HttpServletRequest request) {
    CsrfToken found = of(request).loadToken(request);
    if (found == null) {
      return null;
    }
    List<String> sessions = SessionCookie.identifiers(request);
    return (sessions.isEmpty() ? List.of(NO_SESSION) : sessions)
            .stream().anyMatch(session -> belongs(found.getToken(), session))
        ? found
        : null;
  }

  private boolean belongs(String token, String session) {
    int dot = token.indexOf('.');
    return dot > 0
        && MessageDigest.isEqual(
            token.substring(dot + 1).getBytes(US_ASCII),
            mark(token.substring(0, dot), session).getBytes(US_ASCII));
  }

  private CookieCsrfTokenRepository of(HttpServletRequest request) {
    return request.isSecure() ? secure : open;
  }
}
