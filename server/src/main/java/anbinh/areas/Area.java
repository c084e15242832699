package anbinh.areas;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A unit as it is today.
public record Area(UUID id, String code, String name, AreaKind kind, @Nullable UUID parentId) {}
