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
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication instanceof SignedIn signedIn
        ? Optional.of(signedIn.person())
        : Optional.empty();
  }

  /// When whoever is signed in last showed that it is them; empty when nobody is.
  Optional<Instant> findConfirmedAt() {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication instanceof SignedIn signedIn
        ? Optional.of(signedIn.confirmedAt())
        : Optional.empty();
  }

  public Person get() {
    return find().orElseThrow(() -> Problem.of(PlatformProblem.NOT_SIGNED_IN));
  }
}
