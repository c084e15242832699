/// Oversight: the use of the system is itself watched.
///
/// Words. An *entry* is one event of the log. A *look* is what one person saw of one *target* (a
/// camera, a place, a request) for one matter, put together from entries. A look is *covered* when
/// a case of the person's explains it. A *finding* says that a rule applies to somebody's looks; a
/// person judges it, never the machine: nothing is blocked, and nobody judges their own.
///
/// Life of a finding: opened by a rule; grows while the same goes on; closed by an auditor as
/// explained or passed on, with a reason. Everything here is drawn from the log, in its order, once
/// each, so a restart loses and repeats nothing.
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "platform",
      "platform :: background",
      "platform :: http",
      "platform :: sql",
      "audit",
      "audit :: services",
      "worklist",
      "identity",
      "identity :: services",
      "areas :: services",
      "cameras",
      "cameras :: services",
      "sightings",
      "sightings :: services"
    })
package anbinh.oversight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
