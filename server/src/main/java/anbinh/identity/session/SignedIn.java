package anbinh.identity.session;

import anbinh.identity.Confirmation;
import anbinh.identity.IdentityProblem;
import anbinh.identity.Person;
import anbinh.identity.provider.ProviderSession;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/// A person as Spring Security sees them during one request; never stored.
public final class SignedIn extends AbstractAuthenticationToken {
  private final transient Person person;
  private final transient Confirmation confirmation;
  private final transient boolean factorMissing;
  private final transient @Nullable ProviderSession provider;

  /// @param confirmation how the person last showed that it is them
  /// @param factorMissing whether they must have a second factor and do not
  /// @param provider what is kept of the provider that let them in; null with a password
  SignedIn(
      Person person,
      Confirmation confirmation,
      boolean factorMissing,
      @Nullable ProviderSession provider) {
    super(authorities(person));
    this.person = person;
    this.confirmation = confirmation;
    this.factorMissing = factorMissing && (provider == null || !provider.secondFactor());
    this.provider = provider;
    super.setAuthenticated(true);
  }

  public Person person() {
    return person;
  }

  Confirmation confirmation() {
    return confirmation;
  }

  boolean factorMissing() {
    return factorMissing;
  }

  @Nullable ProviderSession provider() {
    return provider;
  }

  /// Whether the password is only for the first sign-in; who came by the provider did not need it.
  boolean mustChangePassword() {
    return person.mustChangePassword() && provider == null;
  }

  /// What must be done before anything else is allowed.
  Optional<IdentityProblem> due() {
    if (mustChangePassword()) {
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
