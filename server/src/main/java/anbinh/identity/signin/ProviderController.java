package anbinh.identity.signin;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.identity.IdentityEvent;
import anbinh.identity.IdentityProblem;
import anbinh.identity.Person;
import anbinh.identity.factor.Method;
import anbinh.identity.provider.Provider;
import anbinh.identity.provider.ProviderSession;
import anbinh.identity.provider.ProviderTry;
import anbinh.identity.session.SessionOpener;
import anbinh.identity.session.SessionPeople;
import anbinh.identity.session.SessionResponseMapper;
import anbinh.identity.session.SessionView;
import anbinh.identity.session.SignedIn;
import anbinh.identity.signin.ProviderSignIn.Welcome;
import anbinh.platform.OnlyWhenServing;
import anbinh.platform.Problem;
import anbinh.platform.http.WhileReadOnly;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `/api/session/provider`: signing in, and confirming that one is who one says, at the office's
/// identity provider.
///
/// The provider sends the browser back to a page of the console, which brings the answer here: so
/// the cookie of the session may stay one that no other site's link brings along.
@WhileReadOnly
@RestController
@OnlyWhenServing
@RequestMapping("/api/session/provider")
class ProviderController {
  private final Provider provider;
  private final ProviderSignIn signIn;
  private final SessionPeople sessions;
  private final SessionOpener opener;
  private final SessionResponseMapper views;
  private final AuditLog log;

  ProviderController(
      Provider provider,
      ProviderSignIn signIn,
      SessionPeople sessions,
      SessionOpener opener,
      SessionResponseMapper views,
      AuditLog log) {
    this.provider = provider;
    this.signIn = signIn;
    this.sessions = sessions;
    this.opener = opener;
    this.views = views;
    this.log = log;
  }

  @GetMapping
  ProviderView get() {
    return new ProviderView(provider.name().orElse(null), provider.away());
  }

  /// Begins a sign-in; a confirmation for who is signed in.
  @PostMapping("/begin")
  Begun begin(@Valid @RequestBody Beginning beginning, HttpServletRequest request) {
    signIn.begin(request.getRemoteAddr());
    Provider.Begun begun =
        provider.begin(
            sessions.find(request).map(signedIn -> signedIn.person().id()).orElse(null),
            beginning.invitation());
    sessions.keep(request, begun.attempt());
    return new Begun(begun.address());
  }

  /// Completes what was begun, with what the provider sent along.
  @PostMapping
  SessionView complete(
      @Valid @RequestBody Answer answer, HttpServletRequest request, HttpServletResponse response) {
    ProviderTry attempt =
        sessions.takeTry(request).orElseThrow(() -> Problem.of(IdentityProblem.NO_OFFER));
    if (attempt.confirms() != null) {
      confirm(attempt, answer, request);
      return views.of(request);
    }
    Welcome welcome =
        signIn.welcome(attempt, answer.code(), answer.state(), request.getRemoteAddr());
    ProviderSession by = welcome.known().kept();
    if (welcome.person().secondFactor() && !by.secondFactor()) {
      sessions.openHalf(request, welcome.person(), by);
      return views.half(welcome.person());
    }
    return views.of(opener.open(request, response, welcome.person(), null, by));
  }

  /// Where the provider says that somebody left there.
  @PostMapping("/ended")
  void ended(@RequestParam("logout_token") String token, HttpServletRequest request) {
    signIn.end(token, request.getRemoteAddr());
  }

  private void confirm(ProviderTry attempt, Answer answer, HttpServletRequest request) {
    Person person =
        sessions
            .find(request)
            .map(SignedIn::person)
            .filter(signedIn -> signedIn.id().equals(attempt.confirms()))
            .orElseThrow(() -> Problem.of(IdentityProblem.NO_OFFER));
    signIn.confirm(person, attempt, answer.code(), answer.state(), request.getRemoteAddr());
    sessions.confirm(request, Method.PROVIDER);
    log.record(
        Event.of(IdentityEvent.CONFIRMED).by(person.actor()).fact("method", Method.PROVIDER));
  }

  /// @param name what people call it; null when there is none
  /// @param away whether it does not answer at present
  record ProviderView(@Nullable String name, boolean away) {}

  /// @param invitation which an administrator gave, to link an account; left out otherwise
  record Beginning(@Nullable @Pattern(regexp = "[A-Za-z0-9_-]{16,64}") String invitation) {
    @Override
    public String toString() {
      return "Beginning[]";
    }
  }

  /// @param address where the browser goes
  record Begun(URI address) {}

  /// @param state as it came
  /// @param code as it came
  record Answer(@NotBlank @Size(max = 500) String state, @NotBlank @Size(max = 4000) String code) {
    @Override
    public String toString() {
      return "Answer[]";
    }
  }
}
