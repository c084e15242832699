/// The verifier: says whether a package is as it was sealed, without a network and without trusting
/// whoever handed it over.
///
/// Five answers, see [Verdict]: **intact**, **altered**, **incomplete**, **unknown key** and
/// **malformed**. There is no "authentic": what the pictures mean is not checked. Malformed input
/// is refused, never normalised.
@NullMarked
package anbinh.seal.verify;

import org.jspecify.annotations.NullMarked;
