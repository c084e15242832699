package anbinh.evidence.web.custody;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DeliveriesTest {
  private final Deliveries deliveries = new Deliveries();

  @Test
  void countsOneWholeAnswer() {
    assertThat(deliveries.add(new UUID(0, 1), 0, 100, 100)).isTrue();
  }

  @Test
  void keepsPackagesApart() {
    assertThat(deliveries.add(new UUID(0, 1), 0, 50, 100)).isFalse();
    assertThat(deliveries.add(new UUID(0, 2), 50, 100, 100)).isFalse();
    assertThat(deliveries.add(new UUID(0, 1), 50, 100, 100)).isTrue();
  }

  @Test
  void knowsTheMomentTheLastByteWentOutWhateverTheOrder() {
    for (long seed = 0; seed < 300; seed++) {
      var random = new SplittableRandom(seed);
      var id = new UUID(1, seed);
      int size = 1 + random.nextInt(40);
      var sent = new BitSet(size);
      while (sent.cardinality() < size) {
        int start = random.nextInt(size);
        int end = start + 1 + random.nextInt(size - start);
        sent.set(start, end);
        assertThat(deliveries.add(id, start, end, size))
            .as("seed %d", seed)
            .isEqualTo(sent.cardinality() == size);
      }
    }
  }
}
