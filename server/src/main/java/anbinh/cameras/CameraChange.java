package anbinh.cameras;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A change of a camera; what is null stays as it is.
public record CameraChange(
    @Nullable String name,
    @Nullable UUID areaId,
    @Nullable String address,
    @Nullable String username,
    @Nullable String password,
    @Nullable Boolean recording,
    @Nullable Integer keepDays,
    Camera.@Nullable Place place,
    @Nullable OwnerKind ownerKind,
    @Nullable String reference) {
  public static CameraChange ofAddress(String address) {
    return new CameraChange(null, null, address, null, null, null, null, null, null, null);
  }

  @Override
  public String toString() {
    return "CameraChange[name=" + name + "]";
  }
}
