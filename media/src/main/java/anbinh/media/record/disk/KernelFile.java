package anbinh.media.record.disk;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.Optional;

/// What the kernel is told about a file that is being recorded, beyond what Java can say. All of it
/// is advice: where a call is not possible, or the system is not Linux, recording goes on without.
///
/// A recorder writes all day and reads little of it again. Pages that nobody gives back push out
/// those which others need, and taking a fresh page for each one written costs several times as
/// much as writing to one that was used a moment ago, above all in a virtual machine. Blocks that
/// are found one by one while a file grows cost as much again, and lie scattered on the disk.
///
/// For one thread at a time.
public final class KernelFile implements AutoCloseable {
  private static final int NONE = -1;

  private static final Optional<Calls> LINUX =
      System.getProperty("os.name").equals("Linux") ? Optional.of(new Calls()) : Optional.empty();

  private int descriptor;

  private KernelFile(int descriptor) {
    this.descriptor = descriptor;
  }

  /// The system's library.
  private static final class Calls {
    /// `O_RDWR | O_CLOEXEC`.
    static final int READ_WRITE = 2 | 0x80000;

    /// `FALLOC_FL_KEEP_SIZE`.
    static final int KEEP_SIZE = 1;

    /// `POSIX_FADV_DONTNEED`.
    static final int DONT_NEED = 4;

    /// `SYNC_FILE_RANGE_WRITE`.
    static final int WRITE = 2;

    final MethodHandle open =
        find(
            "open",
            FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT),
            Linker.Option.firstVariadicArg(2));
    final MethodHandle close = find("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
    final MethodHandle allocate =
        find(
            "fallocate", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_LONG));
    final MethodHandle truncate =
        find("ftruncate", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG));
    final MethodHandle advise =
        find(
            "posix_fadvise",
            FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_INT));
    final MethodHandle syncRange =
        find(
            "sync_file_range",
            FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_INT));

    @SuppressWarnings("restricted")
    private static MethodHandle find(
        String name, FunctionDescriptor shape, Linker.Option... options) {
      Linker linker = Linker.nativeLinker();
      return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), shape, options);
    }
  }

  /// A call with this file's descriptor.
  private interface Call {
    int on(Calls calls) throws Throwable;
  }

  /// Opens a file beside the channel that writes it.
  public static KernelFile open(Path file) {
    if (LINUX.isEmpty()) {
      return new KernelFile(NONE);
    }
    try (Arena arena = Arena.ofConfined()) {
      return new KernelFile(
          (int) LINUX.get().open.invoke(arena.allocateFrom(file.toString()), Calls.READ_WRITE));
    } catch (Throwable fault) {
      throw impossible(fault);
    }
  }

  /// Sets blocks of the disk aside for a file that will have about so many bytes; its size stays.
  public void reserve(long bytes) {
    if (bytes > 0) {
      call(linux -> (int) linux.allocate.invoke(descriptor, Calls.KEEP_SIZE, 0L, bytes));
    }
  }

  /// Gives back what was set aside beyond the file's size; nothing may be written meanwhile.
  public void trim(long sizeBytes) {
    call(linux -> (int) linux.truncate.invoke(descriptor, sizeBytes));
  }

  /// Sets the disk to work on all that was written, without waiting.
  public void startWriting() {
    call(linux -> (int) linux.syncRange.invoke(descriptor, 0L, 0L, Calls.WRITE));
  }

  /// Gives back the pages up to a place up to which the file is durable; what is not durable is
  /// kept.
  public void release(long end) {
    call(linux -> (int) linux.advise.invoke(descriptor, 0L, end, Calls.DONT_NEED));
  }

  /// From here on nothing is told any more.
  @Override
  public void close() {
    int open = descriptor;
    call(linux -> (int) linux.close.invoke(open));
    descriptor = NONE;
  }

  private void call(Call call) {
    if (descriptor != NONE && LINUX.isPresent()) {
      try {
        call.on(LINUX.get());
      } catch (Throwable fault) {
        throw impossible(fault);
      }
    }
  }

  private static IllegalStateException impossible(Throwable fault) {
    return new IllegalStateException("A call of the system's library cannot throw.", fault);
  }
}
