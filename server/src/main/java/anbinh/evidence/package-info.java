/// Evidence: request, decision by another person, extraction, seal, hand-over.
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "platform",
      "platform :: background",
      "platform :: http",
      "platform :: indicators",
      "platform :: malware",
      "platform :: message",
      "platform :: secret",
      "print",
      "audit",
      "identity",
      "areas",
      "cameras",
      "recording",
      "cases"
    })
package anbinh.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
