package anbinh.seal.tree;

import java.util.ArrayList;
import java.util.List;

/// RFC 6962 section 2.1 word by word, slow and obvious: the judge of the real tree.
final class NaiveTree {
  private NaiveTree() {}

  static Hash root(List<byte[]> entries) {
    if (entries.isEmpty()) {
      return Hash.sha256();
    }
    if (entries.size() == 1) {
      return Hash.sha256(new byte[] {0}, entries.getFirst());
    }
    int k = split(entries.size());
    return Hash.sha256(
        new byte[] {1},
        root(entries.subList(0, k)).bytes(),
        root(entries.subList(k, entries.size())).bytes());
  }

  static List<Hash> path(int m, List<byte[]> entries) {
    if (entries.size() == 1) {
      return List.of();
    }
    int k = split(entries.size());
    List<byte[]> left = entries.subList(0, k);
    List<byte[]> right = entries.subList(k, entries.size());
    return m < k ? plus(path(m, left), root(right)) : plus(path(m - k, right), root(left));
  }

  static List<Hash> proof(int m, List<byte[]> entries) {
    return m == 0 || m == entries.size() ? List.of() : subproof(m, entries, true);
  }

  private static List<Hash> subproof(int m, List<byte[]> entries, boolean whole) {
    if (m == entries.size()) {
      return whole ? List.of() : List.of(root(entries));
    }
    int k = split(entries.size());
    List<byte[]> left = entries.subList(0, k);
    List<byte[]> right = entries.subList(k, entries.size());
    return m <= k
        ? plus(subproof(m, left, whole), root(right))
        : plus(subproof(m - k, right, false), root(left));
  }

  private static int split(int n) {
    int k = 1;
    while (k * 2 < n) {
      k *= 2;
    }
    return k;
  }

  private static List<Hash> plus(List<Hash> hashes, Hash last) {
    List<Hash> all = new ArrayList<>(hashes);
    all.add(last);
    return all;
  }
}
