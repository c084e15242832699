package anbinh.audit;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/// Who may read the log, and what actors are called; the feature `identity` above answers.
public interface LogReaders {
  /// Requires that the signed-in person may read the log, and returns them.
  Reader require();

  /// @param whole whether they read names and what leaves only commit to, beside the leaves
  record Reader(Actor actor, boolean whole) {}

  /// Names of people that exist.
  Map<UUID, String> names(Collection<UUID> people);
}
