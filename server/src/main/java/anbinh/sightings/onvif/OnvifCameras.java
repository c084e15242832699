package anbinh.sightings.onvif;

import anbinh.cameras.Camera;
import anbinh.cameras.CameraCredentials;
import anbinh.cameras.store.Cameras;
import anbinh.media.ingest.CameraAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Where the metadata of the cameras of the settings is, by the register. Safe for many threads.
@Component
class OnvifCameras {
  private static final Logger LOG = LoggerFactory.getLogger(OnvifCameras.class);

  private final Cameras cameras;

  /// Paths by codes; an empty one is that of the video.
  private final Map<String, String> paths = new HashMap<>();

  OnvifCameras(Cameras cameras, OnvifSettings settings) {
    this.cameras = cameras;
    for (String each : settings.cameras()) {
      int equals = each.indexOf('=');
      paths.put(
          equals < 0 ? each : each.substring(0, equals),
          equals < 0 ? "" : each.substring(equals + 1));
    }
  }

  boolean isEmpty() {
    return paths.isEmpty();
  }

  /// The addresses by codes; empty for one that is not in use, not connected, or whose password
  /// cannot be read.
  Map<String, Optional<CameraAddress>> addresses() {
    Map<String, Optional<CameraAddress>> found = new HashMap<>();
    paths.keySet().forEach(code -> found.put(code, Optional.empty()));
    cameras.listByCode(paths.keySet()).stream()
        .filter(each -> !each.retired())
        .forEach(each -> found.put(each.code(), address(each)));
    return found;
  }

  private Optional<CameraAddress> address(Camera camera) {
    return camera.findAddress().flatMap(video -> address(camera, video));
  }

  private Optional<CameraAddress> address(Camera camera, URI video) {
    String path = paths.getOrDefault(camera.code(), "");
    String uri =
        path.isEmpty() ? video.toString() : video.getScheme() + "://" + video.getAuthority() + path;
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
