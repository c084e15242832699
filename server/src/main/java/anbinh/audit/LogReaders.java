package anbinh.audit;

import anbinh.platform.Problem;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who may read the log, and what actors are called; the feature `identity` above answers.
public interface LogReaders {
  /// Requires that the signed-in person may read the log, and returns them.
  Reader require();

  /// Records that the signed-in person asked for an entry of another area, and returns the problem
  /// to throw.
  Problem refuse(long index);

  /// @param whole whether they read names and what leaves only commit to, beside the leaves
  /// @param areas of which they read the entries; null for all, and for what belongs to no area
  record Reader(Actor actor, boolean whole, @Nullable Set<UUID> areas) {
    public Reader {
      areas = areas == null ? null : Set.copyOf(areas);
    }
  }

  /// Names of people that exist.
  Map<UUID, String> names(Collection<UUID> people);
}
