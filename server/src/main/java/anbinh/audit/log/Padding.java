package anbinh.audit.log;

import anbinh.audit.event.EventMac;
import anbinh.seal.log.Leaf;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;

/// Entries of the log that stand for nothing. A random number of them goes before each head that
/// leaves the office, so that the size of the log does not tell whether something happened.
///
/// The number is [#MEAN] plus noise of the two-sided geometric distribution with `ratio` e⁻ᵋ, ε
/// being 0.25: whether one event happened between two heads changes the odds of any difference of
/// their sizes by at most e^0.25 = 1.28 (differential privacy), but for the 1 in 400 of the cases
/// in which the noise would be below 0 or above twice the mean. Safe for many threads.
@Component
class Padding {
  static final int MEAN = 24;
  private static final double RATIO = Math.exp(-0.25);

  private final EventMac mac;
  private final RandomGenerator random;

  Padding(EventMac mac, RandomGenerator random) {
    this.mac = mac;
    this.random = random;
  }

  /// How many entries go before the next head.
  int next() {
    return Math.clamp((long) MEAN + geometric() - geometric(), 0, 2 * MEAN);
  }

  /// The entry at a place.
  byte[] entry(long index) {
    return new Leaf(mac.padding(index), null).canonical();
  }

  /// Whether the entry at a place is padding.
  boolean is(long index, byte[] entry) {
    return Arrays.equals(entry(index), entry);
  }

  private int geometric() {
    return (int) Math.min(2 * MEAN, Math.log1p(-random.nextDouble()) / Math.log(RATIO));
  }
}
