/// Subjects: what people ask about their own data (Law 91/2025/QH15, Decree 356/2025/ND-CP).
///
/// Words. A *request* is what somebody asks, of one of seven kinds. It is *answered* when they were
/// told that it is being dealt with, *ended* with an outcome. Both have a clock; the second may be
/// *extended* once.
///
/// Invariants. Who asked, what, and what they were told is one encrypted value, read one request at
/// a time with an entry of the log, and erased some time after the end with another. Neither the
/// log nor a list says who. Nothing here reaches cameras or footage: what is asked for is looked
/// for by whom it concerns, in the ordinary ways.
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "platform",
      "platform :: background",
      "platform :: secret",
      "platform :: sql",
      "audit",
      "audit :: services",
      "worklist",
      "identity",
      "identity :: services"
    })
package anbinh.subject;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
