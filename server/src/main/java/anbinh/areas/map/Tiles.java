package anbinh.areas.map;

import anbinh.platform.StartFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The PMTiles file with the base of maps, where the office has one. Safe for many threads.
///
/// Of the format (<https://github.com/protomaps/PMTiles>, version 3) only the header of 127 bytes
/// is read here: it begins with `PMTiles` and the version, and byte 99 says what sort the tiles
/// are.
@Component
class Tiles {
  private static final int HEADER = 127;
  private static final byte[] MAGIC = "PMTiles".getBytes(StandardCharsets.US_ASCII);
  private static final int VERSION = 3;
  private static final int TYPE_AT = 99;

  private final @Nullable Path file;
  private final @Nullable TileType type;

  Tiles(MapSettings settings) {
    this.file = settings.tiles();
    this.type = file == null ? null : check(file);
  }

  /// What a tile is.
  enum TileType {
    /// Shapes and names, painted by the browser.
    VECTOR,
    PICTURE
  }

  Optional<Path> find() {
    return Optional.ofNullable(file);
  }

  @Nullable TileType type() {
    return type;
  }

  /// Before anything starts, so that nobody finds out by an empty map.
  static TileType check(Path file) {
    byte[] header;
    try (InputStream bytes = Files.newInputStream(file)) {
      header = bytes.readNBytes(HEADER);
    } catch (IOException unreadable) {
      throw new StartFailure(
          "anbinh.map.tiles names no file that can be read: " + file,
          "Correct the path, let the user who runs An Bình read it, or leave the setting out.",
          unreadable);
    }
    if (header.length < HEADER
        || !Arrays.equals(header, 0, MAGIC.length, MAGIC, 0, MAGIC.length)
        || header[MAGIC.length] != VERSION) {
      throw new StartFailure(
          "the tiles of maps, " + file + ", are no PMTiles file of version 3",
          "Make one by ./anbinh maps.");
    }
    return switch (header[TYPE_AT]) {
      case 1 -> TileType.VECTOR;
      case 2, 3, 4, 5 -> TileType.PICTURE;
      default ->
          throw new StartFailure(
              "the tiles of maps, " + file + ", are of a sort that browsers do not draw",
              "Take vector tiles (MVT), PNG, JPEG, WebP or AVIF.");
    };
  }
}
