package anbinh.cameras.store;

import anbinh.cameras.Camera;
import anbinh.cameras.CameraCredentials;
import anbinh.cameras.CameraKind;
import anbinh.cameras.Consent;
import anbinh.cameras.OwnerKind;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Cameras in memory; CamerasIT runs the real ones.
public final class FakeCameras extends Cameras {
  private final Map<UUID, Camera> cameras = new HashMap<>();
  private final Set<UUID> unreadable = new HashSet<>();

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

  /// Says whether the password of a camera can be read.
  public void readable(UUID id, boolean can) {
    if (can) {
      unreadable.remove(id);
    } else {
      unreadable.add(id);
    }
  }

  @Override
  public List<Camera> listRecorded() {
    return cameras.values().stream()
        .filter(camera -> camera.kind() == CameraKind.CONNECTED && camera.isRecorded())
        .sorted(Comparator.comparing(Camera::code))
        .toList();
  }

  @Override
  public CameraCredentials credentials(UUID id) {
    if (unreadable.contains(id)) {
      throw new IllegalStateException("the key is another one");
    }
    return new CameraCredentials(null, null);
  }

  @Override
  public Optional<Camera> find(UUID id) {
    return Optional.ofNullable(cameras.get(id));
  }
}
