/// Asking the owners of community cameras for what an approved request grants.
///
/// Words. An *ask* is what one owner is asked for: one granted camera of one request. Its *link*
/// leads the owner, who has no account, to a page that says who asks for what and why; the link's
/// secret is known to whoever holds the link and to nobody else, since only its hash is kept. An
/// ask is *settled* once nothing more can come of it: what was given is settled when the time to
/// think again is over and the collection has *taken* it.
///
/// ```
/// OPEN → GIVEN        the owner handed files over; GIVEN → WITHDRAWN until they are taken
///   ├→ REFUSED        the owner said no
///   ├→ WITHDRAWN      the owner took back what was given, or the consent to the camera's use
///   ├→ UNANSWERED     nobody answered in time
///   ├→ OVERWRITTEN    the keep-time of the owner's recorder ran out
///   └→ GIVEN_UP       the requester waits no longer
/// ```
///
/// Invariants: only an open ask, or one whose files can still be taken back, has a link; an ask
/// whose time is over counts as ended even before the job has said so; nobody is asked who
/// withdrew.
@NullMarked
package anbinh.evidence.owner;

import org.jspecify.annotations.NullMarked;
