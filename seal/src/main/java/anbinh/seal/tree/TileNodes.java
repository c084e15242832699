package anbinh.seal.tree;

/// Reads the hash of any complete subtree out of 256-wide tiles of hashes, each of which spans
/// eight levels of the tree; the levels between are hashed again on the way.
///
/// Not thread-safe: one per operation.
public final class TileNodes implements Tree.Nodes {
  private final Tiles tiles;
  private final Hasher hasher = new Hasher();

  /// Reads from the given tiles.
  public TileNodes(Tiles tiles) {
    this.tiles = tiles;
  }

  /// Gives tiles by level and index.
  @FunctionalInterface
  public interface Tiles {
    /// The hashes of the tile, one after another; at least as many as the size in hand needs. The
    /// caller does not change them.
    byte[] tile(int level, long index);
  }

  @Override
  public Hash node(int level, long index) {
    int tileLevel = level / 8;
    int height = level % 8;
    long firstHash = index << height;
    byte[] tile = tiles.tile(tileLevel, firstHash / TilePath.WIDTH);
    return hasher.subtree(tile, (int) (firstHash % TilePath.WIDTH), 1 << height);
  }
}
