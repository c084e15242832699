package anbinh.areas.boundary;

import anbinh.areas.unit.Shape;
import anbinh.platform.Problem;
import anbinh.platform.sheet.SheetRows;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/// Boundaries out of GeoJSON (RFC 7946), read once from front to end: a FeatureCollection, or one
/// Feature. A feature names its unit by `properties.code`, else by its `id`; its geometry is a
/// Polygon or a MultiPolygon, in longitude and latitude of WGS 84.
///
/// What is no GeoJSON ends the reading with a [Problem]; what is wrong with one feature is told of
/// it, and the reading goes on. Not thread-safe.
final class GeoJson {
  static final int MAX_FEATURES = 5_000;
  static final int MAX_POINTS = 1_000_000;
  private static final int DEEPEST = 4;
  private static final int MAX_NUMBERS = 4;
  private static final int MAX_CODE = 64;
  private static final int MIN_RING_POSITIONS = 4;
  private static final double MICRODEGREES = 1e6;
  private static final JsonFactory FACTORY = new JsonFactory();

  private final JsonParser parser;
  private final Consumer<Feature> features;
  private int count;
  private int points;

  private GeoJson(JsonParser parser, Consumer<Feature> features) {
    this.parser = parser;
    this.features = features;
  }

  /// One of a file's features.
  ///
  /// @param number in the file, from 1
  /// @param code of the unit; null when the feature names none
  /// @param shape null when it is wrong
  /// @param wrong why, as in `field.<code>`; null when it is right
  record Feature(
      int number, @Nullable String code, @Nullable Shape shape, @Nullable String wrong) {}

  /// Hands over each feature, in the file's order.
  ///
  /// @throws Problem when it is no GeoJSON, or too much of it
  static void read(byte[] file, Consumer<Feature> features) {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), file)) {
      new GeoJson(parser, features).file();
    } catch (JacksonException e) {
      throw notJson(e.getLocation()).because(e);
    }
  }

  private void file() {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw SheetRows.unreadable("geojson-type");
    }
    String type = null;
    boolean listed = false;
    var single = new Members();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      switch (name) {
        case "type" -> type = text(value);
        case "features" -> {
          if (value != JsonToken.START_ARRAY) {
            throw SheetRows.unreadable("geojson-type");
          }
          features();
          listed = true;
        }
        case "crs" -> system();
        default -> single.member(name, value);
      }
    }
    if (parser.nextToken() != null) {
      throw notJson(parser.currentTokenLocation());
    }
    if ("Feature".equals(type) && !listed) {
      features.accept(single.feature(1));
    } else if (!"FeatureCollection".equals(type) || !listed) {
      throw SheetRows.unreadable("geojson-type");
    }
  }

  private void features() {
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (++count > MAX_FEATURES) {
        throw SheetRows.unreadable("geojson-features", MAX_FEATURES);
      }
      if (parser.currentToken() == JsonToken.START_OBJECT) {
        var members = new Members();
        String type = null;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
          String name = parser.currentName();
          JsonToken value = parser.nextToken();
          if (name.equals("type")) {
            type = text(value);
          } else {
            members.member(name, value);
          }
        }
        features.accept(
            "Feature".equals(type)
                ? members.feature(count)
                : new Feature(count, members.code(), null, "geojson-feature"));
      } else {
        parser.skipChildren();
        features.accept(new Feature(count, null, null, "geojson-feature"));
      }
    }
  }

  /// Older files name their system; only WGS 84 is what RFC 7946 allows.
  private void system() {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return;
    }
    int depth = 1;
    while (depth > 0) {
      JsonToken token = parser.nextToken();
      if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
        depth++;
      } else if (token == JsonToken.END_OBJECT || token == JsonToken.END_ARRAY) {
        depth--;
      } else if (token == JsonToken.VALUE_STRING && "name".equals(parser.currentName())) {
        String system = parser.getString();
        boolean right =
            system.equals("name") || system.endsWith("CRS84") || system.endsWith(":4326");
        if (!right) {
          throw SheetRows.unreadable("geojson-system");
        }
      }
    }
  }

  /// What a feature says, in whatever order.
  private final class Members {
    private @Nullable String id;
    private @Nullable String code;
    private @Nullable String type;
    private @Nullable Coordinates coordinates;
    private @Nullable String wrong;

    void member(String name, JsonToken value) {
      switch (name) {
        case "id" -> id = text(value);
        case "properties" -> properties(value);
        case "geometry" -> geometry(value);
        default -> parser.skipChildren();
      }
    }

    @Nullable String code() {
      return code == null ? id : code;
    }

    Feature feature(int number) {
      if (wrong == null && type == null) {
        wrong = "geojson-geometry";
      }
      Shape shape = wrong == null ? shape() : null;
      return new Feature(number, code(), shape, wrong);
    }

    private void properties(JsonToken value) {
      if (value != JsonToken.START_OBJECT) {
        parser.skipChildren();
        return;
      }
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = parser.currentName();
        JsonToken token = parser.nextToken();
        if (name.equals("code")) {
          code = text(token);
        } else {
          parser.skipChildren();
        }
      }
    }

    private void geometry(JsonToken value) {
      if (value != JsonToken.START_OBJECT) {
        parser.skipChildren();
        return;
      }
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = parser.currentName();
        JsonToken token = parser.nextToken();
        if (name.equals("type")) {
          type = text(token);
        } else if (name.equals("coordinates")) {
          coordinates = token == JsonToken.START_ARRAY ? part(1) : null;
          if (coordinates == null) {
            parser.skipChildren();
          }
        } else {
          parser.skipChildren();
        }
      }
    }

    /// An array of numbers, or of arrays; null when it is neither.
    private @Nullable Coordinates part(int depth) {
      List<Coordinates> parts = new ArrayList<>();
      List<Double> numbers = new ArrayList<>();
      boolean right = depth <= DEEPEST;
      JsonToken token = parser.nextToken();
      while (token != JsonToken.END_ARRAY) {
        if (token == JsonToken.START_ARRAY && right) {
          Coordinates part = part(depth + 1);
          right = part != null;
          if (part != null) {
            parts.add(part);
          }
        } else if (token != null && token.isNumeric() && right) {
          numbers.add(parser.getDoubleValue());
          right = numbers.size() <= MAX_NUMBERS;
        } else {
          right = false;
          parser.skipChildren();
        }
        token = parser.nextToken();
      }
      if (!right || numbers.size() == 1 || (!numbers.isEmpty() && !parts.isEmpty())) {
        wrong = wrong == null ? "geojson-position" : wrong;
        return null;
      }
      if (numbers.isEmpty()) {
        return new Coordinates.Parts(parts);
      }
      if (++points > MAX_POINTS) {
        throw SheetRows.unreadable("geojson-points", MAX_POINTS);
      }
      var position = new Coordinates.Position(numbers.get(0), numbers.get(1));
      if (!position.isOnEarth()) {
        wrong = wrong == null ? "geojson-range" : wrong;
      }
      return position;
    }

    private @Nullable Shape shape() {
      Coordinates given = Objects.requireNonNullElse(coordinates, new Coordinates.Parts(List.of()));
      Coordinates polygons =
          switch (Objects.requireNonNullElse(type, "")) {
            case "Polygon" -> new Coordinates.Parts(List.of(given));
            case "MultiPolygon" -> given;
            default -> {
              wrong = "geojson-geometry";
              yield null;
            }
          };
      if (polygons == null) {
        return null;
      }
      var written = new StringBuilder();
      int all = write(polygons, 1, written);
      return wrong == null ? new Shape(written.toString(), all) : null;
    }

    /// Writes polygons (depth 1), rings (2) or positions (3), and counts the points.
    private int write(Coordinates part, int depth, StringBuilder into) {
      if (!(part instanceof Coordinates.Parts(List<Coordinates> parts)) || parts.isEmpty()) {
        wrong = "geojson-rings";
        return 0;
      }
      int positions = 0;
      into.append('[');
      for (int i = 0; i < parts.size(); i++) {
        into.append(i == 0 ? "" : ",");
        positions +=
            depth == 3 ? position(parts.get(i), into) : write(parts.get(i), depth + 1, into);
      }
      into.append(']');
      if (depth == 3 && wrong == null && !isRing(parts)) {
        wrong = "geojson-ring";
      }
      return positions;
    }

    private int position(Coordinates part, StringBuilder into) {
      if (!(part instanceof Coordinates.Position(double longitude, double latitude))) {
        wrong = "geojson-rings";
        return 0;
      }
      into.append('[');
      number(longitude, into);
      into.append(',');
      number(latitude, into);
      into.append(']');
      return 1;
    }
  }

  /// A ring ends where it began (RFC 7946 §3.1.6).
  private static boolean isRing(List<Coordinates> positions) {
    return positions.size() >= MIN_RING_POSITIONS
        && positions.getFirst().equals(positions.getLast());
  }

  /// Six decimals are a tenth of a metre.
  private static void number(double degrees, StringBuilder into) {
    long micro = Math.round(degrees * MICRODEGREES);
    into.append(BigDecimal.valueOf(micro, 6).stripTrailingZeros().toPlainString());
  }

  /// A text or a number as it stands; null for anything else, which is left behind.
  private @Nullable String text(JsonToken token) {
    if (token == JsonToken.VALUE_STRING || token.isNumeric()) {
      String text = parser.getString().strip();
      return text.isEmpty() || text.length() > MAX_CODE ? null : text;
    }
    parser.skipChildren();
    return null;
  }

  private static Problem notJson(@Nullable TokenStreamLocation at) {
    return at == null
        ? SheetRows.unreadable("geojson-type")
        : SheetRows.unreadable("geojson-json", at.getLineNr(), at.getColumnNr());
  }
}
