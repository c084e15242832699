package anbinh.seal.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TilePathTest {
  @Test
  void namesTilesAsTheSpecificationDoes() {
    assertThat(TilePath.tile(0, 1_234_067, 256)).isEqualTo("tile/0/x001/x234/067");
    assertThat(TilePath.tile(0, 273, 112)).isEqualTo("tile/0/273.p/112");
    assertThat(TilePath.tile(5, 0, 1)).isEqualTo("tile/5/000.p/1");
    assertThat(TilePath.entries(1000, 256)).isEqualTo("tile/entries/x001/000");
  }

  @Test
  void findsThePartialTilesOfTheSpecificationsExample() {
    assertThat(TilePath.hashes(0, 70_000) / 256).isEqualTo(273);
    assertThat(TilePath.partialWidth(0, 70_000)).isEqualTo(112);
    assertThat(TilePath.hashes(1, 70_000) / 256).isEqualTo(1);
    assertThat(TilePath.partialWidth(1, 70_000)).isEqualTo(17);
    assertThat(TilePath.partialWidth(2, 70_000)).isEqualTo(1);
    assertThat(TilePath.partialWidth(3, 70_000)).isZero();
    assertThat(TilePath.partialWidth(0, 256)).isZero();
    assertThat(TilePath.partialWidth(1, 256)).isEqualTo(1);
    assertThat(TilePath.partialWidth(9, Long.MAX_VALUE)).isZero();
  }

  @Test
  void refusesTilesThatCannotBe() {
    assertThatThrownBy(() -> TilePath.tile(64, 0, 256)).hasMessageContaining("level");
    assertThatThrownBy(() -> TilePath.tile(0, -1, 256)).hasMessageContaining("index");
    assertThatThrownBy(() -> TilePath.tile(0, 0, 257)).hasMessageContaining("width");
    assertThatThrownBy(() -> TilePath.entries(0, 0)).hasMessageContaining("width");
  }
}
