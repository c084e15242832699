package anbinh.seal.log;

import anbinh.seal.tree.Hash;
import anbinh.seal.tree.Hasher;
import anbinh.seal.tree.TilePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The right edge of a growing tree: at every tile level the last, unfinished tile, and the entries
/// of the last, unfinished bundle.
///
/// Tiles are filled in place, and a new array begins when one is full. A [View] therefore shares
/// the arrays and stays right: it never looks beyond the width that its size gives. Not thread-safe
/// for writers; views are safe once handed over through a volatile field or a lock.
final class Edge {
  private final Hasher hasher = new Hasher();
  private final List<byte[]> tiles = new ArrayList<>();
  private List<byte[]> bundle = new ArrayList<>();
  private long size;

  /// Is told of every tile and bundle that becomes full.
  interface Full {
    void tile(int level, long index, byte[] hashes);

    void bundle(long index, List<byte[]> entries);
  }

  /// Starts from stored tiles and a stored bundle at `size`.
  void restore(long atSize, List<byte[]> storedTiles, List<byte[]> storedBundle) {
    size = atSize;
    tiles.clear();
    tiles.addAll(storedTiles);
    bundle = new ArrayList<>(storedBundle);
  }

  long size() {
    return size;
  }

  /// Appends one entry and tells of every tile that it fills.
  void add(byte[] entry, Full full) {
    long index = size;
    bundle.add(entry);
    if (bundle.size() == TilePath.WIDTH) {
      full.bundle(index / TilePath.WIDTH, List.copyOf(bundle));
      bundle = new ArrayList<>();
    }
    Hash hash = hasher.leaf(entry);
    for (int level = 0; ; level++) {
      if (level == tiles.size()) {
        tiles.add(new byte[TilePath.WIDTH * Hash.BYTES]);
      }
      byte[] tile = tiles.get(level);
      int slot = (int) (index % TilePath.WIDTH);
      hash.copyTo(tile, slot * Hash.BYTES);
      if (slot < TilePath.WIDTH - 1) {
        break;
      }
      index /= TilePath.WIDTH;
      full.tile(level, index, tile);
      tiles.set(level, new byte[TilePath.WIDTH * Hash.BYTES]);
      hash = hasher.subtree(tile, 0, TilePath.WIDTH);
    }
    size++;
  }

  View view() {
    return new View(size, List.copyOf(tiles), List.copyOf(bundle));
  }

  /// The edge at one size; it does not change.
  static final class View {
    final long size;
    private final List<byte[]> tiles;
    final List<byte[]> bundle;

    private View(long size, List<byte[]> tiles, List<byte[]> bundle) {
      this.size = size;
      this.tiles = tiles;
      this.bundle = bundle;
    }

    /// How many tile levels the tree has.
    int levels() {
      return tiles.size();
    }

    /// The unfinished tile at that place, if that is where the edge is.
    Optional<byte[]> find(int level, long index) {
      return level < tiles.size() && index == TilePath.hashes(level, size) / TilePath.WIDTH
          ? Optional.of(tiles.get(level))
          : Optional.empty();
    }
  }
}
