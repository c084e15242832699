/// Recording: ingest, store, serve and show what cameras send.
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "platform",
      "platform :: background",
      "platform :: http",
      "platform :: message",
      "platform :: sql",
      "audit",
      "audit :: services",
      "worklist",
      "identity",
      "identity :: services",
      "cameras",
      "cameras :: services"
    })
package anbinh.recording;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
