/// Cameras: the register of cameras and the health of each.
///
/// A camera is registered with an area, an address and how many days its footage is kept; it is
/// retired, never deleted, because its footage and the log speak of it for years. The password is
/// encrypted at rest and never leaves the server. Health is what recording last saw of the camera
/// ([CameraHealth]); it is kept in memory, as it is only true now.
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "platform",
      "platform :: http",
      "platform :: indicators",
      "platform :: secret",
      "platform :: sheet",
      "platform :: sql",
      "print",
      "audit",
      "audit :: services",
      "worklist",
      "identity",
      "identity :: services",
      "areas",
      "areas :: services"
    })
package anbinh.cameras;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
