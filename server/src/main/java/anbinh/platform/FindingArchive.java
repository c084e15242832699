package anbinh.platform;

import java.util.Collection;

/// Where findings are kept over which the server must not go on ([Finding#suspends]), whoever
/// checks: the server itself, or a command beside it.
public interface FindingArchive {
  /// Keeps those of them that suspend.
  void keep(Collection<Finding> findings);
}
