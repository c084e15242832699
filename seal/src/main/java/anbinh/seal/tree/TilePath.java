package anbinh.seal.tree;

/// Names the files of a C2SP tlog-tiles log: `tile/<L>/<N>[.p/<W>]` and `tile/entries/<N>[.p/<W>]`,
/// where the index `N` is split into groups of three digits, all but the last with an `x` before
/// them (`x001/x234/067`).
public final class TilePath {
  /// How many hashes a full tile, and how many entries a full bundle, holds.
  public static final int WIDTH = 256;

  private TilePath() {}

  /// The path of the tile of hashes at `level` and `index`; `width` 256 names the full tile.
  public static String tile(int level, long index, int width) {
    if (level < 0 || level > 63) {
      throw new IllegalArgumentException("a tile's level is from 0 to 63, not " + level);
    }
    return "tile/" + level + "/" + indexAndWidth(index, width);
  }

  /// The path of the bundle of entries at `index`; `width` 256 names the full bundle.
  public static String entries(long index, int width) {
    return "tile/entries/" + indexAndWidth(index, width);
  }

  /// How many hashes the last, unfinished tile at `level` holds in a tree of `size` entries; 0 when
  /// there is none.
  public static int partialWidth(int level, long size) {
    return (int) (hashes(level, size) % WIDTH);
  }

  /// How many hashes there are at tile level `level` in a tree of `size` entries.
  public static long hashes(int level, long size) {
    return level >= 8 ? 0 : size >>> (8 * level);
  }

  private static String indexAndWidth(long index, int width) {
    if (index < 0) {
      throw new IllegalArgumentException("a tile's index is not negative: " + index);
    }
    if (width < 1 || width > WIDTH) {
      throw new IllegalArgumentException("a tile's width is from 1 to 256, not " + width);
    }
    StringBuilder path = new StringBuilder(threeDigits(index % 1000));
    for (long rest = index / 1000; rest > 0; rest /= 1000) {
      path.insert(0, "x" + threeDigits(rest % 1000) + "/");
    }
    if (width < WIDTH) {
      path.append(".p/").append(width);
    }
    return path.toString();
  }

  private static String threeDigits(long number) {
    String digits = Long.toString(number);
    return "0".repeat(3 - digits.length()) + digits;
  }
}
