package anbinh.platform;

import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Makes identifiers: UUID version 7 (RFC 9562 §5.7), which sort by the time they were made.
///
/// The first 48 bits are the milliseconds since 1970, the next 12 count within the millisecond, so
/// identifiers of one server are strictly increasing. Safe for many threads.
public final class Ids {
  private static final int COUNTS_PER_MILLISECOND = 1 << 12;

  private final InstantSource clock;
  private final RandomGenerator random;
  private long last;

  public Ids(InstantSource clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  public UUID next() {
    long ticks = tick();
    long milliseconds = ticks / COUNTS_PER_MILLISECOND;
    long count = ticks % COUNTS_PER_MILLISECOND;
    long high = (milliseconds << 16) | 0x7000 | count;
    long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }

  /// The different identifiers in some things, in their order.
  ///
  /// @param parts where they are; null where a thing has none
  @SafeVarargs
  public static <T> List<UUID> of(Collection<T> things, Function<T, @Nullable UUID>... parts) {
    Set<UUID> found = new LinkedHashSet<>();
    for (T each : things) {
      for (Function<T, @Nullable UUID> part : parts) {
        @Nullable UUID id = part.apply(each);
        if (id != null) {
          found.add(id);
        }
      }
    }
    return List.copyOf(found);
  }

  private synchronized long tick() {
    last = Math.max(clock.millis() * COUNTS_PER_MILLISECOND, last + 1);
    return last;
  }
}
