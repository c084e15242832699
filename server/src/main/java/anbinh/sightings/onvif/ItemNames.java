package anbinh.sightings.onvif;

import anbinh.vision.Direction;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// What cameras call the items of a notification about a vehicle, and some of their values, from
/// `items.properties`.
final class ItemNames {
  private static final Map<String, String> MEANINGS = read();

  private ItemNames() {}

  /// What an item says of a vehicle.
  enum Item {
    PLATE,
    /// Of the plate.
    LIKELIHOOD,
    CLASS,
    COLOUR,
    DIRECTION,
    /// The number of the object in the pictures.
    OBJECT,
    /// The number of the object that it is a part of.
    PARENT
  }

  private static Map<String, String> read() {
    Properties properties = new Properties();
    try (var reader =
        new InputStreamReader(
            Objects.requireNonNull(ItemNames.class.getResourceAsStream("items.properties")),
            StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> meanings = new HashMap<>();
    for (String meaning : properties.stringPropertyNames()) {
      String[] parts = meaning.split("\\.", 2);
      for (String name : properties.getProperty(meaning).split(",", -1)) {
        meanings.put(parts[0] + "." + folded(name), parts[1]);
      }
    }
    return Map.copyOf(meanings);
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]", "");
  }

  /// Null for an item that is not read.
  ///
  /// @param name with or without a prefix
  static @Nullable Item item(String name) {
    String meaning = MEANINGS.get("item." + folded(name.substring(name.lastIndexOf(':') + 1)));
    return meaning == null ? null : Item.valueOf(meaning);
  }

  /// Null for what says nothing of where it went.
  static @Nullable Direction direction(String value) {
    String meaning = MEANINGS.get("direction." + folded(value));
    return meaning == null ? null : Direction.valueOf(meaning);
  }

  /// Whether a text stands for a plate that could not be read.
  static boolean isNoPlate(String text) {
    String folded = folded(text);
    return folded.isEmpty() || MEANINGS.containsKey("plate." + folded);
  }
}
