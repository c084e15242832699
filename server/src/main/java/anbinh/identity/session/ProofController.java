package anbinh.identity.session;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.identity.IdentityEvent;
import anbinh.identity.IdentityProblem;
import anbinh.identity.Person;
import anbinh.identity.factor.Proof;
import anbinh.identity.factor.SecondFactors;
import anbinh.platform.OnlyWhenServing;
import anbinh.platform.PlatformProblem;
import anbinh.platform.Problem;
import anbinh.platform.http.WhileReadOnly;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/session/…`: showing that one is who one says, after the password or before a grave act.
@WhileReadOnly
@RestController
@OnlyWhenServing
@RequestMapping("/api/session")
class ProofController {
  private final SignIn signIn;
  private final SecondFactors factors;
  private final SessionPeople sessions;
  private final SessionOpener opener;
  private final SessionResponseMapper views;
  private final CurrentPerson current;
  private final AuditLog log;

  ProofController(
      SignIn signIn,
      SecondFactors factors,
      SessionPeople sessions,
      SessionOpener opener,
      SessionResponseMapper views,
      CurrentPerson current,
      AuditLog log) {
    this.signIn = signIn;
    this.factors = factors;
    this.sessions = sessions;
    this.opener = opener;
    this.views = views;
    this.current = current;
    this.log = log;
  }

  /// What the browser needs to have a passkey sign, for whoever is signed in or half so.
  @PostMapping("/passkey-options")
  Map<String, @Nullable Object> passkeyOptions(HttpServletRequest request) {
    Person person =
        current
            .find()
            .or(() -> sessions.findHalf(request))
            .orElseThrow(() -> Problem.of(PlatformProblem.NOT_SIGNED_IN));
    return factors.requestOptions(person, sessions.challenge(request));
  }

  /// The second half of a sign-in.
  @PostMapping("/second-factor")
  SessionView secondFactor(
      @Valid @RequestBody Proof proof, HttpServletRequest request, HttpServletResponse response) {
    Person person =
        sessions.findHalf(request).orElseThrow(() -> Problem.of(IdentityProblem.NO_OFFER));
    prove(person, proof, request);
    return views.of(
        opener.open(request, response, person, proof.method(), sessions.provider(request)));
  }

  /// Shows again that it is oneself, for grave acts in the next minutes.
  @PostMapping("/confirm")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void confirm(@Valid @RequestBody Proof proof, HttpServletRequest request) {
    Person person = current.get();
    prove(person, proof, request);
    sessions.confirm(request, proof.method());
    log.record(Event.of(IdentityEvent.CONFIRMED).by(person.actor()).fact("method", proof.method()));
  }

  private void prove(Person person, Proof proof, HttpServletRequest request) {
    signIn.prove(
        person, sessions.provider(request), proof, sessions.takeChallenge(request), request);
  }
}
