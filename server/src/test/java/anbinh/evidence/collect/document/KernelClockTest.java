package anbinh.evidence.collect.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class KernelClockTest {
  @Test
  void readsTheErrorsAndWhetherATimeServiceKeepsIt() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment timex = arena.allocate(208, Long.BYTES);
      timex.set(ValueLayout.JAVA_LONG, 24, 16_000_000L);
      timex.set(ValueLayout.JAVA_LONG, 32, 1_500L);
      timex.set(ValueLayout.JAVA_INT, 40, 0x40 | 0x01);
      assertThat(KernelClock.of(timex))
          .isEqualTo(new KernelClock(false, Duration.ofSeconds(16), Duration.ofNanos(1_500_000)));
      timex.set(ValueLayout.JAVA_INT, 40, 0x2001);
      assertThat(KernelClock.of(timex).kept()).isTrue();
    }
  }

  /// Where the kernel tells, its bounds fit together; elsewhere nothing is told.
  @Test
  void asksThisMachine() {
    KernelClock.read()
        .ifPresent(clock -> {
          assertThat(clock.greatestError()).isBetween(Duration.ZERO, Duration.ofHours(1));
          assertThat(clock.estimatedError()).isGreaterThanOrEqualTo(Duration.ZERO);
        });
  }
}
