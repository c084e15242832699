/// Setup: what is left to do until an installation can be used for real.
///
/// Words. A *step* is one thing that an installation needs, such as a second administrator. It is
/// *done* when the state of the installation says so; nobody ticks it off. A step that this office
/// does not need is *skipped*, by an entry of the log, and can be taken up again.
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "platform",
      "platform :: message",
      "audit",
      "audit :: services",
      "identity",
      "identity :: services",
      "areas :: services",
      "cameras :: services",
      "notification"
    })
package anbinh.setup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
