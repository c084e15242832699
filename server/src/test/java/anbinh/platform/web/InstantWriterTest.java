package anbinh.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

class InstantWriterTest {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().addModule(new SimpleModule().addSerializer(new InstantWriter())).build();

  @Test
  void writesAnyInstantAsItsTextIs() {
    long seed = System.nanoTime();
    var random = new Random(seed);
    Stream<Instant> drawn =
        IntStream.range(0, 100_000)
            .mapToObj(_ ->
                Instant.ofEpochSecond(
                    random.nextLong(-70_000_000_000L, 260_000_000_000L), nanos(random)));
    Stream.concat(
            drawn,
            Stream.of(
                Instant.EPOCH,
                Instant.EPOCH.minusNanos(1),
                Instant.MIN,
                Instant.MAX,
                Instant.parse("0000-01-01T00:00:00Z"),
                Instant.parse("0000-01-01T00:00:00Z").minusNanos(1),
                Instant.parse("9999-12-31T23:59:59.999999999Z"),
                Instant.parse("9999-12-31T23:59:59.999999999Z").plusNanos(1)))
        .forEach(instant ->
            assertThat(MAPPER.writeValueAsString(instant))
                .as("seed %d", seed)
                .isEqualTo("\"" + instant + "\""));
  }

  private static long nanos(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> 0;
      case 1 -> random.nextInt(1_000) * 1_000_000L;
      case 2 -> random.nextInt(1_000_000) * 1_000L;
      default -> random.nextInt(1_000_000_000);
    };
  }

  /// The day is kept from one to the next, whoever writes.
  @Test
  void writesTheRightDaysForManyThreads() {
    List<Instant> days =
        IntStream.range(0, 50_000)
            .mapToObj(n -> Instant.EPOCH.plusSeconds(43_200L * (n % 7) + n))
            .toList();
    assertThat(days.parallelStream().map(MAPPER::writeValueAsString).toList())
        .isEqualTo(days.stream().map(instant -> "\"" + instant + "\"").toList());
  }
}
