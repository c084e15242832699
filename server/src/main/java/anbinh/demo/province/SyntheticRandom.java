package anbinh.demo.province;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/// Where all that is made up comes from: each thing has random numbers of its own, by the seed and
/// what it is, so that a part can be made again without what came before it. Safe for many threads.
record SyntheticRandom(long seed) {
  static final String SIMULATED = " (mô phỏng)";

  /// Mixes words well enough that like ones give unlike streams (the finalizer of SplitMix64).
  SplittableRandom random(String what, long... of) {
    long mixed = seed;
    for (int i = 0; i < what.length(); i++) {
      mixed = mix(mixed + what.charAt(i));
    }
    for (long each : of) {
      mixed = mix(mixed ^ each);
    }
    return new SplittableRandom(mixed);
  }

  private static long mix(long value) {
    long one = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    long two = (one ^ (one >>> 27)) * 0x94D049BB133111EBL;
    return two ^ (two >>> 31);
  }

  /// The identifier of what has a name, always the same.
  UUID id(String what, String name) {
    return UUID.nameUUIDFromBytes(
        (seed + " " + what + " " + name).getBytes(StandardCharsets.UTF_8));
  }

  /// An identifier as one would have been made at a moment (RFC 9562 §5.7).
  static UUID id(SplittableRandom random, Instant at) {
    long high = (at.toEpochMilli() << 16) | 0x7000L | random.nextInt(1 << 12);
    return new UUID(high, (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L);
  }

  static <T> T one(SplittableRandom random, List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  /// One of some things by their weights: the place of it.
  static int weighted(SplittableRandom random, int... weights) {
    int sum = 0;
    for (int each : weights) {
      sum += each;
    }
    int left = random.nextInt(sum);
    for (int i = 0; i < weights.length; i++) {
      left -= weights[i];
      if (left < 0) {
        return i;
      }
    }
    throw new IllegalStateException("the weights changed");
  }

  /// How long something takes that is usually done soon: half of them within `median` seconds, and
  /// few much later (log-normal).
  static long seconds(SplittableRandom random, double median, double spread) {
    return Math.max(1, Math.round(median * Math.exp(spread * random.nextGaussian())));
  }
}
