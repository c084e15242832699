package anbinh.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Processor time and memory of a process and all its living descendants, read from Linux' `/proc`.
final class ProcessTree {
  private static final double TICKS_PER_SECOND = 100; // USER_HZ on every Linux architecture we run

  private final List<Long> roots;

  ProcessTree(List<Long> roots) {
    this.roots = List.copyOf(roots);
  }

  /// User and system time used so far, children that ended included, in seconds.
  double cpuSeconds() {
    return members().stream().mapToDouble(ProcessTree::cpuSeconds).sum();
  }

  /// Proportional set size: memory, shared pages counted in parts, in MiB.
  double pssMebibytes() {
    return members().stream().mapToDouble(ProcessTree::pssMebibytes).sum();
  }

  int size() {
    return members().size();
  }

  private List<Long> members() {
    List<Long> members = new ArrayList<>();
    for (long root : roots) {
      ProcessHandle.of(root)
          .ifPresent(handle ->
              Stream.concat(Stream.of(handle), handle.descendants())
                  .map(ProcessHandle::pid)
                  .forEach(members::add));
    }
    return members;
  }

  private static double cpuSeconds(long pid) {
    String stat = read(Path.of("/proc", Long.toString(pid), "stat"));
    if (stat.isEmpty()) {
      return 0;
    }
    // Fields 14 to 17 of proc(5), counted after the command's closing parenthesis.
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    long ticks = 0;
    for (int field = 11; field <= 14; field++) {
      ticks += Long.parseLong(fields[field]);
    }
    return ticks / TICKS_PER_SECOND;
  }

  private static double pssMebibytes(long pid) {
    return read(Path.of("/proc", Long.toString(pid), "smaps_rollup"))
        .lines()
        .filter(line -> line.startsWith("Pss:"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
        .sum();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException ended) {
      return "";
    } catch (IOException failure) {
      if (failure.getMessage() != null && failure.getMessage().contains("No such process")) {
        return "";
      }
      throw new UncheckedIOException(failure);
    }
  }
}
