/// Demonstration: simulated cameras, areas and people, all labelled as such.
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "platform",
      "platform :: http",
      "audit",
      "identity",
      "areas",
      "areas :: list",
      "community :: team",
      "community :: campaign",
      "community :: measure",
      "community :: mediation",
      "community :: situation",
      "community :: standard",
      "community :: programme",
      "cameras",
      "recording",
      "cases",
      "cases :: filling",
      "evidence",
      "evidence :: filling"
    })
package anbinh.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
