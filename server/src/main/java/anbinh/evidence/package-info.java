/// Evidence: request, decision by another person, extraction, seal, hand-over.
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "video",
      "signing",
      "platform",
      "platform :: background",
      "platform :: http",
      "platform :: indicators",
      "platform :: malware",
      "platform :: message",
      "platform :: secret",
      "platform :: sql",
      "print",
      "audit",
      "audit :: services",
      "worklist",
      "identity",
      "identity :: services",
      "areas",
      "areas :: services",
      "cameras",
      "cameras :: services",
      "recording",
      "recording :: services",
      "sightings",
      "sightings :: services",
      "cases",
      "cases :: services"
    })
package anbinh.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
