/// Audit: the tamper-evident log of every event and of every closed segment.
@NullMarked
@ApplicationModule(allowedDependencies = {"platform"})
package anbinh.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
