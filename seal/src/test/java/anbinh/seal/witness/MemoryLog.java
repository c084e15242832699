package anbinh.seal.witness;

import anbinh.seal.note.Checkpoint;
import anbinh.seal.note.Note;
import anbinh.seal.note.SigningKey;
import anbinh.seal.tree.Hash;
import anbinh.seal.tree.Hasher;
import anbinh.seal.tree.Tree;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// A log without a disk whose entry `i` is a text: `name/i`, or `common/i` below the fork.
final class MemoryLog {
  private final SigningKey key;
  private final String name;
  private final long fork;
  private final Map<List<Long>, Hash> nodes = new ConcurrentHashMap<>();

  MemoryLog(SigningKey key, String name, long fork) {
    this.key = key;
    this.name = name;
    this.fork = fork;
  }

  Hash root(long size) {
    return Tree.root(size, this::node);
  }

  List<Hash> proof(long oldSize, long size) {
    return Tree.consistencyProof(oldSize, size, this::node);
  }

  Note head(long size) {
    return key.sign(new Checkpoint(key.verifierKey().name(), size, root(size)).text());
  }

  /// A correct request.
  AddCheckpoint request(long oldSize, long size) {
    return new AddCheckpoint(oldSize, proof(oldSize, size), head(size));
  }

  static byte[] bytes(AddCheckpoint request) {
    return request.write().getBytes(StandardCharsets.UTF_8);
  }

  private Hash node(int level, long index) {
    Hash known = nodes.get(List.of((long) level, index));
    if (known != null) {
      return known;
    }
    Hasher hasher = new Hasher();
    Hash node =
        level == 0
            ? hasher.leaf(
                ((index < fork ? "common" : name) + "/" + index).getBytes(StandardCharsets.UTF_8))
            : hasher.node(node(level - 1, 2 * index), node(level - 1, 2 * index + 1));
    nodes.put(List.of((long) level, index), node);
    return node;
  }
}
