package anbinh.identity.session;

import anbinh.identity.Confirmation;
import anbinh.identity.Person;
import anbinh.identity.provider.ProviderSession;
import anbinh.platform.PlatformProblem;
import anbinh.platform.Problem;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/// Who sent the present request, as they are in the database now.
@Component
class CurrentPerson {
  /// Empty when nobody is signed in.
  public Optional<Person> find() {
    return signedIn().map(SignedIn::person);
  }

  /// How whoever is signed in last showed that it is them; empty when nobody is.
  public Optional<Confirmation> findConfirmation() {
    return signedIn().map(SignedIn::confirmation);
  }

  /// What is kept of the provider that let them in; null when nobody is signed in, or by password.
  public @Nullable ProviderSession findProvider() {
    return signedIn().map(SignedIn::provider).orElse(null);
  }

  public Person get() {
    return find().orElseThrow(() -> Problem.of(PlatformProblem.NOT_SIGNED_IN));
  }

  private static Optional<SignedIn> signedIn() {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication instanceof SignedIn signedIn ? Optional.of(signedIn) : Optional.empty();
  }
}
