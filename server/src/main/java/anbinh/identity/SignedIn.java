package anbinh.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/// A person as Spring Security sees them during one request; never stored.
final class SignedIn extends AbstractAuthenticationToken {
  private final transient Person person;
  private final transient Instant confirmedAt;
  private final transient boolean factorMissing;

  /// @param confirmedAt when the person last showed that it is them
  /// @param factorMissing whether they must have a second factor and do not
  SignedIn(Person person, Instant confirmedAt, boolean factorMissing) {
    super(authorities(person));
    this.person = person;
    this.confirmedAt = confirmedAt;
    this.factorMissing = factorMissing;
    super.setAuthenticated(true);
  }

  Person person() {
    return person;
  }

  Instant confirmedAt() {
    return confirmedAt;
  }

  boolean factorMissing() {
    return factorMissing;
  }

  /// What must be done before anything else is allowed.
  Optional<IdentityProblem> due() {
    if (person.mustChangePassword()) {
      return Optional.of(IdentityProblem.CHANGE_PASSWORD_FIRST);
    }
    return factorMissing ? Optional.of(IdentityProblem.ADD_SECOND_FACTOR_FIRST) : Optional.empty();
  }

  @Override
  public @Nullable Object getCredentials() {
    return null;
  }

  @Override
  public Object getPrincipal() {
    return person.id().toString();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SignedIn that && person.equals(that.person);
  }

  @Override
  public int hashCode() {
    return person.hashCode();
  }

  private static List<GrantedAuthority> authorities(Person person) {
    return person.roles().stream()
        .map(role -> (GrantedAuthority) new SimpleGrantedAuthority("ROLE_" + role))
        .toList();
  }
}
