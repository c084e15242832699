package anbinh.seal.tree;

import java.security.DigestException;
import java.security.MessageDigest;

/// The two hash functions of an RFC 6962 tree: a leaf is `SHA-256(0x00 ‖ entry)`, a node is
/// `SHA-256(0x01 ‖ left ‖ right)`; the two prefixes keep a leaf from passing as a node.
///
/// Not thread-safe: one per operation or per thread.
public final class Hasher {
  private final MessageDigest digest = Hash.newDigest();
  private final byte[] node = new byte[1 + 2 * Hash.BYTES];
  private final byte[] result = new byte[Hash.BYTES];

  /// Makes a hasher.
  public Hasher() {
    node[0] = 1;
  }

  /// The hash of an entry as a leaf.
  public Hash leaf(byte[] entry) {
    digest.update((byte) 0);
    digest.update(entry);
    return finish();
  }

  /// The hash of two subtrees.
  public Hash node(Hash left, Hash right) {
    left.copyTo(node, 1);
    right.copyTo(node, 1 + Hash.BYTES);
    digest.update(node);
    return finish();
  }

  /// The root of the complete subtree over `count` hashes (a power of two) that stand one after
  /// another in `hashes` from hash number `first` on.
  public Hash subtree(byte[] hashes, int first, int count) {
    if (count == 1) {
      return Hash.of(hashes, first * Hash.BYTES);
    }
    int half = count / 2;
    return node(subtree(hashes, first, half), subtree(hashes, first + half, half));
  }

  private Hash finish() {
    try {
      digest.digest(result, 0, result.length);
    } catch (DigestException e) {
      throw new IllegalStateException("SHA-256 did not fill 32 bytes", e);
    }
    return Hash.of(result, 0);
  }
}
