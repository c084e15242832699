package anbinh.identity.session;

import anbinh.identity.Person;
import anbinh.identity.cookie.DeviceCookie;
import anbinh.identity.factor.Method;
import anbinh.identity.provider.ProviderSession;
import anbinh.platform.OnlyWhenServing;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Completes a sign-in: a new session, with which the anti-forgery token changes, an entry in the
/// log, and a mark in the browser that this person uses it.
@Component
@OnlyWhenServing
public class SessionOpener {
  private final SignIn signIn;
  private final SessionPeople sessions;
  private final DeviceCookie devices;

  SessionOpener(SignIn signIn, SessionPeople sessions, DeviceCookie devices) {
    this.signIn = signIn;
    this.sessions = sessions;
    this.devices = devices;
  }

  /// @param second what followed the password, or null
  /// @param by the provider's word that stood in the password's place, or null
  public SignedIn open(
      HttpServletRequest request,
      HttpServletResponse response,
      Person person,
      @Nullable Method second,
      @Nullable ProviderSession by) {
    SignedIn signedIn = sessions.open(request, person, shown(second, by), by);
    signIn.record(person, request.getRemoteAddr(), second, by);
    devices.remember(request, response, person.id());
    return signedIn;
  }

  private static Method shown(@Nullable Method second, @Nullable ProviderSession by) {
    if (second != null) {
      return second;
    }
    return by == null ? Method.PASSWORD : Method.PROVIDER;
  }
}
