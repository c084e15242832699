/// Demonstration: simulated cameras, areas, people and a synthetic past, all labelled as such. It
/// writes straight into the features and reaches into them; nothing knows it.
@NullMarked
@ApplicationModule
package anbinh.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
