/// The evidence package: a bag, and beside it the seal that ties the bag to the log.
///
/// ```
/// EXT-…/bag/…              a bag (BagIt 1.0), see anbinh.seal.bag
/// EXT-…/seal/seal.json     the log's entry, see Seal
/// EXT-…/seal/…             proof, checkpoint, key and the guide, see PackageLayout
/// ```
///
/// The order of work: write the bag; make the [Seal] with the bag's digest; append its bytes to the
/// log; take the proof; finish the package.
@NullMarked
package anbinh.seal.pack;

import org.jspecify.annotations.NullMarked;
