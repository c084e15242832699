/// Areas: units of the province — province, commune, residential area.
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "audit", "identity"})
package anbinh.areas;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
