package anbinh.cameras;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is needed to register a camera.
///
/// @param address as typed; credentials inside it are moved out
/// @param username takes precedence over one inside the address
/// @param password likewise
public record NewCamera(
    String name,
    UUID areaId,
    String address,
    @Nullable String username,
    @Nullable String password,
    boolean recording,
    int keepDays,
    Camera.@Nullable Place place,
    boolean simulated) {
  @Override
  public String toString() {
    return "NewCamera[name=" + name + "]";
  }
}
