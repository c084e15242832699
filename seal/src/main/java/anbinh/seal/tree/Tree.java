package anbinh.seal.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// The Merkle tree of RFC 6962 section 2.1: roots, inclusion proofs and consistency proofs, made
/// from the hashes of complete subtrees, and their verification as RFC 9162 sections 2.1.3.2 and
/// 2.1.4.2 spell it out.
///
/// A proof reads O(log n) nodes. All methods are pure.
public final class Tree {
  /// The root of the tree without entries: the SHA-256 of nothing.
  public static final Hash EMPTY_ROOT = Hash.sha256();

  private Tree() {}

  /// Gives the hashes of complete subtrees.
  @FunctionalInterface
  public interface Nodes {
    /// The hash over the entries `index * 2^level` to `(index + 1) * 2^level`, end excluded. Asked
    /// only for subtrees that are complete at the size in hand.
    Hash node(int level, long index);
  }

  /// The root of the tree of the first `size` entries.
  public static Hash root(long size, Nodes nodes) {
    requireSize(size);
    return size == 0 ? EMPTY_ROOT : range(0, size, nodes, new Hasher());
  }

  /// The proof that entry `index` is in the tree of the first `size` entries: from the leaf's
  /// sibling up to the root's child.
  public static List<Hash> inclusionProof(long index, long size, Nodes nodes) {
    requireSize(size);
    Objects.checkIndex(index, size);
    List<Hash> proof = new ArrayList<>();
    inclusion(index, 0, size, nodes, new Hasher(), proof);
    return List.copyOf(proof);
  }

  /// The proof that the tree of `newSize` entries only appended to the tree of `oldSize` entries;
  /// empty when `oldSize` is 0 or equals `newSize`.
  public static List<Hash> consistencyProof(long oldSize, long newSize, Nodes nodes) {
    requireSize(newSize);
    Objects.checkFromToIndex(0L, oldSize, newSize);
    List<Hash> proof = new ArrayList<>();
    if (oldSize > 0 && oldSize < newSize) {
      consistency(oldSize, 0, newSize, true, nodes, new Hasher(), proof);
    }
    return List.copyOf(proof);
  }

  /// Whether `proof` leads from `leaf` at `index` to `root` of the tree of `size` entries.
  public static boolean verifyInclusion(
      Hash leaf, long index, long size, List<Hash> proof, Hash root) {
    if (index < 0 || index >= size) {
      return false;
    }
    Hasher hasher = new Hasher();
    long node = index;
    long last = size - 1;
    Hash hash = leaf;
    for (Hash sibling : proof) {
      if (last == 0) {
        return false;
      }
      if ((node & 1) == 1 || node == last) {
        hash = hasher.node(sibling, hash);
        while ((node & 1) == 0 && node != 0) {
          node >>>= 1;
          last >>>= 1;
        }
      } else {
        hash = hasher.node(hash, sibling);
      }
      node >>>= 1;
      last >>>= 1;
    }
    return last == 0 && hash.equals(root);
  }

  /// Whether `proof` shows that the tree with `newRoot` only appended to the tree with `oldRoot`.
  public static boolean verifyConsistency(
      long oldSize, long newSize, List<Hash> proof, Hash oldRoot, Hash newRoot) {
    if (oldSize < 0 || oldSize > newSize) {
      return false;
    }
    if (oldSize == 0) {
      return proof.isEmpty() && oldRoot.equals(EMPTY_ROOT);
    }
    if (oldSize == newSize) {
      return proof.isEmpty() && oldRoot.equals(newRoot);
    }
    long node = oldSize - 1;
    long last = newSize - 1;
    while ((node & 1) == 1) {
      node >>>= 1;
      last >>>= 1;
    }
    int next = 0;
    Hash oldHash;
    if (node == 0) {
      oldHash = oldRoot;
    } else {
      if (proof.isEmpty()) {
        return false;
      }
      oldHash = proof.getFirst();
      next = 1;
    }
    Hash newHash = oldHash;
    Hasher hasher = new Hasher();
    for (Hash sibling : proof.subList(next, proof.size())) {
      if (last == 0) {
        return false;
      }
      if ((node & 1) == 1 || node == last) {
        oldHash = hasher.node(sibling, oldHash);
        newHash = hasher.node(sibling, newHash);
        while ((node & 1) == 0 && node != 0) {
          node >>>= 1;
          last >>>= 1;
        }
      } else {
        newHash = hasher.node(newHash, sibling);
      }
      node >>>= 1;
      last >>>= 1;
    }
    return last == 0 && oldHash.equals(oldRoot) && newHash.equals(newRoot);
  }

  private static Hash range(long from, long to, Nodes nodes, Hasher hasher) {
    long count = to - from;
    if (Long.bitCount(count) == 1) {
      int level = Long.numberOfTrailingZeros(count);
      return nodes.node(level, from >>> level);
    }
    long middle = from + Long.highestOneBit(count);
    return hasher.node(range(from, middle, nodes, hasher), range(middle, to, nodes, hasher));
  }

  private static long split(long from, long to) {
    return from + Long.highestOneBit(to - from - 1);
  }

  private static void inclusion(
      long index, long from, long to, Nodes nodes, Hasher hasher, List<Hash> proof) {
    if (to - from == 1) {
      return;
    }
    long middle = split(from, to);
    if (index < middle) {
      inclusion(index, from, middle, nodes, hasher, proof);
      proof.add(range(middle, to, nodes, hasher));
    } else {
      inclusion(index, middle, to, nodes, hasher, proof);
      proof.add(range(from, middle, nodes, hasher));
    }
  }

  private static void consistency(
      long oldEnd,
      long from,
      long to,
      boolean oldIsWhole,
      Nodes nodes,
      Hasher hasher,
      List<Hash> proof) {
    if (oldEnd == to) {
      if (!oldIsWhole) {
        proof.add(range(from, to, nodes, hasher));
      }
      return;
    }
    long middle = split(from, to);
    if (oldEnd <= middle) {
      consistency(oldEnd, from, middle, oldIsWhole, nodes, hasher, proof);
      proof.add(range(middle, to, nodes, hasher));
    } else {
      consistency(oldEnd, middle, to, false, nodes, hasher, proof);
      proof.add(range(from, middle, nodes, hasher));
    }
  }

  private static void requireSize(long size) {
    if (size < 0) {
      throw new IllegalArgumentException("a tree has no negative size: " + size);
    }
  }
}
