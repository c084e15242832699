package anbinh.sightings.onvif;

import anbinh.cameras.Camera;
import anbinh.cameras.CameraCredentials;
import anbinh.cameras.store.Cameras;
import anbinh.media.ingest.CameraAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Where the metadata of the cameras is for which it is switched on, by the register. Safe for many
/// threads.
@Component
class OnvifCameras {
  private static final Logger LOG = LoggerFactory.getLogger(OnvifCameras.class);

  private final Cameras cameras;
  private final SwitchedCameraTable table;

  OnvifCameras(Cameras cameras, SwitchedCameraTable table) {
    this.cameras = cameras;
    this.table = table;
  }

  /// The addresses by codes, of those in use; empty for one that has none, or whose password cannot
  /// be read.
  Map<String, Optional<CameraAddress>> addresses() {
    Map<UUID, SwitchedCamera> switched =
        table.listSwitchedOn().stream()
            .collect(Collectors.toMap(SwitchedCamera::cameraId, Function.identity()));
    Map<String, Optional<CameraAddress>> found = new HashMap<>();
    for (Camera camera : cameras.list(switched.keySet())) {
      if (!camera.retired()) {
        String path = Objects.requireNonNull(switched.get(camera.id())).path();
        found.put(
            camera.code(), camera.findAddress().flatMap(video -> address(camera, video, path)));
      }
    }
    return found;
  }

  /// @param path null for that of the video
  private Optional<CameraAddress> address(Camera camera, URI video, @Nullable String path) {
    String uri =
        path == null ? video.toString() : video.getScheme() + "://" + video.getAuthority() + path;
    try {
      CameraCredentials credentials = cameras.credentials(camera.id());
      String username = credentials.username();
      String password = credentials.password();
      return Optional.of(
          username == null
              ? CameraAddress.of(uri)
              : CameraAddress.of(uri, username, password == null ? "" : password));
    } catch (RuntimeException unreadable) {
      LOG.error("the password of camera {} cannot be read", camera.code(), unreadable);
      return Optional.empty();
    }
  }
}
