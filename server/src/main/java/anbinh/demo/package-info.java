/// Demonstration: simulated cameras, areas and people, all labelled as such.
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "platform",
      "platform :: http",
      "audit",
      "identity",
      "areas",
      "cameras",
      "recording",
      "cases",
      "evidence",
      "community :: mediation",
      "community :: standard"
    })
package anbinh.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
