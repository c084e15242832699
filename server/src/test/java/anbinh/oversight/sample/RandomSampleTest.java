package anbinh.oversight.sample;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.seal.tree.Hash;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RandomSampleTest {
  private static final Hash ROOT =
      Hash.parseHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f", "root");

  /// Made by seven lines of Python from the description alone.
  @Test
  void drawsWhatAnybodyElseDraws() {
    assertThat(RandomSample.ticket(ROOT, 100).hex())
        .isEqualTo("54adacf349933591bd490272b74b2f8c4d3f3755d433d200cbdd8091d4cb79ea");
    List<Long> candidates = LongStream.range(0, 20).map(n -> 100 + 3 * n).boxed().toList();
    assertThat(RandomSample.draw(ROOT, candidates, 5))
        .containsExactly(103L, 115L, 127L, 130L, 157L);
    assertThat(RandomSample.draw(ROOT, candidates.reversed(), 5))
        .containsExactly(103L, 115L, 127L, 130L, 157L);
    assertThat(RandomSample.draw(ROOT, candidates, 30)).isEqualTo(candidates);
  }

  /// 200 roots, 40 candidates, 10 drawn: each is drawn 50 times on average, with a deviation of 6.
  @Test
  void givesEveryLookTheSameChance() {
    List<Long> candidates = LongStream.range(0, 40).boxed().toList();
    Map<Long, Integer> times = new HashMap<>();
    for (int n = 0; n < 200; n++) {
      RandomSample.draw(Hash.sha256(new byte[] {(byte) n}), candidates, 10)
          .forEach(each -> times.merge(each, 1, Integer::sum));
    }
    assertThat(times).hasSize(40);
    assertThat(times.values()).allMatch(count -> count > 25 && count < 75);
  }

  @Test
  void takesAShareButNeitherTooFewNorTooMany() {
    assertThat(RandomSample.size(0, 20, 2, 100)).isZero();
    assertThat(RandomSample.size(7, 20, 2, 100)).isEqualTo(7);
    assertThat(RandomSample.size(900, 20, 2, 100)).isEqualTo(20);
    assertThat(RandomSample.size(1_001, 20, 2, 100)).isEqualTo(21);
    assertThat(RandomSample.size(90_000, 20, 2, 100)).isEqualTo(100);
  }
}
