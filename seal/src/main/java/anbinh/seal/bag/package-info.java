/// Bags (BagIt 1.0, RFC 8493): a folder `data/` with the payload, and beside it manifests that give
/// the SHA-512 and the SHA-256 of every file.
///
/// The lines of a manifest are what `sha512sum -c` and `sha256sum -c` read. Names are UTF-8 in
/// normal form C and plain enough for every file system.
@NullMarked
package anbinh.seal.bag;

import org.jspecify.annotations.NullMarked;
