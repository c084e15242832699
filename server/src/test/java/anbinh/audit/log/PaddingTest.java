package anbinh.audit.log;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.audit.event.EventMac;
import anbinh.platform.DataFolder;
import anbinh.seal.log.Leaf;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaddingTest {
  private static final int DRAWS = 400_000;

  @TempDir Path folder;

  /// Whether one event happened between two heads changes the odds of their difference by 1.28 at
  /// most, and so tells next to nothing.
  @Test
  void hidesWhetherOneEventHappened() {
    Padding padding = padding(new Random(7));
    int[] without = new int[2 * Padding.MEAN + 2];
    for (int i = 0; i < DRAWS; i++) {
      without[padding.next()]++;
    }
    for (int size = 8; size <= 40; size++) {
      double odds = (double) without[size] / without[size - 1];
      assertThat(odds).as("a head %s entries on", size).isBetween(1 / 1.45, 1.45);
    }
    assertThat(without[0] + without[2 * Padding.MEAN]).isLessThan(DRAWS / 200);
  }

  @Test
  void looksLikeAnyOtherLeafAndIsKnownByItsPlaceOnly() {
    Padding padding = padding(new Random(8));
    byte[] entry = padding.entry(17);
    assertThat(Leaf.parse(entry).open()).isNull();
    assertThat(padding.is(17, entry)).isTrue();
    assertThat(padding.is(18, entry)).isFalse();
    assertThat(padding(new Random(9)).is(17, entry)).as("the same key").isTrue();
    assertThat(new Padding(mac(folder.resolve("other")), new Random(8)).is(17, entry)).isFalse();
  }

  private Padding padding(Random random) {
    return new Padding(mac(folder), random);
  }

  private static EventMac mac(Path folder) {
    return new EventMac(DataFolder.beside(folder));
  }
}
