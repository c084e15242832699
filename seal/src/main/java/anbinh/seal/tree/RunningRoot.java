package anbinh.seal.tree;

import java.util.ArrayList;
import java.util.List;

/// The root of a tree whose entries come one after another. Keeps the roots of its complete
/// subtrees, of which there are O(log n).
///
/// Not thread-safe.
public final class RunningRoot {
  private final Hasher hasher = new Hasher();
  private final List<Hash> subtrees = new ArrayList<>();
  private long size;

  /// The root of no entries.
  public RunningRoot() {}

  /// Adds the next entry.
  public void add(byte[] entry) {
    Hash hash = hasher.leaf(entry);
    for (long left = size; (left & 1) == 1; left >>>= 1) {
      hash = hasher.node(subtrees.removeLast(), hash);
    }
    subtrees.add(hash);
    size++;
  }

  /// The root over all entries so far.
  public Hash root() {
    if (subtrees.isEmpty()) {
      return Tree.EMPTY_ROOT;
    }
    Hash root = subtrees.getLast();
    for (Hash left : subtrees.reversed().subList(1, subtrees.size())) {
      root = hasher.node(left, root);
    }
    return root;
  }
}
