package anbinh.areas.map;

import anbinh.platform.DataFolder;
import anbinh.platform.StartFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// The file with the ground of maps. Safe for many threads.
@Component
public class Ground {
  private static final long MAX_BYTES = 64L * 1024 * 1024;

  private final Path file;

  Ground(MapSettings settings, DataFolder data) {
    if (settings.ground() == null) {
      this.file = data.folder("areas").resolve("ground.geojson");
    } else {
      this.file = settings.ground();
      check(file);
    }
  }

  /// Empty where the installation has none.
  public Optional<Path> find() {
    return Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
  }

  /// Writes the file, whole or not at all.
  public void put(byte[] geoJson) {
    try {
      Path part = file.resolveSibling(file.getFileName() + ".part");
      Files.write(part, geoJson);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failure) {
      throw new UncheckedIOException("the ground of maps cannot be written", failure);
    }
  }

  /// Before anything starts, so that nobody finds out by an empty map.
  static void check(Path file) {
    try {
      if (!Files.isRegularFile(file)) {
        throw new StartFailure(
            "anbinh.map.ground names no file: " + file,
            "Correct the path, or leave the setting out.");
      }
      if (Files.size(file) > MAX_BYTES) {
        throw new StartFailure(
            "the ground of maps, " + file + ", is larger than 64 MB",
            "Leave out what a map need not show: keep roads, water, places and landmarks.");
      }
      if (!isFeatureCollection(file)) {
        throw new StartFailure(
            "the ground of maps, " + file + ", is no GeoJSON FeatureCollection",
            "Export it as GeoJSON (RFC 7946) in WGS 84.");
      }
    } catch (JacksonException broken) {
      throw new StartFailure(
          "the ground of maps, "
              + file
              + ", is no JSON from line "
              + broken.getLocation().getLineNr()
              + " on",
          "Export it again as GeoJSON.",
          broken);
    } catch (IOException unreadable) {
      throw new StartFailure(
          "the ground of maps, " + file + ", cannot be read",
          "Let the user who runs An Bình read it.",
          unreadable);
    }
  }

  private static boolean isFeatureCollection(Path file) throws IOException {
    try (InputStream bytes = Files.newInputStream(file);
        JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), bytes)) {
      boolean collection = false;
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
          boolean type = parser.currentName().equals("type");
          if (parser.nextToken() == JsonToken.VALUE_STRING) {
            collection |= type && parser.getString().equals("FeatureCollection");
          } else {
            parser.skipChildren();
          }
        }
      }
      return collection;
    }
  }
}
