package anbinh.identity;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Which emergency accesses are open at present.
public interface OpenEmergencies {
  /// The one of a purpose that is open for a person in one of the areas.
  Optional<UUID> findOpen(UUID person, Set<UUID> areas, EmergencyPurpose purpose);
}
