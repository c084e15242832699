/// Cameras: the register of cameras and the health of each.
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "audit", "identity", "areas"})
package anbinh.cameras;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
