package anbinh.identity.grant;

import anbinh.identity.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Roles of one person that another administrator is to confirm.
///
/// @param lastDays of the roles that end
/// @param areaId of the person when they were granted; null for the whole site
/// @param granters all who had a hand in it; none where the server did it by itself
/// @param until afterwards nobody confirms it any more
/// @param ending null while it waits
record GrantRequest(
    UUID id,
    UUID personId,
    Set<Role> roles,
    Map<Role, LocalDate> lastDays,
    @Nullable UUID areaId,
    Set<GrantCause> causes,
    Set<UUID> granters,
    Instant grantedAt,
    Instant until,
    @Nullable Ending ending) {
  public GrantRequest {
    roles = Set.copyOf(roles);
    lastDays = Map.copyOf(lastDays);
    causes = Set.copyOf(causes);
    granters = Set.copyOf(granters);
  }

  /// @param by null where nobody confirmed it, in the first steps or by the server
  record Ending(GrantOutcome outcome, @Nullable UUID by, Instant at, @Nullable String reason) {}

  boolean waitsAt(Instant now) {
    return ending == null && now.isBefore(until);
  }
}
