package anbinh.areas.place;

import anbinh.areas.PlaceKind;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A street or a landmark.
///
/// @param areaId the commune that it lies in
/// @param former what it was called before; null where nothing is known
/// @param latitude of its middle (WGS 84), to six decimals
public record NamedPlace(
    UUID areaId,
    PlaceKind kind,
    String name,
    @Nullable String former,
    double latitude,
    double longitude) {}
