package anbinh.identity;

import java.util.Set;
import java.util.UUID;

/// What identity needs to know about cases; the feature `cases` above it answers.
public interface CurrentCases {
  /// Whether an open case lies in one of the areas.
  boolean in(Set<UUID> areas);

  /// The same for a person's own cases: those that they work on.
  boolean ownIn(UUID person, Set<UUID> areas);
}
