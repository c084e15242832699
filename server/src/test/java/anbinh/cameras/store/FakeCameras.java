package anbinh.cameras.store;

import anbinh.cameras.Camera;
import anbinh.cameras.CameraKind;
import anbinh.cameras.Consent;
import anbinh.cameras.OwnerKind;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Cameras in memory; CamerasIT runs the real ones.
public final class FakeCameras extends Cameras {
  private final Map<UUID, Camera> cameras = new HashMap<>();

  @SuppressWarnings("NullAway") // there is no table
  public FakeCameras() {
    super(null, null, null, null, null, null, null, null, null);
  }

  /// A camera of a household that gave its consent, or the same anew.
  public Camera add(
      int number,
      CameraKind kind,
      UUID area,
      Consent.State consent,
      int keepDays,
      boolean retired) {
    return add(
        new Camera(
            new UUID(6, number),
            "CAM-000" + number,
            kind,
            null,
            "Cổng chợ",
            area,
            OwnerKind.HOUSEHOLD,
            new Consent(consent, null),
            null,
            null,
            false,
            false,
            keepDays,
            null,
            retired));
  }

  public Camera add(Camera camera) {
    cameras.put(camera.id(), camera);
    return camera;
  }

  @Override
  public Optional<Camera> find(UUID id) {
    return Optional.ofNullable(cameras.get(id));
  }
}
