package anbinh.demo.town;

import anbinh.areas.PlaceKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// What the town consists of, read from `demo/town.json`; all of it is made up. A point is
/// longitude and latitude.
///
/// @param commune the code of the one that it lies in
/// @param lane how a lane is called: its number and the street that it leaves
/// @param villages the ring of each, by its code
record TownScript(
    String commune,
    River river,
    List<Street> streets,
    String lane,
    Bridge bridge,
    List<Block> blocks,
    List<Landmark> landmarks,
    Map<String, List<List<Double>>> villages) {
  TownScript {
    streets = List.copyOf(streets);
    blocks = List.copyOf(blocks);
    landmarks = List.copyOf(landmarks);
    villages = Map.copyOf(villages);
  }

  /// @param width in metres
  record River(String name, double width, List<List<Double>> points) {
    River {
      points = List.copyOf(points);
    }
  }

  /// @param kind the value of OpenStreetMap's `highway`
  /// @param lanes whether lanes leave it
  record Street(
      String name, @Nullable String former, String kind, boolean lanes, List<List<Double>> points) {
    Street {
      points = List.copyOf(points);
    }
  }

  record Bridge(String name, double latitude, double longitude) {}

  /// @param tags of OpenStreetMap, beside its name
  record Block(
      String name,
      @Nullable String former,
      PlaceKind kind,
      Map<String, String> tags,
      List<List<Double>> points) {
    Block {
      tags = Map.copyOf(tags);
      points = List.copyOf(points);
    }
  }

  /// @param tags of OpenStreetMap, beside its name
  record Landmark(
      String name,
      @Nullable String former,
      PlaceKind kind,
      Map<String, String> tags,
      double latitude,
      double longitude) {
    Landmark {
      tags = Map.copyOf(tags);
    }
  }

  static TownScript read() {
    try (InputStream source = TownScript.class.getResourceAsStream("/demo/town.json")) {
      return JsonMapper.builder().build().readValue(source, TownScript.class);
    } catch (IOException failure) {
      throw new UncheckedIOException("the town's script cannot be read", failure);
    }
  }
}
