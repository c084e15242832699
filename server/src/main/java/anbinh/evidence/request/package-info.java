/// The request for an extraction: what may be asked, and its life cycle.
///
/// Words. A *request* asks for the footage of some cameras in a stretch of time for one case. It is
/// *decided* by another person: approved, approved for less (*granted* is what was approved) or
/// refused. A granted request is *collected* and *sealed*, or ends *unavailable* when none of its
/// cameras holds anything. A sealed package is *delivered* when the requester has downloaded all of
/// it; the *outcome* says what it clarified.
///
/// ```
/// REQUESTED → APPROVED → COLLECTING → SEALED → DELIVERED → OUTCOME
///     ├→ REFUSED           └→ UNAVAILABLE
///     ├→ CANCELLED
///     └→ EXPIRED
/// ```
///
/// A request that cannot wait is *marked urgent*: its footage is *secured* at once, before anybody
/// decides; deciding it is then *ratifying*, and a request that nobody ratifies lapses sooner.
///
/// Invariants: nobody decides what they marked urgent; nobody decides one's own request; nothing is
/// decided twice; what is granted lies within what was asked; only the requester cancels, collects
/// and notes the outcome. All are kept by [anbinh.evidence.request.lifecycle.LifeCycle], and the
/// first three by constraints of the tables as well.
@NullMarked
package anbinh.evidence.request;

import org.jspecify.annotations.NullMarked;
