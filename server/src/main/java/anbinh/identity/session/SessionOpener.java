package anbinh.identity.session;

import anbinh.identity.Person;
import anbinh.identity.factor.Method;
import anbinh.identity.provider.ProviderSession;
import anbinh.platform.OnlyWhenServing;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Component;

/// Completes a sign-in: a new session, a new anti-forgery token, and an entry in the log.
@Component
@OnlyWhenServing
class SessionOpener {
  private final SignIn signIn;
  private final SessionPeople sessions;
  private final SessionAuthenticationStrategy newCsrfToken;

  SessionOpener(SignIn signIn, SessionPeople sessions, CsrfTokenRepository csrfTokens) {
    this.signIn = signIn;
    this.sessions = sessions;
    this.newCsrfToken = new CsrfAuthenticationStrategy(csrfTokens);
  }

  /// @param second what followed the password, or null
  /// @param by the provider's word that stood in the password's place, or null
  SignedIn open(
      HttpServletRequest request,
      HttpServletResponse response,
      Person person,
      @Nullable Method second,
      @Nullable ProviderSession by) {
    SignedIn signedIn = sessions.open(request, person, shown(second, by), by);
    signIn.record(person, request.getRemoteAddr(), second, by);
    newCsrfToken.onAuthentication(signedIn, request, response);
    if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
      token.getToken();
    }
    return signedIn;
  }

  private static Method shown(@Nullable Method second, @Nullable ProviderSession by) {
    if (second != null) {
      return second;
    }
    return by == null ? Method.PASSWORD : Method.PROVIDER;
  }
}
