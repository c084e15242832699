/// Platform: what every feature stands on — database, problems, jobs, HTTP.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package anbinh.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
