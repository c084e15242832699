package anbinh.seal.log;

import anbinh.seal.note.SignedCheckpoint;
import anbinh.seal.note.VerifierKey;
import anbinh.seal.tree.Hash;
import anbinh.seal.tree.TileNodes;
import anbinh.seal.tree.TilePath;
import anbinh.seal.tree.Tree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads what a log has published, at the checkpoint it had when the reader was opened. Needs no
/// private key and takes no lock, so it also reads a copy of a log or one that is being written.
///
/// Safe for many threads.
public final class LogReader {
  private static final Pattern FILE =
      Pattern.compile(
          "tile/(entries|[0-9]|[1-5][0-9]|6[0-3])/((?:x[0-9]{3}/){0,5}[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

  private final Path folder;
  private final SignedCheckpoint checkpoint;
  private final TileCache cache;

  private LogReader(Path folder, SignedCheckpoint checkpoint) {
    this.folder = folder;
    this.checkpoint = checkpoint;
    this.cache = new TileCache(folder);
  }

  /// Opens the log at its present checkpoint; throws [LogFailure] unless `key` signed it.
  public static LogReader open(Path folder, VerifierKey key) {
    return new LogReader(folder, readCheckpoint(folder, key));
  }

  /// Reads the log as it was at a checkpoint of it.
  public static LogReader at(Path folder, SignedCheckpoint checkpoint) {
    return new LogReader(folder, checkpoint);
  }

  /// The content of a file of the log, `tile/…` (C2SP tlog-tiles); empty for one that holds more
  /// than the checkpoint covers, or that is none.
  public Optional<byte[]> findFile(String path) {
    Matcher file = FILE.matcher(path);
    if (!file.matches()) {
      return Optional.empty();
    }
    String level = file.group(1);
    long index = Long.parseLong(file.group(2).replaceAll("[x/]", ""));
    int width = file.group(3) == null ? TilePath.WIDTH : Integer.parseInt(file.group(3));
    boolean entries = level.equals("entries");
    long covered = entries ? size() : TilePath.hashes(Integer.parseInt(level), size());
    boolean within = width <= TilePath.WIDTH && index * TilePath.WIDTH + width <= covered;
    String full = path.replaceFirst("\\.p/.*", "");
    if (!within || !(exists(path) || exists(full))) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          entries
              ? Entries.write(TileFiles.readBundle(folder, index, width))
              : TileFiles.readTile(folder, Integer.parseInt(level), index, width));
    } catch (IOException e) {
      throw new UncheckedIOException("the file " + path + " of the log cannot be read", e);
    }
  }

  private boolean exists(String path) {
    return Files.exists(folder.resolve(path));
  }

  /// The checkpoint that this reader reads at.
  public SignedCheckpoint checkpoint() {
    return checkpoint;
  }

  /// How many entries the checkpoint covers.
  public long size() {
    return checkpoint.checkpoint().size();
  }

  /// The bytes of an entry.
  public byte[] entry(long index) {
    Objects.checkIndex(index, size());
    return bundle(index / TilePath.WIDTH).get((int) (index % TilePath.WIDTH));
  }

  /// The entries of one bundle, up to 256 from `bundleIndex * 256` on.
  public List<byte[]> bundle(long bundleIndex) {
    long first = bundleIndex * TilePath.WIDTH;
    Objects.checkIndex(first, size());
    int width = (int) Math.min(TilePath.WIDTH, size() - first);
    try {
      return TileFiles.readBundle(folder, bundleIndex, width);
    } catch (IOException e) {
      throw new UncheckedIOException("bundle " + bundleIndex + " cannot be read", e);
    }
  }

  /// The proof that an entry is in the log, under this reader's checkpoint.
  public TlogProof prove(long index) {
    return new TlogProof(index, Tree.inclusionProof(index, size(), nodes()), checkpoint);
  }

  /// The proof that this log only appended since it had `oldSize` entries.
  public List<Hash> consistencyProof(long oldSize) {
    return Tree.consistencyProof(oldSize, size(), nodes());
  }

  /// The root of the tree of the first `size` entries.
  public Hash root(long size) {
    Objects.checkFromToIndex(0L, size, size());
    return Tree.root(size, nodes());
  }

  static SignedCheckpoint readCheckpoint(Path folder, VerifierKey key) {
    Path file = folder.resolve("checkpoint");
    SignedCheckpoint checkpoint;
    try {
      checkpoint = SignedCheckpoint.parse(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException("the checkpoint " + file + " cannot be read", e);
    }
    if (!checkpoint.checkpoint().origin().equals(key.name())) {
      throw new LogFailure(
          "the checkpoint "
              + file
              + " is of the log "
              + checkpoint.checkpoint().origin()
              + ", not of "
              + key.name());
    }
    return switch (key.check(checkpoint.note())) {
      case SIGNED -> checkpoint;
      case ABSENT ->
          throw new LogFailure(
              "the checkpoint " + file + " is not signed by the key " + key.write());
      case FORGED ->
          throw new LogFailure(
              "the signature of the checkpoint " + file + " does not fit its text");
    };
  }

  /// A bundle of a log that is being written: from memory at the edge, else from its file.
  static List<byte[]> bundle(Path folder, Edge.View view, long index) {
    if (index == view.size / TilePath.WIDTH) {
      return view.bundle;
    }
    try {
      return TileFiles.readBundle(folder, index, TilePath.WIDTH);
    } catch (IOException e) {
      throw new UncheckedIOException("bundle " + index + " cannot be read", e);
    }
  }

  private TileNodes nodes() {
    return new TileNodes((level, index) -> {
      int width =
          (int) Math.min(TilePath.WIDTH, TilePath.hashes(level, size()) - index * TilePath.WIDTH);
      return cache.tile(level, index, width);
    });
  }
}
