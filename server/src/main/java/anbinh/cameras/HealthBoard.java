package anbinh.cameras;

import anbinh.cameras.CameraHealth.Connection;
import anbinh.cameras.CameraHealth.Storage;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// The newest health of every camera, reported by recording and read by everybody. Safe for many
/// threads.
@Component
public class HealthBoard {
  private final Map<UUID, CameraHealth> health = new ConcurrentHashMap<>();
  private final InstantSource clock;

  HealthBoard(InstantSource clock) {
    this.clock = clock;
  }

  public void report(UUID cameraId, CameraHealth newest) {
    health.put(cameraId, newest);
  }

  /// What was last reported; `OFF` for a camera nobody reported on.
  public CameraHealth of(UUID cameraId) {
    CameraHealth newest = health.get(cameraId);
    return newest == null ? CameraHealth.off(clock.instant()) : newest;
  }

  /// The cameras of which footage reached the disk when they were last reported on.
  public Set<UUID> recording() {
    return health.entrySet().stream()
        .filter(each ->
            each.getValue().connection() == Connection.CONNECTED
                && each.getValue().storage() == Storage.OK)
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  /// The cameras that were connected when they were last reported on.
  public List<UUID> connected() {
    return health.entrySet().stream()
        .filter(each -> each.getValue().connection() == Connection.CONNECTED)
        .map(Map.Entry::getKey)
        .toList();
  }
}
