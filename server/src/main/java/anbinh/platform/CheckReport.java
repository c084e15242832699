package anbinh.platform;

import java.util.function.Consumer;

/// What a [ConsistencyCheck] tells while it runs.
@FunctionalInterface
public interface CheckReport extends Consumer<Finding> {
  /// So many more were looked at, of a check that takes long.
  default void looked(long more) {}
}
