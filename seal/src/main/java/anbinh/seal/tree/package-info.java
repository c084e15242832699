/// The Merkle tree of RFC 6962 and the tiles that store it.
///
/// An **entry** is the bytes that are logged; a **leaf** is an entry's hash; a **node** is the hash
/// of two subtrees; the **root** commits to every entry and their order. A **tile** holds up to 256
/// hashes of one level in eight, as C2SP tlog-tiles defines.
@NullMarked
package anbinh.seal.tree;

import org.jspecify.annotations.NullMarked;
