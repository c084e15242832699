package anbinh.identity;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is needed to create a person.
///
/// @param areaId null for the whole site
/// @param mustChangePassword whether the password is only for the first sign-in
/// @param roleEnds the last days of the roles that end
public record NewPerson(
    String username,
    String displayName,
    String password,
    Set<Role> roles,
    @Nullable UUID areaId,
    boolean mustChangePassword,
    Map<Role, LocalDate> roleEnds) {
  public NewPerson {
    roles = Set.copyOf(roles);
    roleEnds = Map.copyOf(roleEnds);
  }

  /// With roles that do not end.
  public NewPerson(
      String username,
      String displayName,
      String password,
      Set<Role> roles,
      @Nullable UUID areaId,
      boolean mustChangePassword) {
    this(username, displayName, password, roles, areaId, mustChangePassword, Map.of());
  }

  @Override
  public String toString() {
    return "NewPerson[username=" + username + "]";
  }
}
