package anbinh.cameras;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is needed to register a connected camera.
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
    boolean simulated,
    OwnerKind ownerKind,
    @Nullable String reference) {
  /// One of the police.
  public NewCamera(
      String name,
      UUID areaId,
      String address,
      @Nullable String username,
      @Nullable String password,
      boolean recording,
      int keepDays,
      Camera.@Nullable Place place,
      boolean simulated) {
    this(
        name,
        areaId,
        address,
        username,
        password,
        recording,
        keepDays,
        place,
        simulated,
        OwnerKind.POLICE,
        null);
  }

  @Override
  public String toString() {
    return "NewCamera[name=" + name + "]";
  }
}
