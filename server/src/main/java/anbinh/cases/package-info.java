/// Cases: what happened, and what footage clarified about it.
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "audit", "identity", "areas"})
package anbinh.cases;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
