package anbinh.areas.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.areas.map.Tiles.TileType;
import anbinh.platform.StartFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A file of tiles that no browser can draw stops the start, and says why.
class TilesTest {
  @TempDir private Path folder;

  private Path file(String start, int version, int type) throws IOException {
    byte[] header = new byte[200];
    byte[] magic = start.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(magic, 0, header, 0, magic.length);
    header[7] = (byte) version;
    header[99] = (byte) type;
    return Files.write(folder.resolve("map.pmtiles"), header);
  }

  @Test
  void tellsShapesFromPictures() throws IOException {
    assertThat(Tiles.check(file("PMTiles", 3, 1))).isEqualTo(TileType.VECTOR);
    assertThat(Tiles.check(file("PMTiles", 3, 4))).isEqualTo(TileType.PICTURE);
  }

  @Test
  void saysWhatIsNoFileOfTiles() throws IOException {
    Path old = file("PMTiles", 2, 1);
    assertThatThrownBy(() -> Tiles.check(old)).hasMessageContaining("no PMTiles file of version 3");
    Path other = file("SQLite ", 3, 1);
    assertThatThrownBy(() -> Tiles.check(other)).isInstanceOf(StartFailure.class);
    Path unknown = file("PMTiles", 3, 9);
    assertThatThrownBy(() -> Tiles.check(unknown)).hasMessageContaining("browsers do not draw");
    assertThatThrownBy(() -> Tiles.check(folder.resolve("none")))
        .hasMessageContaining("names no file");
  }
}
