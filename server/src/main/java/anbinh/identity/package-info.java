/// Identity: people, their roles and areas, how they sign in.
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "audit"})
package anbinh.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
