package anbinh.areas.boundary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.areas.unit.Shape;
import anbinh.platform.FieldProblem;
import anbinh.platform.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GeoJsonTest {
  private static final String TRIANGLE = "[[105.1,20.3],[105.3,20.3],[105.3,20.4],[105.1,20.3]]";
  private static final String FEATURE =
      """
      {"type":"Feature","properties":{"name":"Xã \\"A\\"","x":[{}],"code":"14923"},
       "geometry":{"type":"Polygon","coordinates":[%s]}}
      """;

  private static List<GeoJson.Feature> read(String file) {
    List<GeoJson.Feature> features = new ArrayList<>();
    GeoJson.read(file.getBytes(UTF_8), features::add);
    return features;
  }

  private static String collection(String features) {
    return "{\"type\":\"FeatureCollection\",\"features\":[" + features + "]}";
  }

  private static String wrong(String geometry) {
    List<GeoJson.Feature> features =
        read(collection("{\"type\":\"Feature\",\"id\":\"1\",\"geometry\":" + geometry + "}"));
    assertThat(features).hasSize(1);
    assertThat(features.getFirst().shape()).isNull();
    return Objects.requireNonNullElse(features.getFirst().wrong(), "");
  }

  private static String refused(String file) {
    try {
      read(file);
    } catch (Problem unreadable) {
      return unreadable.fields().stream().map(FieldProblem::code).findFirst().orElse("");
    }
    return "";
  }

  @Test
  void readsPolygonsAndMultiPolygonsInWhateverOrder() {
    List<GeoJson.Feature> features =
        read(
            """
            {"features":[
              %s,
              {"geometry":{"coordinates":[[%s],[%s,%s]],"type":"MultiPolygon"},"bbox":[1,2,3,4],
               "id":14797,"type":"Feature"}],
             "crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:OGC:1.3:CRS84"}},
             "type":"FeatureCollection"}
            """
                .formatted(FEATURE.formatted(TRIANGLE), TRIANGLE, TRIANGLE, TRIANGLE));
    assertThat(features)
        .containsExactly(
            new GeoJson.Feature(1, "14923", new Shape("[[" + TRIANGLE + "]]", 4), null),
            new GeoJson.Feature(
                2, "14797", new Shape("[[%1$s],[%1$s,%1$s]]".formatted(TRIANGLE), 12), null));
    assertThat(read(FEATURE.formatted(TRIANGLE))).hasSize(1);
  }

  @Test
  void keepsATenthOfAMetreAndDropsHeights() {
    String ring = "[[105.12345678,20,7],[105.2,20,7],[105.2,-2e1,7],[105.12345678,20,7]]";
    assertThat(read(FEATURE.formatted(ring)).getFirst().shape())
        .isEqualTo(new Shape("[[[[105.123457,20],[105.2,20],[105.2,-20],[105.123457,20]]]]", 4));
  }

  @Test
  void saysWhatIsWrongWithAFeature() {
    String polygon = "{\"type\":\"Polygon\",\"coordinates\":%s}";
    assertThat(wrong("null")).isEqualTo("geojson-geometry");
    assertThat(wrong("{\"type\":\"Point\",\"coordinates\":[1,2]}")).isEqualTo("geojson-geometry");
    assertThat(wrong(polygon.formatted("[]"))).isEqualTo("geojson-rings");
    assertThat(wrong(polygon.formatted("null"))).isEqualTo("geojson-rings");
    assertThat(wrong(polygon.formatted(TRIANGLE))).isEqualTo("geojson-rings");
    assertThat(wrong(polygon.formatted("[[[1,2],[3,4],[1,2]]]"))).isEqualTo("geojson-ring");
    assertThat(wrong(polygon.formatted("[[[1,2],[3,4],[5,6],[7,8]]]"))).isEqualTo("geojson-ring");
    assertThat(wrong(polygon.formatted("[[[1,\"2\"]]]"))).isEqualTo("geojson-position");
    assertThat(wrong(polygon.formatted("[[[1,[2]]]]"))).isEqualTo("geojson-position");
    assertThat(wrong(polygon.formatted("[[[[[[1,2]]]]]]"))).isEqualTo("geojson-position");
    assertThat(wrong(polygon.formatted("[[[583000,2190000]]]"))).isEqualTo("geojson-range");
    assertThat(wrong(polygon.formatted("[[[1e999,2]]]"))).isEqualTo("geojson-range");
    assertThat(wrong(polygon.formatted("[[[1]]]"))).isEqualTo("geojson-position");
    assertThat(read(collection("17,{\"type\":\"Point\"}")).stream().map(GeoJson.Feature::wrong))
        .containsExactly("geojson-feature", "geojson-feature");
  }

  @Test
  void whatIsNoGeoJsonIsRefusedAsAWhole() {
    for (String file : List.of("", "[]", "17", "{}", "{\"type\":\"FeatureCollection\"}")) {
      assertThat(refused(file)).as(file).isEqualTo("geojson-type");
    }
    assertThat(refused("{\"type\":\"FeatureCollection\",\"features\":{}}"))
        .isEqualTo("geojson-type");
    assertThat(refused("{\"type\":")).isEqualTo("geojson-json");
    assertThat(refused(collection("") + "{}")).isEqualTo("geojson-json");
    assertThat(
            refused(
                "{\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::3405\"}}}"))
        .isEqualTo("geojson-system");
    assertThat(refused(collection("{},".repeat(GeoJson.MAX_FEATURES) + "{}")))
        .isEqualTo("geojson-features");
    assertThat(refused("[".repeat(100_000))).isNotEmpty();
    String ring = "[1,2],".repeat(GeoJson.MAX_POINTS + 1) + "[1,2]";
    assertThatThrownBy(() -> read(FEATURE.formatted("[" + ring + "]"))).isInstanceOf(Problem.class);
  }

  /// Whatever the bytes: a problem, or features that are right or say what is wrong with them.
  @Test
  void anyBytesAreReadOrRefused() {
    long seed = Long.getLong("anbinh.seed", 20261126L);
    var random = new Random(seed);
    byte[] right =
        collection(FEATURE.formatted(TRIANGLE) + "," + FEATURE.formatted(TRIANGLE)).getBytes(UTF_8);
    String pieces = "[]{}\",:-0123456789.eE\\ntruefalse";
    for (int round = 0; round < 20_000; round++) {
      byte[] file = right.clone();
      int changes = 1 + random.nextInt(4);
      for (int i = 0; i < changes; i++) {
        file[random.nextInt(file.length)] =
            random.nextBoolean()
                ? (byte) pieces.charAt(random.nextInt(pieces.length()))
                : (byte) random.nextInt();
      }
      int length = random.nextInt(10) == 0 ? random.nextInt(file.length) : file.length;
      byte[] cut = Arrays.copyOf(file, length);
      try {
        GeoJson.read(
            cut, feature -> assertThat(feature.shape() == null).isEqualTo(feature.wrong() != null));
      } catch (Problem refused) {
        assertThat(refused.fields()).as("seed " + seed + " round " + round).isNotEmpty();
      } catch (RuntimeException fault) {
        throw new AssertionError("seed " + seed + " round " + round, fault);
      }
    }
  }
}
