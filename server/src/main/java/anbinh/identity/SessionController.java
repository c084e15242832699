package anbinh.identity;

import anbinh.audit.AuditLog;
import anbinh.audit.Event;
import anbinh.platform.OnlyWhenServing;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/session`: signing in and out, and who one is.
@RestController
@OnlyWhenServing
@RequestMapping("/api/session")
class SessionController {
  private final SignIn signIn;
  private final SessionPeople sessions;
  private final OwnPassword ownPassword;
  private final AreaTree areas;
  private final AuditLog log;
  private final SessionAuthenticationStrategy newCsrfToken;

  SessionController(
      SignIn signIn,
      SessionPeople sessions,
      OwnPassword ownPassword,
      AreaTree areas,
      AuditLog log,
      CookieCsrfTokenRepository csrfTokens) {
    this.signIn = signIn;
    this.sessions = sessions;
    this.ownPassword = ownPassword;
    this.areas = areas;
    this.log = log;
    this.newCsrfToken = new CsrfAuthenticationStrategy(csrfTokens);
  }

  /// Also sets the cookie `XSRF-TOKEN`, which every unsafe method needs.
  @GetMapping
  SessionView get(HttpServletRequest request, @Parameter(hidden = true) CsrfToken token) {
    token.getToken();
    return view(sessions.find(request));
  }

  @PostMapping
  SessionView open(
      @Valid @RequestBody Credentials credentials,
      HttpServletRequest request,
      HttpServletResponse response) {
    Person person =
        signIn.check(credentials.username(), credentials.password(), request.getRemoteAddr());
    sessions.open(request, person);
    newCsrfToken.onAuthentication(new SignedIn(person), request, response);
    if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
      token.getToken();
    }
    return view(Optional.of(person));
  }

  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void close(HttpServletRequest request) {
    sessions
        .find(request)
        .ifPresent(person -> log.record(Event.of(IdentityEvent.SIGNED_OUT).by(person.actor())));
    sessions.close(request);
  }

  /// Changes one's own password; every other session of the person ends.
  @PostMapping("/password")
  SessionView changePassword(
      @Valid @RequestBody PasswordChange change, HttpServletRequest request) {
    Person person =
        ownPassword.change(change.current(), change.password(), request.getRemoteAddr());
    sessions.open(request, person);
    return view(Optional.of(person));
  }

  private SessionView view(Optional<Person> person) {
    return new SessionView(person.map(this::userView).orElse(null));
  }

  private UserView userView(Person person) {
    UUID area = person.areaId();
    Map<UUID, String> names = area == null ? Map.of() : areas.names(List.of(area));
    return new UserView(
        person.id(),
        person.username(),
        person.displayName(),
        person.roles().stream().sorted().toList(),
        area == null ? null : new AreaView(area, names.getOrDefault(area, "")),
        person.language(),
        person.mustChangePassword());
  }

  record Credentials(
      @NotBlank @Size(max = 200) String username, @NotEmpty @Size(max = 1000) String password) {
    @Override
    public String toString() {
      return "Credentials[]";
    }
  }

  record PasswordChange(
      @NotEmpty @Size(max = 1000) String current, @NotEmpty @Size(max = 1000) String password) {
    @Override
    public String toString() {
      return "PasswordChange[]";
    }
  }

  record SessionView(@Nullable UserView user) {}

  /// @param area null for the whole site
  record UserView(
      UUID id,
      String username,
      String displayName,
      List<Role> roles,
      @Nullable AreaView area,
      String language,
      boolean mustChangePassword) {
    UserView {
      roles = List.copyOf(roles);
    }
  }

  record AreaView(UUID id, String name) {}
}
