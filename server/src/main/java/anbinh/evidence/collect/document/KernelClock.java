package anbinh.evidence.collect.document;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// What Linux says of its clock against the reference that a time service (chrony, timesyncd, ntpd)
/// keeps it to, as `adjtimex(2)` tells: nothing is asked over a network. Empty on another system,
/// and where the call is forbidden, as in some containers.
///
/// @param kept whether a time service keeps the clock at present
/// @param greatestError bound of the error, which the kernel lets grow while nobody corrects it
/// @param estimatedError what the time service believes of it
public record KernelClock(boolean kept, Duration greatestError, Duration estimatedError) {
  /// `struct timex` of 64-bit Linux, by `linux/timex.h`.
  private static final long SIZE = 208;

  private static final long GREATEST_ERROR = 24;
  private static final long ESTIMATED_ERROR = 32;
  private static final long STATUS = 40;

  /// `STA_UNSYNC`.
  private static final int NOT_KEPT = 0x40;

  public static Optional<KernelClock> read() {
    if (!System.getProperty("os.name").equals("Linux")) {
      return Optional.empty();
    }
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment timex = arena.allocate(SIZE, Long.BYTES); // all zero: change nothing
      return ask(timex) < 0 ? Optional.empty() : Optional.of(of(timex));
    } catch (Throwable _) {
      return Optional.empty();
    }
  }

  @SuppressWarnings("restricted")
  private static int ask(MemorySegment timex) throws Throwable {
    Linker linker = Linker.nativeLinker();
    return (int)
        linker
            .downcallHandle(
                linker.defaultLookup().findOrThrow("adjtimex"),
                FunctionDescriptor.of(JAVA_INT, ADDRESS))
            .invoke(timex);
  }

  static KernelClock of(MemorySegment timex) {
    return new KernelClock(
        (timex.get(JAVA_INT, STATUS) & NOT_KEPT) == 0,
        Duration.of(timex.get(JAVA_LONG, GREATEST_ERROR), ChronoUnit.MICROS),
        Duration.of(timex.get(JAVA_LONG, ESTIMATED_ERROR), ChronoUnit.MICROS));
  }
}
