package anbinh.platform;

import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The mask of this process (umask(2)): which rights the files that it makes, and those of the
/// programs that it starts, do not get.
///
/// Java cannot set it, and each of the many places that make a file could forget to say who may
/// read it. So the server sets it once, before it makes any. `./anbinh` has set it already: the
/// first native call of a process takes 0.2 s of processor time (2026-11-30).
public final class Umask {
  private static final int GROUP_AND_OTHERS = 077;
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final Pattern LINE = Pattern.compile("(?m)^Umask:\\s*([0-7]+)$");

  private Umask() {}

  /// Takes all rights from the group and from others, whatever the mask was.
  public static void restrict() {
    if ((current() & GROUP_AND_OTHERS) != GROUP_AND_OTHERS) {
      set(GROUP_AND_OTHERS);
    }
  }

  /// 0 where the system does not say.
  static int current() {
    try {
      Matcher line = LINE.matcher(Files.readString(STATUS, StandardCharsets.ISO_8859_1));
      return line.find() ? Integer.parseInt(line.group(1), 8) : 0;
    } catch (IOException e) {
      return 0;
    }
  }

  @SuppressWarnings("restricted") // the JVM is told that this program makes native calls
  static void set(int mask) {
    Linker linker = Linker.nativeLinker();
    try {
      int before =
          (int)
              linker
                  .downcallHandle(
                      linker.defaultLookup().findOrThrow("umask"),
                      FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT))
                  .invokeExact(mask);
      assert before >= 0;
    } catch (Throwable e) {
      throw new IllegalStateException("umask(2) cannot be called", e);
    }
  }
}
