package anbinh.seal.log;

import anbinh.seal.FormatProblem;
import anbinh.seal.disk.Durable;
import anbinh.seal.note.Checkpoint;
import anbinh.seal.tree.Hash;
import anbinh.seal.tree.Hasher;
import anbinh.seal.tree.TileNodes;
import anbinh.seal.tree.TilePath;
import anbinh.seal.tree.Tree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Writes a log's tiles and bundles, and reads the edge of the tree back.
///
/// Full files are written when they fill, without a sync, since the journal still holds their
/// entries; [#store] syncs them before a checkpoint names them. The callbacks, [#rethrow] and
/// [#takeUnsynced] run under the log's commit lock, the rest under its publish lock.
final class TileFiles implements Edge.Full {
  private final Path folder;
  private List<Path> unsynced = new ArrayList<>();
  private @Nullable IOException failure;
  private Set<String> storedPartials = new HashSet<>();

  TileFiles(Path folder) {
    this.folder = folder;
  }

  @Override
  public void tile(int level, long index, byte[] hashes) {
    full(TilePath.tile(level, index, TilePath.WIDTH), hashes);
  }

  @Override
  public void bundle(long index, List<byte[]> entries) {
    full(TilePath.entries(index, TilePath.WIDTH), Entries.write(entries));
  }

  /// Throws what went wrong in a callback.
  void rethrow() throws IOException {
    if (failure != null) {
      throw failure;
    }
  }

  /// The full files written since the last call.
  List<Path> takeUnsynced() {
    List<Path> taken = unsynced;
    unsynced = new ArrayList<>();
    return taken;
  }

  /// Brings the full files and the partial ones of this size to the disk, names included.
  void store(Edge.View view, List<Path> fullFiles) throws IOException {
    Set<Path> folders = new HashSet<>();
    for (Path file : fullFiles) {
      Durable.syncFile(file);
      addFolders(file, folders);
    }
    Map<String, byte[]> partials = partials(view);
    for (Map.Entry<String, byte[]> partial : partials.entrySet()) {
      if (!storedPartials.contains(partial.getKey())) {
        Path file = folder.resolve(partial.getKey());
        Durable.replace(file, partial.getValue(), true);
        addFolders(file, folders);
      }
    }
    for (Path changed : folders) {
      Durable.syncFolder(changed);
    }
    storedPartials = new HashSet<>(partials.keySet());
  }

  /// Deletes the partial files that these full ones replace.
  void forgetSuperseded(List<Path> fullFiles) throws IOException {
    for (Path file : fullFiles) {
      Path partials = file.resolveSibling(file.getFileName() + ".p");
      if (Files.isDirectory(partials)) {
        List<Path> old;
        try (Stream<Path> paths = Files.list(partials)) {
          old = paths.toList();
        }
        for (Path path : old) {
          Files.delete(path);
        }
        Files.delete(partials);
      }
    }
  }

  /// Reads the edge that a checkpoint names, and throws [LogFailure] unless its entries, its tiles
  /// and its root agree.
  void restore(Edge edge, Checkpoint checkpoint) throws IOException {
    long size = checkpoint.size();
    List<byte[]> tiles = new ArrayList<>();
    for (int level = 0; TilePath.hashes(level, size) > 0; level++) {
      byte[] tile = new byte[TilePath.WIDTH * Hash.BYTES];
      int width = TilePath.partialWidth(level, size);
      if (width > 0) {
        long index = TilePath.hashes(level, size) / TilePath.WIDTH;
        byte[] stored = readTile(folder, level, index, width);
        System.arraycopy(stored, 0, tile, 0, width * Hash.BYTES);
      }
      tiles.add(tile);
    }
    int width = TilePath.partialWidth(0, size);
    List<byte[]> bundle = width == 0 ? List.of() : readBundle(folder, size / TilePath.WIDTH, width);
    Hasher hasher = new Hasher();
    for (int i = 0; i < width; i++) {
      if (!hasher.leaf(bundle.get(i)).equals(Hash.of(tiles.getFirst(), i * Hash.BYTES))) {
        throw new LogFailure(
            "entry "
                + (size - width + i)
                + " of the log in "
                + folder
                + " is not what its tile says");
      }
    }
    edge.restore(size, tiles, bundle);
    Edge.View view = edge.view();
    TileCache cache = new TileCache(folder);
    TileNodes nodes =
        new TileNodes(
            (level, index) -> view.find(level, index).orElseGet(() -> cache.full(level, index)));
    if (!Tree.root(size, nodes).equals(checkpoint.root())) {
      throw new LogFailure(
          "the tiles of the log in " + folder + " do not lead to the root in its checkpoint");
    }
    storedPartials = new HashSet<>(partials(view).keySet());
  }

  /// The hashes of a tile of which `width` are needed: the partial file, or else the full one.
  static byte[] readTile(Path folder, int level, long index, int width) {
    Path partial = folder.resolve(TilePath.tile(level, index, width));
    Path full = folder.resolve(TilePath.tile(level, index, TilePath.WIDTH));
    Stored tile;
    try {
      tile = read(partial, full, width);
    } catch (NoSuchFileException e) {
      throw new LogFailure("the tile " + partial + " is missing", e);
    } catch (IOException e) {
      throw new UncheckedIOException("the tile " + partial + " cannot be read", e);
    }
    int expected = tile.width() * Hash.BYTES;
    if (tile.bytes().length != expected) {
      throw new LogFailure(
          "the tile " + tile.file() + " has " + tile.bytes().length + " bytes, not " + expected);
    }
    return Arrays.copyOf(tile.bytes(), width * Hash.BYTES);
  }

  /// The entries of a bundle of which `width` are needed: the partial file, or else the full one.
  static List<byte[]> readBundle(Path folder, long index, int width) throws IOException {
    Path partial = folder.resolve(TilePath.entries(index, width));
    Path full = folder.resolve(TilePath.entries(index, TilePath.WIDTH));
    Stored bundle;
    try {
      bundle = read(partial, full, width);
    } catch (NoSuchFileException e) {
      throw new LogFailure("the entries " + partial + " are missing", e);
    }
    byte[] bytes = bundle.bytes();
    try {
      return Entries.read(bytes, 0, bytes.length, bundle.width()).subList(0, width);
    } catch (FormatProblem e) {
      throw new LogFailure("the entries " + bundle.file() + " are damaged: " + e.getMessage(), e);
    }
  }

  /// A file that holds at least what is needed of a tile or bundle.
  ///
  /// @param width how many hashes or entries it holds
  private record Stored(Path file, byte[] bytes, int width) {}

  /// Asks for no file before it reads it: a partial one goes whenever the full one is there.
  private static Stored read(Path partial, Path full, int width) throws IOException {
    try {
      return new Stored(partial, Files.readAllBytes(partial), width);
    } catch (NoSuchFileException _) {
      return new Stored(full, Files.readAllBytes(full), TilePath.WIDTH);
    }
  }

  private void full(String path, byte[] bytes) {
    Path file = folder.resolve(path);
    try {
      Durable.replace(file, bytes, false);
      unsynced.add(file);
    } catch (IOException e) {
      failure = e;
    }
  }

  private static Map<String, byte[]> partials(Edge.View view) {
    Map<String, byte[]> partials = new TreeMap<>();
    for (int level = 0; level < view.levels(); level++) {
      int width = TilePath.partialWidth(level, view.size);
      long index = TilePath.hashes(level, view.size) / TilePath.WIDTH;
      if (width > 0) {
        byte[] hashes = Arrays.copyOf(view.find(level, index).orElseThrow(), width * Hash.BYTES);
        partials.put(TilePath.tile(level, index, width), hashes);
      }
    }
    if (!view.bundle.isEmpty()) {
      String path = TilePath.entries(view.size / TilePath.WIDTH, view.bundle.size());
      partials.put(path, Entries.write(view.bundle));
    }
    return partials;
  }

  private void addFolders(Path file, Set<Path> folders) {
    for (Path up = file.getParent(); up != null && up.startsWith(folder); up = up.getParent()) {
      folders.add(up);
    }
  }
}
