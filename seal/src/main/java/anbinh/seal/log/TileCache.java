package anbinh.seal.log;

import anbinh.seal.tree.TilePath;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// Reads tiles of hashes from a log's folder and keeps the latest few hundred (4 MiB).
///
/// Safe for many threads.
final class TileCache {
  private static final int MAX_TILES = 512;

  private final Path folder;
  private final Map<String, byte[]> tiles =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
          return size() > MAX_TILES;
        }
      };

  TileCache(Path folder) {
    this.folder = folder;
  }

  byte[] full(int level, long index) {
    return tile(level, index, TilePath.WIDTH);
  }

  /// The first hashes of a tile.
  byte[] tile(int level, long index, int width) {
    String path = TilePath.tile(level, index, width);
    synchronized (tiles) {
      byte[] cached = tiles.get(path);
      if (cached != null) {
        return cached;
      }
    }
    byte[] tile = TileFiles.readTile(folder, level, index, width);
    synchronized (tiles) {
      tiles.put(path, tile);
    }
    return tile;
  }
}
