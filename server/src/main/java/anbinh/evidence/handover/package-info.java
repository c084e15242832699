/// Handing a sealed package over, with a receipt.
///
/// A *hand-over* is opened by who made the request: to somebody with an account, who confirms by
/// signing in anew, or to somebody outside, who signs a printed receipt. What is confirmed becomes
/// a [anbinh.seal.pack.Receipt]: its SHA-256 stands in the leaf of the event, and the file itself,
/// the office's signature over it, the leaf, its proof and the scanned paper go beside the seal as
/// `receipt-<number>.*`, in the order of their numbers.
///
/// ```
/// OPEN → RECEIVED (receipt)        OPEN past its time counts as lapsed
///   └→ WITHDRAWN
/// ```
@NullMarked
package anbinh.evidence.handover;

import org.jspecify.annotations.NullMarked;
