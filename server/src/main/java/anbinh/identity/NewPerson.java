package anbinh.identity;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is needed to create a person.
///
/// @param areaId null for the whole site
/// @param mustChangePassword whether the password is only for the first sign-in
public record NewPerson(
    String username,
    String displayName,
    String password,
    Set<Role> roles,
    @Nullable UUID areaId,
    boolean mustChangePassword) {
  public NewPerson {
    roles = Set.copyOf(roles);
  }

  @Override
  public String toString() {
    return "NewPerson[username=" + username + "]";
  }
}
