package anbinh.areas.map;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.platform.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A ground that cannot be drawn stops the start, and says why.
class GroundTest {
  @TempDir private Path folder;

  private Path file(String content) throws IOException {
    return Files.writeString(folder.resolve("ground.geojson"), content);
  }

  @Test
  void takesACollectionOfFeatures() throws IOException {
    Path file = file("{\"features\":[{\"type\":\"Feature\"}],\"type\":\"FeatureCollection\"}");
    assertThatCode(() -> Ground.check(file)).doesNotThrowAnyException();
  }

  @Test
  void saysThatThereIsNoFile() {
    assertThatThrownBy(() -> Ground.check(folder.resolve("none.geojson")))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("names no file");
  }

  @Test
  void saysWhatIsNoGeoJson() throws IOException {
    Path other = file("{\"type\":\"Topology\",\"objects\":{\"type\":\"FeatureCollection\"}}");
    assertThatThrownBy(() -> Ground.check(other)).hasMessageContaining("no GeoJSON");
    Path broken = file("{\"type\":\"FeatureCollection\",\n\"features\":[}");
    assertThatThrownBy(() -> Ground.check(broken)).hasMessageContaining("from line 2 on");
  }
}
