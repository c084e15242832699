/// Audit: the tamper-evident log of every event and of every closed segment.
///
/// Words. An *event* is something that somebody did, saw, or was refused. Its *facts* are public
/// and stand in the log's leaf; its *detail* may name people and stands in the database only, tied
/// to the leaf by `SHA-256(salt ‖ detail)`. An *actor* is named in the leaf by a *pseudonym*, a
/// random identifier that only the database ties to a person.
///
/// Life of an event: recorded in the same transaction as the change it tells of (so that neither
/// exists without the other); then appended to the log, which gives it its *index*; within a second
/// covered by a signed checkpoint. A refusal is recorded by itself, since what was refused is
/// rolled back.
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "platform",
      "platform :: background",
      "platform :: http",
      "platform :: secret",
      "platform :: sql"
    })
package anbinh.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
