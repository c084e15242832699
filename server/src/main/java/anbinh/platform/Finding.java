package anbinh.platform;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// One thing a [ConsistencyCheck] found.
///
/// @param subject which object, by an identifier an operator can look up
/// @param what is wrong with it, as one English sentence, the same each time that it is found
/// @param suspends whether nothing is logged, decided or sealed over it until administrators decide
public record Finding(String subject, String what, boolean suspends) {
  /// One that is only named.
  public Finding(String subject, String what) {
    this(subject, what, false);
  }

  /// Those that suspend and are found a second time: what is read while it is written may look
  /// wrong once.
  ///
  /// @param check which found them
  public static List<Finding> confirmed(List<Finding> found, ConsistencyCheck check) {
    Set<Finding> suspending = new HashSet<>(found.stream().filter(Finding::suspends).toList());
    if (suspending.isEmpty()) {
      return List.of();
    }
    var again = new Findings();
    check.run(again);
    suspending.retainAll(Set.copyOf(again.suspending()));
    return found.stream().filter(suspending::contains).toList();
  }
}
