package anbinh.identity.session;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.identity.IdentityEvent;
import anbinh.identity.Person;
import anbinh.identity.provider.Provider;
import anbinh.identity.provider.ProviderSession;
import anbinh.platform.OnlyWhenServing;
import anbinh.platform.http.WhileReadOnly;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// `/api/session`: signing in and out, and who one is.
@WhileReadOnly
@RestController
@OnlyWhenServing
@RequestMapping("/api/session")
class SessionController {
  private final SignIn signIn;
  private final SessionPeople sessions;
  private final SessionOpener opener;
  private final SessionResponseMapper views;
  private final OwnPassword ownPassword;
  private final Provider provider;
  private final AuditLog log;

  SessionController(
      SignIn signIn,
      SessionPeople sessions,
      SessionOpener opener,
      SessionResponseMapper views,
      OwnPassword ownPassword,
      Provider provider,
      AuditLog log) {
    this.signIn = signIn;
    this.sessions = sessions;
    this.opener = opener;
    this.views = views;
    this.ownPassword = ownPassword;
    this.provider = provider;
    this.log = log;
  }

  /// Also sets the cookie `XSRF-TOKEN`, which every unsafe method needs.
  @GetMapping
  SessionView get(HttpServletRequest request, @Parameter(hidden = true) CsrfToken token) {
    token.getToken();
    return views.of(request);
  }

  /// Opens a session, or a half one where a second factor must follow.
  @PostMapping
  SessionView open(
      @Valid @RequestBody Credentials credentials,
      HttpServletRequest request,
      HttpServletResponse response) {
    Person person = signIn.check(credentials.username(), credentials.password(), request);
    if (person.secondFactor()) {
      sessions.openHalf(request, person, null);
      return views.half(person);
    }
    return views.of(opener.open(request, response, person, null, null));
  }

  /// Ends the session here; where the provider opened it, says where it ends there.
  @DeleteMapping
  Left close(HttpServletRequest request) {
    ProviderSession by = sessions.provider(request);
    sessions
        .find(request)
        .ifPresent(signedIn ->
            log.record(Event.of(IdentityEvent.SIGNED_OUT).by(signedIn.person().actor())));
    sessions.close(request);
    return new Left(by == null ? null : provider.leave(by).orElse(null));
  }

  /// Changes one's own password; every other session of the person ends.
  @PostMapping("/password")
  SessionView changePassword(
      @Valid @RequestBody PasswordChange change, HttpServletRequest request) {
    Person person =
        ownPassword.change(change.current(), change.password(), request.getRemoteAddr());
    return views.of(sessions.renew(request, person));
  }

  record Credentials(
      @NotBlank @Size(max = 200) String username, @NotEmpty @Size(max = 1000) String password) {
    @Override
    public String toString() {
      return "Credentials[]";
    }
  }

  /// @param provider where the browser goes to leave the provider, too; null when there is no need
  record Left(@Nullable URI provider) {}

  record PasswordChange(
      @NotEmpty @Size(max = 1000) String current, @NotEmpty @Size(max = 1000) String password) {
    @Override
    public String toString() {
      return "PasswordChange[]";
    }
  }
}
