package anbinh.seal.verify;

import anbinh.seal.FormatProblem;
import anbinh.seal.log.Entries;
import anbinh.seal.log.TileLog;
import anbinh.seal.note.SignedCheckpoint;
import anbinh.seal.tree.Hash;
import anbinh.seal.tree.TileNodes;
import anbinh.seal.tree.TilePath;
import anbinh.seal.tree.Tree;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.MalformedURLException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The published files of a log (C2SP tlog-tiles), in a folder or at an address. Nothing in them is
/// believed: a proof made of them is checked against signed heads.
///
/// Not thread-safe: one per command.
final class LogSource {
  private static final int MILLIS = 15_000;
  private static final int MAX_BYTES = 512 * 1024;
  private static final int MAX_BUNDLE_BYTES = TilePath.WIDTH * (2 + TileLog.MAX_ENTRY_BYTES);

  private final String place;
  private final Map<String, byte[]> tiles = new HashMap<>();

  /// @param place a folder, or an address that begins with `http://` or `https://`
  LogSource(String place) {
    this.place = place.endsWith("/") ? place.substring(0, place.length() - 1) : place;
  }

  /// The size that the log's own checkpoint names.
  long size() throws IOException {
    return checkpoint().checkpoint().size();
  }

  /// The log's own checkpoint; nobody has checked its signature.
  SignedCheckpoint checkpoint() throws IOException {
    return SignedCheckpoint.parse(read("checkpoint", MAX_BYTES));
  }

  /// The entries of one bundle of a log that has `logSize` entries, up to 256.
  List<byte[]> bundle(long index, long logSize) throws IOException {
    int width = (int) Math.min(TilePath.WIDTH, logSize - index * TilePath.WIDTH);
    try {
      return Entries.parse(read(TilePath.entries(index, width), MAX_BUNDLE_BYTES), width);
    } catch (FileNotFoundException e) {
      if (width == TilePath.WIDTH) {
        throw e;
      }
      byte[] full = read(TilePath.entries(index, TilePath.WIDTH), MAX_BUNDLE_BYTES);
      return Entries.parse(full, TilePath.WIDTH).subList(0, width);
    }
  }

  /// The consistency proof between two sizes of a log that has `logSize` entries.
  List<Hash> proof(long logSize, long older, long newer) throws IOException {
    try {
      return Tree.consistencyProof(
          older, newer, new TileNodes((level, index) -> tile(level, index, logSize)));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private byte[] tile(int level, long index, long logSize) {
    String path = TilePath.tile(level, index, TilePath.WIDTH);
    return tiles.computeIfAbsent(
        path,
        full -> {
          int width =
              (int)
                  Math.min(
                      TilePath.WIDTH, TilePath.hashes(level, logSize) - index * TilePath.WIDTH);
          try {
            return checked(read(TilePath.tile(level, index, width), MAX_BYTES), width);
          } catch (FileNotFoundException e) {
            return fullInstead(full, width);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /// A log that grew meanwhile has the full tile in place of the partial one.
  private byte[] fullInstead(String full, int width) {
    try {
      byte[] tile = checked(read(full, MAX_BYTES), TilePath.WIDTH);
      return Arrays.copyOf(tile, width * Hash.BYTES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] checked(byte[] tile, int width) {
    if (tile.length != width * Hash.BYTES) {
      throw new FormatProblem("a tile has " + tile.length + " bytes, not " + width * Hash.BYTES);
    }
    return tile;
  }

  private byte[] read(String path, int most) throws IOException {
    if (!place.startsWith("http://") && !place.startsWith("https://")) {
      Path file = Path.of(place).resolve(path);
      if (!Files.exists(file)) {
        throw new FileNotFoundException(file.toString());
      }
      return Files.readAllBytes(file);
    }
    HttpURLConnection connection;
    try {
      connection = (HttpURLConnection) URI.create(place + "/" + path).toURL().openConnection();
    } catch (IllegalArgumentException e) {
      throw new MalformedURLException(place);
    }
    connection.setConnectTimeout(MILLIS);
    connection.setReadTimeout(MILLIS);
    connection.setInstanceFollowRedirects(false);
    try (InputStream in = connection.getInputStream()) {
      if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
        throw new IOException(place + "/" + path + ": " + connection.getResponseCode());
      }
      byte[] bytes = in.readNBytes(most + 1);
      if (bytes.length > most) {
        throw new IOException(place + "/" + path + " is too long");
      }
      return bytes;
    } finally {
      connection.disconnect();
    }
  }
}
