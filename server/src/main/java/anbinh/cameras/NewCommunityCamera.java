package anbinh.cameras;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is needed to register a camera of the community.
///
/// @param reference the number under which somebody's list knows it, once in its area
/// @param keepDays how long its own recorder keeps footage
/// @param simulated made up for a demonstration; shown as such everywhere
public record NewCommunityCamera(
    String name,
    UUID areaId,
    @Nullable String reference,
    OwnerKind ownerKind,
    int keepDays,
    Camera.@Nullable Place place,
    boolean simulated) {}
