package anbinh.identity;

import anbinh.platform.PlatformProblem;
import anbinh.platform.Problem;
import java.time.Instant;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/// Who sent the present request, as they are in the database now.
@Component
public class CurrentPerson {
  /// Empty when nobody is signed in.
  public Optional<Person> find() {
    return signedIn().map(SignedIn::person);
  }

  /// When whoever is signed in last showed that it is them; empty when nobody is.
  Optional<Instant> findConfirmedAt() {
    return signedIn().map(SignedIn::confirmedAt);
  }

  public Person get() {
    return find().orElseThrow(() -> Problem.of(PlatformProblem.NOT_SIGNED_IN));
  }

  private static Optional<SignedIn> signedIn() {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication instanceof SignedIn signedIn ? Optional.of(signedIn) : Optional.empty();
  }
}
