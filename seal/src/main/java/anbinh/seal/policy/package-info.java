/// Who has to have signed and seen a log's head for a reader to believe it (C2SP tlog-policy, as of
/// 2026-06-22, which has no version number yet).
///
/// A **witness** cosigns heads of a log that only grew. A **group** has seen a head when enough of
/// its members have. The **quorum** is the witness or the group that must have seen it.
@NullMarked
package anbinh.seal.policy;

import org.jspecify.annotations.NullMarked;
