package anbinh.media.record;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Steers how the kernel keeps the pages of a file; on systems other than Linux it does nothing.
///
/// A recorder writes all day and reads little of it again. Pages that nobody gives back push out
/// those which others need, and taking a fresh page for each one written costs several times as
/// much as writing to one that was used a moment ago, above all in a virtual machine.
final class PageCache {
  /// `POSIX_FADV_DONTNEED`.
  private static final int DONT_NEED = 4;

  /// `SYNC_FILE_RANGE_WRITE`.
  private static final int WRITE = 2;

  private static final int READ_ONLY = 0;

  private static final @Nullable PageCache LINUX =
      System.getProperty("os.name").equals("Linux") ? new PageCache() : null;

  private final MethodHandle open =
      find(
          "open",
          FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT),
          Linker.Option.firstVariadicArg(2));
  private final MethodHandle close = find("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
  private final MethodHandle advise =
      find(
          "posix_fadvise",
          FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_INT));
  private final MethodHandle syncRange =
      find(
          "sync_file_range",
          FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_INT));

  /// What is done with an open file.
  private interface Call {
    void on(int descriptor) throws Throwable;
  }

  /// Sets the disk to work on all that was written to a file, without waiting.
  static void startWriting(Path file) {
    PageCache linux = LINUX;
    if (linux != null) {
      linux.opened(file, it -> linux.syncRange.invoke(it, 0L, 0L, WRITE));
    }
  }

  /// Gives back a file's pages up to a place up to which it is durable; what is not durable is
  /// kept.
  static void release(Path file, long end) {
    PageCache linux = LINUX;
    if (linux != null) {
      linux.opened(file, it -> linux.advise.invoke(it, 0L, end, DONT_NEED));
    }
  }

  private void opened(Path file, Call call) {
    try (Arena arena = Arena.ofConfined()) {
      int descriptor = (int) open.invoke(arena.allocateFrom(file.toString()), READ_ONLY);
      if (descriptor >= 0) {
        call.on(descriptor);
        close.invoke(descriptor);
      }
    } catch (Throwable fault) {
      throw new IllegalStateException("A call of the system's library cannot throw.", fault);
    }
  }

  @SuppressWarnings("restricted")
  private static MethodHandle find(
      String name, FunctionDescriptor shape, Linker.Option... options) {
    Linker linker = Linker.nativeLinker();
    return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), shape, options);
  }
}
