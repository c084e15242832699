/// Asking the owners of community cameras for what an approved request grants.
///
/// Words. An *ask* is what one owner is asked for: one granted camera of one request. Its *link*
/// leads the owner, who has no account, to a page that says who asks for what and why; the link's
/// secret is known to whoever holds the link and to nobody else, since only its hash is kept. An
/// ask is *settled* once nothing more can come of it.
///
/// ```
/// OPEN → REFUSED      the owner said no
///   ├→ WITHDRAWN      the owner withdrew the consent to the use of the camera
///   ├→ UNANSWERED     nobody answered in time
///   ├→ OVERWRITTEN    the keep-time of the owner's recorder ran out
///   └→ GIVEN_UP       the requester waits no longer
/// ```
///
/// Invariants: only an open ask has a link; an ask whose time is over counts as ended even before
/// the job has said so; nobody is asked who withdrew.
@NullMarked
package anbinh.evidence.owner;

import org.jspecify.annotations.NullMarked;
