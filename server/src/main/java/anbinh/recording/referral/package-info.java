/// Referrals: a duty officer refers a marked span of cameras to an investigator.
///
/// A referral tells somebody where to look and gives no right to look: who opens it is asked for
/// role, area and case as for any other look ([anbinh.recording.watch]).
///
/// ```
/// OPEN → ACCEPTED (to be requested)      OPEN past its time counts as lapsed
///   └→ DISMISSED (with a reason)
/// ```
@NullMarked
package anbinh.recording.referral;

import org.jspecify.annotations.NullMarked;
