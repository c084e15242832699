package anbinh.identity;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// What identity needs to know about areas; the feature `areas` above it answers.
public interface AreaTree {
  /// Whether `area` is `ancestor` or lies below it.
  boolean contains(UUID ancestor, UUID area);

  /// The area and all below it.
  Set<UUID> below(UUID area);

  /// The area and all above it.
  Set<UUID> above(UUID area);

  /// Whether the area is less than a province: a commune, or something in one.
  boolean isLocal(UUID area);

  /// Whether the area is a commune or a ward itself.
  boolean isCommune(UUID area);

  /// The areas in whose name a folded word stands; one of two letters or fewer begins a word of it.
  Set<UUID> named(String word);

  /// Names of areas that exist.
  Map<UUID, String> names(Collection<UUID> areas);
}
