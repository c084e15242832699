/// Time stamps by an authority (RFC 3161) over seals and, each hour, over the log's checkpoint.
///
/// A stamp is never waited for: a seal without one is a whole seal. What could not be stamped is
/// kept in `evidence.stamp` until it is, and a late stamp goes beside the sealed bag, which is not
/// touched. An answer counts only when it is over what was asked, with what was asked, and readable
/// by the verifier that others will use.
@NullMarked
package anbinh.evidence.stamp;

import org.jspecify.annotations.NullMarked;
