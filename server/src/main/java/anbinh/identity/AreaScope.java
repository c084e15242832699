package anbinh.identity;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The areas in which a person may do something, to filter lists by.
public sealed interface AreaScope {
  boolean includes(UUID areaId);

  /// For a query: null for the whole site.
  @Nullable Set<UUID> areas();

  /// The same as an array.
  default UUID @Nullable [] array() {
    return switch (this) {
      case Everywhere _ -> null;
      case Within within -> within.areas().toArray(UUID[]::new);
    };
  }

  /// The whole site.
  record Everywhere() implements AreaScope {
    @Override
    public boolean includes(UUID areaId) {
      return true;
    }

    @Override
    public @Nullable Set<UUID> areas() {
      return null;
    }
  }

  /// Only these areas; they may be none.
  record Within(Set<UUID> areas) implements AreaScope {
    public Within {
      areas = Set.copyOf(areas);
    }

    @Override
    public boolean includes(UUID areaId) {
      return areas.contains(areaId);
    }
  }
}
