package anbinh.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/// A person as Spring Security sees them during one request; never stored.
final class SignedIn extends AbstractAuthenticationToken {
  private final transient Person person;

  SignedIn(Person person) {
    super(authorities(person));
    this.person = person;
    super.setAuthenticated(true);
  }

  Person person() {
    return person;
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
